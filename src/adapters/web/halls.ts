/** Rooms that are open on some page now, each with what its pages are told. */
import type { User } from '../../chat/port.js';
import { Bell } from './bell.js';
import { News } from './news.js';
import { People } from './people.js';
import type { RoomLog } from '../../room/room-log.js';
import { firstRoom, type Settled, type StudyRooms } from '../../room/study-rooms.js';
import type { WireRoom } from './wire.js';

export interface HallOptions {
  readonly log: RoomLog;
  readonly rooms: Pick<StudyRooms, 'settled' | 'visited'>;
  readonly closing: AbortSignal;
  /** A clock that only goes forward, in ms. */
  readonly nowMs: () => number;
}

const hourMs = 60 * 60 * 1000;

export class Hall {
  readonly bell = new Bell();
  readonly people = new People(this.bell);
  readonly news: News;
  #settled: Settled = { muted: [] };
  #settledVersion = 0;
  /** What of it is known here; in the first room there is nothing to know. */
  #knownVersion: number;
  #visitedAtMs: number;

  constructor(
    readonly room: string,
    private readonly options: HallOptions,
  ) {
    // Whoever opens a page has come in.
    this.#visitedAtMs = options.nowMs();
    this.#knownVersion = room === firstRoom ? 0 : -1;
    this.news = new News(options.log, room, this.bell, options.closing);
  }

  /** Counts up whenever its teacher has settled something. */
  get settledVersion(): number {
    return this.#settledVersion;
  }

  /** Resolves when all that happened before this call is known here. */
  async catchUp(): Promise<void> {
    const { rooms, closing } = this.options;
    while (this.#knownVersion !== this.#settledVersion && !closing.aborted) {
      const version = this.#settledVersion;
      this.#settled = await rooms.settled(this.room);
      this.#knownVersion = version;
    }
    await this.news.catchUp();
  }

  /** A page is still open, which counts as a visit: once an hour is enough. */
  async stillOpen(): Promise<void> {
    const { rooms, closing, nowMs } = this.options;
    if (closing.aborted || nowMs() - this.#visitedAtMs <= hourMs) return;
    this.#visitedAtMs = nowMs();
    await rooms.visited(this.room);
  }

  /** Its teacher has settled something. */
  resettle(): void {
    this.#settledVersion += 1;
    this.bell.ring();
  }

  /** @param teaches whether they see who is muted */
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

  /** Somebody's page opens; the hall is there until the last one leaves. */
  enter(room: string, user: User): { readonly hall: Hall; readonly leave: () => void } {
    const hall = this.#open.get(room) ?? new Hall(room, this.options);
    this.#open.set(room, hall);
    const leavePeople = hall.people.enter(user);
    return {
      hall,
      leave: () => {
        leavePeople();
        // What the first room has said is read once for all who come.
        if (room !== firstRoom && hall.people.isEmpty) this.#open.delete(room);
      },
    };
  }

  /** There may be something new in a room. */
  readonly ring = (room: string): void => {
    this.#open.get(room)?.bell.ring();
  };

  resettle(room: string): void {
    this.#open.get(room)?.resettle();
  }

  rename(user: User): void {
    for (const { people } of this.#open.values()) people.rename(user);
  }
}
