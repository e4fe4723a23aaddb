/**
 * Tells Redis something at regular intervals: one beat at a time, and a missed one as soon as Redis is
 * back.
 */
import { setTimeout as after } from 'node:timers/promises';
import type { RunLog } from '../runs/ports.js';
import type { RedisServer } from './redis.js';

export interface PulseOptions {
  readonly redis: RedisServer;
  readonly everyMs: number;
  /** Rejects when Redis fails. */
  readonly beat: () => Promise<void>;
  /** Called whenever a beat is due, even if the one before has not been answered. */
  readonly onDue?: () => void;
  /** What it is, for the log: `the front's heartbeat`. */
  readonly name: string;
  readonly log: Pick<RunLog, 'warn'>;
}

/** How long the shutdown may wait for a Redis that does not answer, in ms. */
const LAST_WORD_MS = 500;

export class Pulse {
  #beating: Promise<void> | undefined;
  #answeredAtMs = -Infinity;
  /** Why the last beat failed: each fault is logged once. */
  #fault = '';
  #timer: NodeJS.Timeout | undefined;
  #unfollow: () => void = () => undefined;

  constructor(private readonly options: PulseOptions) {}

  /** How long ago a beat was last answered, by this process's own clock. */
  get silentMs(): number {
    return performance.now() - this.#answeredAtMs;
  }

  /** Resolves after the first beat, or as soon as it is known that Redis is down. Never rejects. */
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

  /** Beats once more, after the one under way. Never rejects. */
  async beatNow(): Promise<void> {
    const before = this.#beating;
    const mine = (before ?? Promise.resolve()).then(() => this.#beat());
    this.#beating = mine;
    await mine;
    if (this.#beating === mine) this.#beating = undefined;
  }

  /**
   * Stops beating.
   * @param lastly what to tell Redis last
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
    // It was stopped while waiting for the one before.
    if (this.#timer === undefined) return;
    try {
      await beat();
      this.#answeredAtMs = performance.now();
      this.#fault = '';
    } catch (err) {
      // That Redis is down is logged by `RedisServer`.
      const fault = redis.isUp ? String(err) : this.#fault;
      if (fault !== this.#fault) log.warn({ err }, `${name} does not succeed; it is tried again`);
      this.#fault = fault;
    }
  }
}
