/** Tells Redis something again and again: one beat at a time, a missed one made up as soon as Redis is there. */
import { setTimeout as after } from 'node:timers/promises';
import type { RunLog } from '../runs/ports.js';
import type { RedisServer } from './redis.js';

export interface PulseOptions {
  readonly redis: RedisServer;
  readonly everyMs: number;
  /** @throws where Redis does not do it */
  readonly beat: () => Promise<void>;
  /** Told at every beat that is due, be it only that the one before is not answered yet. */
  readonly onDue?: () => void;
  /** What does not succeed, for the log: `the front's heartbeat`. */
  readonly name: string;
  readonly log: Pick<RunLog, 'warn'>;
}

/** How long the end may wait for a Redis that says nothing, in ms. */
const LAST_WORD_MS = 500;

export class Pulse {
  #beating: Promise<void> | undefined;
  #answeredAtMs = -Infinity;
  /** Why a beat failed last: each fault is logged once. */
  #fault = '';
  #timer: NodeJS.Timeout | undefined;
  #unfollow: () => void = () => undefined;

  constructor(private readonly options: PulseOptions) {}

  /** How long ago a beat was answered last, by this process' own clock. */
  get silentMs(): number {
    return performance.now() - this.#answeredAtMs;
  }

  /** Resolves after the first beat, or as soon as it is known that Redis is not there. Never rejects. */
  async start(): Promise<void> {
    const { redis, everyMs, onDue } = this.options;
    const known = new Promise<void>((resolve) => {
      this.#unfollow = redis.onChange((isUp) => {
        if (!isUp) resolve();
        else void this.beatNow().then(resolve);
      });
    });
    this.#timer = setInterval(() => {
      if (!this.#beating && redis.isUp) void this.beatNow();
      onDue?.();
    }, everyMs);
    if (redis.isUp) await this.beatNow();
    else await Promise.race([known, after(3 * everyMs, undefined, { ref: false })]);
  }

  /** Once more, after the one under way. Never rejects. */
  async beatNow(): Promise<void> {
    const before = this.#beating;
    const mine = (before ?? Promise.resolve()).then(() => this.#beat());
    this.#beating = mine;
    await mine;
    if (this.#beating === mine) this.#beating = undefined;
  }

  /**
   * Beats no more.
   * @param lastly what is told then
   */
  async stop(lastly: () => Promise<unknown>): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#unfollow();
    const last = (this.#beating ?? Promise.resolve()).then(lastly).catch(() => undefined);
    await Promise.race([last, after(LAST_WORD_MS, undefined, { ref: false })]);
  }

  async #beat(): Promise<void> {
    const { redis, beat, name, log } = this.options;
    // It was stopped while it waited for the one before.
    if (this.#timer === undefined) return;
    try {
      await beat();
      this.#answeredAtMs = performance.now();
      this.#fault = '';
    } catch (err) {
      // That Redis is away is said by whoever holds the connections.
      const fault = redis.isUp ? String(err) : this.#fault;
      if (fault !== this.#fault) log.warn({ err }, `${name} does not succeed; it is tried again`);
      this.#fault = fault;
    }
  }
}
