/** A room that is forgotten when the program ends. */
import { randomUUID } from 'node:crypto';
import type { Attachment, ChatMessage } from '../../chat/message.js';
import {
  keptBytes,
  keptEntries,
  type Answer,
  type Entry,
  type FoundFile,
  type NewEntry,
  type RoomLog,
  type StoredFile,
} from './room-log.js';

export class MemoryRoomLog implements RoomLog {
  readonly #id = randomUUID();
  readonly #entries = new Map<number, Entry>();
  readonly #bytes = new Map<string, Uint8Array>();
  #lastId = 0;
  #lastRevision = 0;

  /** @param isLive whether an entry shows a run that goes on */
  constructor(
    private readonly keep = keptEntries,
    private readonly isLive: (id: number) => boolean = () => false,
    private readonly keepBytes = keptBytes,
  ) {}

  id(): Promise<string> {
    return Promise.resolve(this.#id);
  }

  append({ body, ...rest }: NewEntry): Promise<number> {
    const entry: Entry = {
      ...rest,
      id: ++this.#lastId,
      revision: ++this.#lastRevision,
      body: body.kind === 'line' ? body : this.#answer(body.message, []),
    };
    this.#entries.set(entry.id, entry);
    this.#makeRoom(this.keep, () => 1);
    this.#makeRoom(this.keepBytes, ({ body }) => Buffer.byteLength(JSON.stringify(body)));
    return Promise.resolve(entry.id);
  }

  edit(id: number, message: ChatMessage): Promise<boolean> {
    const entry = this.#entries.get(id);
    if (entry?.body.kind !== 'answer') return Promise.resolve(false);
    const body = this.#answer(message, entry.body.files);
    this.#entries.set(id, { ...entry, revision: ++this.#lastRevision, body });
    return Promise.resolve(true);
  }

  changedAfter(revision: number, limit: number): Promise<readonly Entry[]> {
    const changed = [...this.#entries.values()]
      .filter((entry) => entry.revision > revision)
      .sort((a, b) => a.revision - b.revision);
    return Promise.resolve(changed.slice(0, limit));
  }

  ids(): Promise<readonly number[]> {
    return Promise.resolve([...this.#entries.keys()]);
  }

  file(id: string): Promise<FoundFile | undefined> {
    const bytes = this.#bytes.get(id);
    for (const { body, isPrivate, person } of this.#entries.values()) {
      const file = body.kind === 'answer' && body.files.find((one) => one.id === id);
      if (file && bytes) {
        const onlyFor = isPrivate && person ? { onlyFor: person.id } : {};
        return Promise.resolve({ file, bytes, ...onlyFor });
      }
    }
    return Promise.resolve(undefined);
  }

  #answer(message: ChatMessage, before: readonly StoredFile[]): Answer {
    const { blocks, spoken, buttons = [], explanations, curves, field } = message;
    const { attachments = [] } = message;
    const names = new Set(attachments.map(({ name }) => name));
    const replaced = before.filter(({ name }) => names.has(name));
    for (const { id } of replaced) this.#bytes.delete(id);
    const kept = before.filter(({ name }) => !names.has(name));
    const added = attachments.map((attachment) => this.#store(attachment));
    return {
      kind: 'answer',
      blocks,
      spoken,
      buttons,
      ...(explanations && { explanations }),
      files: [...kept, ...added],
      ...(curves && { curves }),
      ...(field && { field }),
    };
  }

  #store({ bytes, ...rest }: Attachment): StoredFile {
    const file = { ...rest, id: randomUUID(), sizeBytes: bytes.byteLength };
    this.#bytes.set(file.id, bytes);
    return file;
  }

  /** @param weigh what an entry counts of what is kept at most */
  #makeRoom(most: number, weigh: (entry: Entry) => number): void {
    const sum = (entries: readonly Entry[]): number =>
      entries.reduce((total, entry) => total + weigh(entry), 0);
    for (;;) {
      const counted = [...this.#entries.values()].filter(({ id }) => !this.isLive(id));
      if (sum(counted) <= most) return;
      const shares = new Map<string | undefined, Entry[]>();
      for (const entry of counted) {
        const key = entry.person?.id;
        shares.set(key, [...(shares.get(key) ?? []), entry]);
      }
      // Of equal ones the one that began first: entries are in the order of ids.
      const [largest] = [...shares.values()].sort((a, b) => sum(b) - sum(a));
      if (largest?.[0]) this.#forget(largest[0]);
    }
  }

  #forget({ id, body }: Entry): void {
    if (body.kind === 'answer') for (const file of body.files) this.#bytes.delete(file.id);
    this.#entries.delete(id);
  }
}
