/**
 * The room's log, even while the disk is full: what is said then must still be seen, above all that runs
 * wait for disk space. Changes are remembered here, in front of the stored log, and applied to it in the
 * same order once there is space. The stored log assigns ids and revisions in the same way, so it ends up
 * with those that open pages were told meanwhile. If the process ends first, that much is lost.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, Entry, FoundFile, NewEntry, RoomLog, StoredFile } from '../room/room-log.js';
import type { ChatMessage } from '../chat/message.js';
import { NoSpaceError } from '../errors.js';
import { AGAIN_IN_MS } from '../runs/space-wait.js';
import type { DatabaseRoomLog } from './room-log.js';

/** The most that is remembered: an hour of a busy room, and at most some 60 MB. */
const MOST_WAITING = 1_000;
/** Files that stay here after they were stored: open pages know them by the ids they have here. */
const MOST_FILES = 50;

type Change =
  | { readonly kind: 'append'; readonly id: number; readonly entry: NewEntry }
  | { readonly kind: 'edit'; readonly id: number; readonly message: ChatMessage };

export class PatientRoomLog implements RoomLog {
  /** Changes that are not stored yet, in order. */
  readonly #waiting: Change[] = [];
  /** Entries as they are after those changes. */
  readonly #entries = new Map<number, Entry>();
  /** By id, the oldest first. */
  readonly #files = new Map<string, FoundFile>();
  #lastId = 0;
  #lastRevision = 0;
  /** One at a time: ids follow the order of the calls. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: DatabaseRoomLog,
    private readonly againInMs = AGAIN_IN_MS,
  ) {}

  id(room: string): Promise<string> {
    return this.log.id(room);
  }

  append(entry: NewEntry): Promise<number> {
    return this.#inTurn(
      () => this.log.append(entry),
      async () => {
        const { body, once, ...rest } = entry;
        const before = once === undefined ? undefined : await this.#appended(once);
        if (before !== undefined && body.kind === 'answer') {
          await this.#rememberEdit(before, body.message);
          return before;
        }
        this.#remember({ kind: 'append', id: this.#lastId + 1, entry });
        this.#lastId += 1;
        const said = body.kind === 'line' ? body : this.#answer(body.message, [], entry);
        const parts = body.kind === 'answer' && partsIn(body.message);
        this.#put({ ...rest, id: this.#lastId, revision: 0, body: said, ...parts });
        return this.#lastId;
      },
    );
  }

  edit(id: number, message: ChatMessage): Promise<string | undefined> {
    return this.#inTurn(
      () => this.log.edit(id, message),
      () => this.#rememberEdit(id, message),
    );
  }

  async changedAfter(room: string, revision: number, limit: number): Promise<readonly Entry[]> {
    const kept = await this.log.changedAfter(room, revision, limit + this.#entries.size);
    const waiting = [...this.#entries.values()]
      .filter((entry) => entry.room === room && entry.revision > revision)
      .sort((a, b) => a.revision - b.revision);
    return [...kept.filter(({ id }) => !this.#entries.has(id)), ...waiting].slice(0, limit);
  }

  async ids(room: string): Promise<readonly number[]> {
    const kept = await this.log.ids(room);
    const waiting = [...this.#entries.values()].filter((entry) => entry.room === room);
    return [...new Set([...kept, ...waiting.map(({ id }) => id)])].sort((a, b) => a - b);
  }

  async entry(id: number): Promise<Entry | undefined> {
    return this.#entries.get(id) ?? (await this.log.entry(id));
  }

  async last(): Promise<{ readonly id: number; readonly revision: number }> {
    if (this.#waiting.length === 0) return this.log.last();
    return { id: this.#lastId, revision: this.#lastRevision };
  }

  async file(id: string): Promise<FoundFile | undefined> {
    return this.#files.get(id) ?? (await this.log.file(id));
  }

  #inTurn<T>(keep: () => Promise<T>, remember: () => T | Promise<T>): Promise<T> {
    const done = this.#turn.then(async () => {
      if (this.#waiting.length > 0) return remember();
      try {
        return await keep();
      } catch (error) {
        if (!(error instanceof NoSpaceError)) throw error;
        ({ id: this.#lastId, revision: this.#lastRevision } = await this.log.last());
        const result = await remember();
        void this.#tryAgain();
        return result;
      }
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** The id of what was said under this name, stored or not. */
  async #appended(once: string): Promise<number | undefined> {
    for (const change of this.#waiting) {
      if (change.kind === 'append' && change.entry.once === once) return change.id;
    }
    return this.log.appended(once);
  }

  async #rememberEdit(id: number, message: ChatMessage): Promise<string | undefined> {
    const entry = await this.entry(id);
    if (entry?.body.kind !== 'answer') return undefined;
    this.#remember({ kind: 'edit', id, message });
    const { parts: _before, ...rest } = entry;
    const body = this.#answer(message, entry.body.files, entry);
    this.#put({ ...rest, body, ...partsIn(message) });
    return entry.room;
  }

  /** @throws NoSpaceError when that is too much */
  #remember(change: Change): void {
    if (this.#waiting.length >= MOST_WAITING) throw new NoSpaceError('too much waits already');
    this.#waiting.push(change);
  }

  #put(entry: Entry): void {
    this.#lastRevision += 1;
    this.#entries.set(entry.id, { ...entry, revision: this.#lastRevision });
  }

  #answer(
    { attachments = [], parts: _parts, buttons = [], ...said }: ChatMessage,
    before: readonly StoredFile[],
    { isPrivate, person }: Pick<Entry, 'isPrivate' | 'person'>,
  ): Answer {
    const added = attachments.map(({ bytes, ...rest }) => {
      const file = { ...rest, id: randomUUID(), sizeBytes: bytes.byteLength };
      const onlyFor = isPrivate && person ? { onlyFor: person.id } : {};
      this.#files.set(file.id, { file, bytes, ...onlyFor });
      return file;
    });
    const names = new Set(added.map(({ name }) => name));
    const files = [...before.filter(({ name }) => !names.has(name)), ...added];
    return { kind: 'answer', ...said, buttons, files };
  }

  /** Until everything is stored. Does not keep the process alive. */
  async #tryAgain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await delay(this.againInMs, undefined, { ref: false });
      const round = this.#turn.then(() => this.#keepWaiting());
      this.#turn = round.catch(() => undefined);
      await this.#turn;
    }
  }

  async #keepWaiting(): Promise<void> {
    for (let change = this.#waiting[0]; change; change = this.#waiting[0]) {
      if (change.kind === 'append') await this.log.append(change.entry);
      else await this.log.edit(change.id, change.message);
      this.#waiting.shift();
    }
    this.#entries.clear();
    for (const id of [...this.#files.keys()].slice(0, -MOST_FILES)) this.#files.delete(id);
  }
}

function partsIn({ parts }: ChatMessage): Pick<Entry, 'parts'> {
  return parts ? { parts } : {};
}
