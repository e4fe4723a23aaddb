/**
 * A room's log as its pages are told it. What changed is read from the log once and made into bytes
 * once for all who read the same (its owner and whoever has a run in it do not); it keeps what the log
 * keeps, so that only a room that was just started reads more than what is new.
 */
import { setImmediate } from 'node:timers/promises';
import type { Part } from '../../chat/message.js';
import type { Bell } from './bell.js';
import type { Entry, RoomLog } from '../../room/room-log.js';
import { wireEntry } from './wire-entry.js';
import { wireEvent } from './wire-event.js';

/** The first and the last of ids without a gap. */
export type IdRange = readonly [first: number, last: number];

/** Entries read from the log at a time. */
const batch = 20;

export class News {
  /** In the order of their last change. */
  #all: readonly NewsItem[] = [];
  #logId = '';
  /** The log is known up to here, and as it was when the bell had rung so often. */
  #revision = 0;
  #rings = -1;
  #reading: Promise<void> | undefined;
  /** Counts up whenever the log has forgotten something. */
  #forgotten = 0;

  constructor(
    private readonly log: RoomLog,
    private readonly room: string,
    private readonly bell: Bell,
    /** The log is not read any more: it may be closed while the last pages leave. */
    private readonly closing: AbortSignal,
  ) {}

  /** Names the log, once that was read. */
  get logId(): string {
    return this.#logId;
  }

  /** Counts up whenever the log has forgotten something that was known here. */
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

  /** Resolves when all that was said before this call is known here. */
  async catchUp(): Promise<void> {
    while (this.#rings !== this.bell.rings && !this.closing.aborted) {
      await (this.#reading ??= this.#read());
    }
  }

  /** The bell does not ring for all: who has their data deleted does so from one room, for every room. */
  lookAgain(): void {
    this.#rings = -1;
  }

  /** What changed after `revision`, each entry once and as it is now, in the order of the changes. */
  changedAfter(revision: number): readonly NewsItem[] {
    const known = this.#all.findLastIndex((item) => item.revision <= revision);
    return this.#all.slice(known + 1);
  }

  async #read(): Promise<void> {
    try {
      const { rings } = this.bell;
      this.#logId ||= await this.log.id(this.room);
      let changed: readonly Entry[];
      do {
        changed = await this.log.changedAfter(this.room, this.#revision, batch);
        this.#take(changed);
        // The log of a room that was just started is long.
        if (changed.length === batch) await setImmediate();
      } while (changed.length === batch);
      this.#keep(new Set(await this.log.ids(this.room)));
      this.#rings = rings;
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
  /** As it reads differently; of a class's board that is one for each learner. */
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

  /** The event that tells it to this person; undefined: it is not theirs to see. */
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
