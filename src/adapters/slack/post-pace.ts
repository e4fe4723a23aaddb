/** New messages in a channel, one after the other, as Slack wants them. */
import { setTimeout as delay } from 'node:timers/promises';
import { POST_EVERY_MS } from './limits.js';

export class PostPace {
  /** Resolves when a channel's next message may be posted; channels at rest are not in it. */
  readonly #turns = new Map<string, Promise<void>>();
  /** Resolves when the last of those that let others go first is posted, by channel. */
  readonly #last = new Map<string, Promise<void>>();
  /** Messages that are not posted yet, by channel. */
  readonly #ahead = new Map<string, number>();

  /** @param closing ends the pauses: what waits its turn goes at once, or never */
  constructor(
    private readonly closing: AbortSignal,
    private readonly everyMs = POST_EVERY_MS,
  ) {}

  /** Messages that go before one that comes now, and how long they take, in ms. */
  line(channel: string): { readonly ahead: number; readonly waitMs: number } {
    const ahead = this.#ahead.get(channel) ?? 0;
    return { ahead, waitMs: ahead * this.everyMs };
  }

  /** Messages that are not posted yet, in all channels. */
  get waiting(): number {
    let waiting = 0;
    for (const ahead of this.#ahead.values()) waiting += ahead;
    return waiting;
  }

  /** Posts in turn: the pause counts from when Slack has the message before. */
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
   * Posts when nothing else waits its turn there: what comes in the meantime goes before it.
   * @throws the reason of `closing`, which leaves it to the next process
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
