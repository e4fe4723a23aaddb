/** Paces new messages in a channel, one at a time, to Slack's limit. */
import { setTimeout as delay } from 'node:timers/promises';
import { POST_EVERY_MS } from './limits.js';

export class PostPace {
  /** Resolves when a channel's next message may be posted; idle channels are absent. */
  readonly #turns = new Map<string, Promise<void>>();
  /** Resolves when the last low-priority message is posted, by channel. */
  readonly #last = new Map<string, Promise<void>>();
  /** Messages waiting to be posted, by channel. */
  readonly #ahead = new Map<string, number>();

  /** @param closing ends the pauses: waiting messages are sent at once, or never */
  constructor(
    private readonly closing: AbortSignal,
    private readonly everyMs = POST_EVERY_MS,
  ) {}

  /** Messages queued ahead of a new one, and how long they take, in ms. */
  line(channel: string): { readonly ahead: number; readonly waitMs: number } {
    const ahead = this.#ahead.get(channel) ?? 0;
    return { ahead, waitMs: ahead * this.everyMs };
  }

  /** Messages waiting to be posted, in all channels. */
  get waiting(): number {
    let waiting = 0;
    for (const ahead of this.#ahead.values()) waiting += ahead;
    return waiting;
  }

  /** Posts in turn: the pause counts from when Slack received the previous message. */
  async inTurn<T>(channel: string, post: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(channel) ?? Promise.resolve();
    this.#ahead.set(channel, (this.#ahead.get(channel) ?? 0) + 1);
    const posted = before.then(post).finally(() => {
      const left = (this.#ahead.get(channel) ?? 1) - 1;
      if (left > 0) this.#ahead.set(channel, left);
      else this.#ahead.delete(channel);
    });
    const turn = posted
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => delay(this.everyMs, undefined, { signal: this.closing }))
      .catch(() => undefined);
    this.#turns.set(channel, turn);
    void turn.then(() => {
      if (this.#turns.get(channel) === turn) this.#turns.delete(channel);
    });
    return posted;
  }

  /**
   * Posts when nothing else is waiting there: later messages go ahead of it.
   * @throws the reason of `closing`: the next process will post it
   */
  async afterOthers<T>(channel: string, post: () => Promise<T>): Promise<T> {
    const before = this.#last.get(channel) ?? Promise.resolve();
    const posted = before.then(async () => {
      while (this.#turns.has(channel)) await this.#turns.get(channel);
      this.closing.throwIfAborted();
      return this.inTurn(channel, post);
    });
    const last = posted.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(channel, last);
    void last.then(() => {
      if (this.#last.get(channel) === last) this.#last.delete(channel);
    });
    return posted;
  }
}
