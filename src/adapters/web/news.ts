/**
 * Caches a room's log for its pages. A change is read from the log once and serialized
 * once for everyone who sees the same (its owner, and anyone with a run in it, do not); it keeps what the log
 * keeps, so that only a room that has just started reads more than what is new.
 */
import { setImmediate } from 'node:timers/promises';
import type { Part } from '../../chat/message.js';
import type { Notifier } from './notifier.js';
import type { Entry, RoomLog } from '../../room/room-log.js';
import { wireEntry } from './wire-entry.js';
import { wireEvent } from './wire-event.js';

/** The first and last of a contiguous range of ids. */
export type IdRange = readonly [first: number, last: number];

/** Entries read from the log at a time. */
const batch = 20;

export class News {
  /** In the order of their last change. */
  #all: readonly NewsItem[] = [];
  #logId = '';
  /** The log has been read up to here, as of this number of notifications. */
  #revision = 0;
  #notifications = -1;
  #reading: Promise<void> | undefined;
  /** Incremented whenever the log has deleted something. */
  #forgotten = 0;

  constructor(
    private readonly log: RoomLog,
    private readonly room: string,
    private readonly notifier: Notifier,
    /** Stops reading the log: it may be closed while the last pages leave. */
    private readonly closing: AbortSignal,
  ) {}

  /** The log's id, once read. */
  get logId(): string {
    return this.#logId;
  }

  /** Incremented whenever the log has deleted something cached here. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /** Ids of all entries that the log keeps, as ranges. */
  kept(): readonly IdRange[] {
    const ranges: [number, number][] = [];
    for (const id of this.#all.map((item) => item.id).sort((a, b) => a - b)) {
      const last = ranges.at(-1);
      if (last?.[1] === id - 1) last[1] = id;
      else ranges.push([id, id]);
    }
    return ranges;
  }

  /** Resolves when everything said before this call has been read. */
  async catchUp(): Promise<void> {
    while (this.#notifications !== this.notifier.notifications && !this.closing.aborted) {
      await (this.#reading ??= this.#read());
    }
  }

  /** Not every change notifies this room: somebody's data is deleted from one room, but in every room. */
  lookAgain(): void {
    this.#notifications = -1;
  }

  /** Entries changed after `revision`, each once in its current state, in the order of the changes. */
  changedAfter(revision: number): readonly NewsItem[] {
    const known = this.#all.findLastIndex((item) => item.revision <= revision);
    return this.#all.slice(known + 1);
  }

  async #read(): Promise<void> {
    try {
      const { notifications } = this.notifier;
      this.#logId ||= await this.log.id(this.room);
      let changed: readonly Entry[];
      do {
        changed = await this.log.changedAfter(this.room, this.#revision, batch);
        this.#take(changed);
        // A room that has just started has a long log to read.
        if (changed.length === batch) await setImmediate();
      } while (changed.length === batch);
      this.#keep(new Set(await this.log.ids(this.room)));
      this.#notifications = notifications;
    } finally {
      this.#reading = undefined;
    }
  }

  #take(changed: readonly Entry[]): void {
    const overtaken = new Set(changed.map(({ id }) => id));
    this.#all = [
      ...this.#all.filter(({ id }) => !overtaken.has(id)),
      ...changed.map((entry) => new NewsItem(entry, this.#logId)),
    ];
    this.#revision = changed.at(-1)?.revision ?? this.#revision;
  }

  #keep(ids: ReadonlySet<number>): void {
    const kept = this.#all.filter(({ id }) => ids.has(id));
    if (kept.length < this.#all.length) this.#forgotten += 1;
    this.#all = kept;
  }
}

/** One entry as it was after its last change. */
class NewsItem {
  /** Per-reader versions; a class's board has one for each learner. */
  readonly #events = new Map<string, Buffer>();

  constructor(
    private readonly entry: Entry,
    private readonly logId: string,
  ) {}

  get id(): number {
    return this.entry.id;
  }

  get revision(): number {
    return this.entry.revision;
  }

  /** The event for this person; undefined: they may not see it. */
  eventFor(userId: string): Buffer | undefined {
    const { isPrivate, person, parts } = this.entry;
    const isMine = person?.id === userId;
    if (isPrivate && !isMine) return undefined;
    const part = parts?.find(({ ownerId }) => ownerId === userId);
    const reading = JSON.stringify([isMine, part?.goesOn ?? part !== undefined]);
    const known = this.#events.get(reading) ?? this.#event(isMine, part);
    this.#events.set(reading, known);
    return known;
  }

  #event(isMine: boolean, part: Part | undefined): Buffer {
    const { entry, logId, revision } = this;
    return wireEvent('entry', wireEntry(entry, isMine, part), `${logId}.${revision}`);
  }
}
