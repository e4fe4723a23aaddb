/** Rooms that some page has open now, each with its pages' news. */
import type { User } from '../../chat/port.js';
import { Notifier } from './notifier.js';
import { News } from './news.js';
import { People } from './people.js';
import type { RoomLog } from '../../room/room-log.js';
import { firstRoom, type Settled, type StudyRooms } from '../../room/study-rooms.js';
import type { WireRoom } from './wire.js';

export interface HallOptions {
  readonly log: RoomLog;
  readonly rooms: Pick<StudyRooms, 'settled' | 'visited'>;
  readonly closing: AbortSignal;
  /** A monotonic clock, in ms. */
  readonly nowMs: () => number;
}

const hourMs = 60 * 60 * 1000;

export class Hall {
  readonly notifier = new Notifier();
  readonly people = new People(this.notifier);
  readonly news: News;
  #settled: Settled = { muted: [] };
  #settledVersion = 0;
  /** The version of `#settled` read so far; the first room has nothing to read. */
  #knownVersion: number;
  #visitedAtMs: number;

  constructor(
    readonly room: string,
    private readonly options: HallOptions,
  ) {
    // Opening a page counts as a visit.
    this.#visitedAtMs = options.nowMs();
    this.#knownVersion = room === firstRoom ? 0 : -1;
    this.news = new News(options.log, room, this.notifier, options.closing);
  }

  /** Incremented whenever its teacher has settled something. */
  get settledVersion(): number {
    return this.#settledVersion;
  }

  /** Resolves when everything that happened before this call has been read. */
  async catchUp(): Promise<void> {
    const { rooms, closing } = this.options;
    while (this.#knownVersion !== this.#settledVersion && !closing.aborted) {
      const version = this.#settledVersion;
      this.#settled = await rooms.settled(this.room);
      this.#knownVersion = version;
    }
    await this.news.catchUp();
  }

  /** An open page counts as a visit: recorded at most once an hour. */
  async stillOpen(): Promise<void> {
    const { rooms, closing, nowMs } = this.options;
    if (closing.aborted || nowMs() - this.#visitedAtMs <= hourMs) return;
    this.#visitedAtMs = nowMs();
    await rooms.visited(this.room);
  }

  /** Its teacher has settled something. */
  resettle(): void {
    this.#settledVersion += 1;
    this.notifier.notify();
  }

  /** @param teaches whether they may see who is muted */
  seenBy(user: User, teaches: boolean): WireRoom {
    const { pinned = null, muted } = this.#settled;
    return {
      teaches,
      isMuted: !teaches && muted.some(({ personId }) => personId === user.id),
      pinned,
      muted: teaches ? muted.map(({ id, name }) => ({ id, name: name ?? '?' })) : [],
    };
  }
}

export class Halls {
  readonly #open = new Map<string, Hall>();

  constructor(private readonly options: HallOptions) {}

  /** Somebody's page opens; the hall exists until the last one leaves. */
  enter(room: string, user: User): { readonly hall: Hall; readonly leave: () => void } {
    const hall = this.#open.get(room) ?? new Hall(room, this.options);
    this.#open.set(room, hall);
    const leavePeople = hall.people.enter(user);
    return {
      hall,
      leave: () => {
        leavePeople();
        // The first room's log is read once for everyone who comes.
        if (room !== firstRoom && hall.people.isEmpty) this.#open.delete(room);
      },
    };
  }

  /** There may be something new in a room. */
  readonly notify = (room: string): void => {
    this.#open.get(room)?.notifier.notify();
  };

  resettle(room: string): void {
    this.#open.get(room)?.resettle();
  }

  rename(user: User): void {
    for (const { people } of this.#open.values()) people.rename(user);
  }
}
