/**
 * The event stream of one page. There is no queue: when the connection can take more, the page is
 * sent each entry's current state, and states overtaken meanwhile are never sent.
 */
import { ReadableStream } from 'node:stream/web';
import type { User } from '../../chat/port.js';
import { Wakeup } from './notifier.js';
import type { Hall, Halls } from './halls.js';
import { firstRoom } from '../../room/study-rooms.js';
import { wireEvent } from './wire-event.js';

export interface FeedOptions {
  readonly user: User;
  /** The id of the last event that the page received, if any. */
  readonly lastEventId: string | undefined;
  readonly halls: Halls;
  readonly room: string;
  /** Whether the reader is the room's teacher. */
  readonly teaches: boolean;
  /** Idle time after which a comment keeps the connection open, in ms. */
  readonly heartbeatMs: number;
}

/** Bytes written at a time, unless a single entry is longer: what a connection buffers. */
const chunkBytes = 64 * 1024;
/** Keepalive for proxies; pages do not see comments, so an event goes with it. */
const stillHere = Buffer.from(': still here\n\n');
/** How soon a page reconnects, in ms. */
const retryMs = 1000;

/** The response body. The person counts as present from its first read until it is cancelled. */
export function feed(options: FeedOptions): ReadableStream<Uint8Array> {
  let page: Page | undefined;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        page ??= new Page(options);
        const chunk = await page.next();
        if (chunk) controller.enqueue(chunk);
      },
      cancel: () => {
        page?.leave();
      },
    },
    // Nothing is produced before the connection asks for it.
    { highWaterMark: 0 },
  );
}

class Page {
  readonly #options: FeedOptions;
  readonly #hall: Hall;
  readonly #wakeup = new Wakeup();
  readonly #stopListening: () => void;
  readonly #leaveRoom: () => void;
  /** The page has the log up to here. */
  #revision = 0;
  #peopleVersion = -1;
  /** The first room has no teacher, so nothing is ever settled in it. */
  #settledVersion: number;
  /** The `News.forgotten` that the page was last told about. */
  #forgotten: number;
  #isOpen = false;
  #isCaughtUp = false;
  #isGone = false;

  constructor(options: FeedOptions) {
    this.#options = options;
    const { hall, leave } = options.halls.enter(options.room, options.user);
    this.#hall = hall;
    this.#leaveRoom = leave;
    // A new page has nothing that could be forgotten; a reconnecting one may.
    this.#forgotten = options.lastEventId === undefined ? hall.news.forgotten : -1;
    this.#settledVersion = options.room === firstRoom ? hall.settledVersion : -1;
    this.#stopListening = hall.notifier.listen(this.#wakeup.wake);
  }

  leave(): void {
    this.#isGone = true;
    this.#stopListening();
    this.#leaveRoom();
    this.#wakeup.wake();
  }

  /** Resolves when there is something to send; to undefined when the page is gone. */
  async next(): Promise<Uint8Array | undefined> {
    while (!this.#isGone) {
      await this.#hall.catchUp();
      const [first, ...others] = this.#untold();
      // Usually a single event: its bytes are shared by every page.
      if (first) return others.length > 0 ? Buffer.concat([first, ...others]) : first;
      const isRung = await this.#wakeup.wait(this.#options.heartbeatMs);
      if (isRung) continue;
      this.#hall.news.lookAgain();
      await this.#hall.stillOpen();
      return Buffer.concat([stillHere, wireEvent('alive', null)]);
    }
    return undefined;
  }

  /** What the page is missing, up to one write. */
  #untold(): readonly Buffer[] {
    const { user, teaches } = this.#options;
    const { news, people, settledVersion } = this.#hall;
    const events = this.#isOpen ? [] : [...this.#opening()];
    if (this.#peopleVersion !== people.version) {
      this.#peopleVersion = people.version;
      events.push(wireEvent('people', people.seenBy(user)));
    }
    if (this.#settledVersion !== settledVersion) {
      this.#settledVersion = settledVersion;
      events.push(wireEvent('room', this.#hall.seenBy(user, teaches)));
    }
    if (this.#forgotten !== news.forgotten) {
      this.#forgotten = news.forgotten;
      events.push(wireEvent('kept', news.kept()));
    }
    let size = 0;
    for (const item of news.changedAfter(this.#revision)) {
      if (size >= chunkBytes) return events;
      this.#revision = item.revision;
      const event = item.eventFor(user.id);
      if (event) events.push(event);
      size += event?.byteLength ?? 0;
    }
    if (!this.#isCaughtUp) events.push(wireEvent('caught-up', null));
    this.#isCaughtUp = true;
    return events;
  }

  #opening(): readonly Buffer[] {
    this.#isOpen = true;
    const { lastEventId } = this.#options;
    const { news } = this.#hall;
    const events: Buffer[] = [Buffer.from(`retry: ${retryMs}\n\n`)];
    if (lastEventId === undefined) return events;
    const [logId, revision] = lastEventId.split('.');
    if (logId === news.logId && revision && /^\d{1,15}$/.test(revision)) {
      this.#revision = Number(revision);
    } else {
      events.push(wireEvent('reset', null));
      this.#forgotten = news.forgotten;
    }
    return events;
  }
}
