/** A rate limit: so many at once, and then so many a minute. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

const minuteMs = 60_000;

/**
 * The generic cell rate algorithm (ITU-T I.371, annex A.1.1), which is a token bucket that keeps one time
 * instead of a number of tokens. Times are from a monotonic clock, in ms.
 */
export class Allowance {
  /** When the full burst is available again. */
  #wholeAtMs = -Infinity;
  readonly #oneMs: number;
  readonly #burstMs: number;

  constructor({ burst, perMinute }: Rate) {
    this.#oneMs = minuteMs / perMinute;
    this.#burstMs = burst * this.#oneMs;
  }

  /** Time until one more is allowed, in ms; 0 is now. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.#wholeAtMs + this.#oneMs - this.#burstMs - nowMs);
  }

  isWhole(nowMs: number): boolean {
    return this.#wholeAtMs <= nowMs;
  }

  spend(nowMs: number): void {
    this.#wholeAtMs = Math.max(this.#wholeAtMs, nowMs) + this.#oneMs;
  }
}
