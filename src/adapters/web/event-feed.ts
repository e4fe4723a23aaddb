/**
 * What one page is told, as it happens. There is no queue: a page that reads slowly is told the state
 * of each entry as it is when it gets to it, and what was overtaken meanwhile is never sent.
 */
import type { SSEStreamingApi } from 'hono/streaming';
import type { User } from '../../chat/port.js';
import { Wakeup, type Bell } from './bell.js';
import type { People } from './people.js';
import type { RoomLog } from './room-log.js';
import { maySee, wireEntry } from './wire-entry.js';
import type { WireEvents } from './wire.js';

export interface FeedOptions {
  readonly user: User;
  /** The id of the last event that the page saw, if it saw any. */
  readonly lastEventId: string | undefined;
  readonly log: RoomLog;
  readonly people: People;
  readonly bell: Bell;
  /** Silence after which a comment keeps the connection open, in ms. */
  readonly heartbeatMs: number;
  readonly closing: AbortSignal;
}

/** Entries read from the log at a time. */
const batch = 20;
/** How soon a page tries again when it lost us, in ms. */
const retryMs = 1000;

/** Ends when the page is gone or the room closes. */
export async function feed(stream: SSEStreamingApi, options: FeedOptions): Promise<void> {
  const { user, people, bell, closing, heartbeatMs } = options;
  const wakeup = new Wakeup();
  const stopListening = bell.listen(wakeup.ring);
  const leave = people.enter(user);
  stream.onAbort(wakeup.ring);
  closing.addEventListener('abort', wakeup.ring);
  try {
    const page = new Page(stream, options);
    await page.open();
    while (!stream.aborted && !closing.aborted) {
      const wasNews = await page.tell();
      if (!wasNews && !(await wakeup.wait(heartbeatMs))) await stream.write(': still here\n\n');
    }
  } finally {
    closing.removeEventListener('abort', wakeup.ring);
    stopListening();
    leave();
  }
}

class Page {
  #logId = '';
  /** The page knows the log up to here. */
  #revision = 0;
  #peopleVersion = -1;
  #isCaughtUp = false;

  constructor(
    private readonly stream: SSEStreamingApi,
    private readonly options: FeedOptions,
  ) {}

  async open(): Promise<void> {
    const { log, lastEventId } = this.options;
    this.#logId = await log.id();
    await this.stream.write(`retry: ${retryMs}\n\n`);
    if (lastEventId === undefined) return;
    const [logId, revision] = lastEventId.split('.');
    if (logId === this.#logId && revision && /^\d{1,15}$/.test(revision)) {
      this.#revision = Number(revision);
    } else {
      await this.#send('reset', null);
    }
  }

  /** Tells what the page does not know yet; false when there was nothing. */
  async tell(): Promise<boolean> {
    const { user, log, people } = this.options;
    if (this.#peopleVersion !== people.version) {
      this.#peopleVersion = people.version;
      await this.#send('people', people.seenBy(user));
    }
    const changed = await log.changedAfter(this.#revision, batch);
    for (const entry of changed) {
      if (this.stream.aborted) return false;
      this.#revision = entry.revision;
      if (!maySee(entry, user.id)) continue;
      await this.#send('entry', wireEntry(entry, user.id), `${this.#logId}.${entry.revision}`);
    }
    if (changed.length === 0 && !this.#isCaughtUp) {
      this.#isCaughtUp = true;
      await this.#send('caught-up', null);
    }
    return changed.length > 0;
  }

  /** Resolves when the connection has taken it. */
  #send<K extends keyof WireEvents>(event: K, data: WireEvents[K], id?: string): Promise<void> {
    const withId = id === undefined ? {} : { id };
    return this.stream.writeSSE({ event, data: JSON.stringify(data), ...withId });
  }
}
