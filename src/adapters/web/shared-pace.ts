/** Who may do something now: each person, and all together, so often at once and then so often a minute. */
import type { Rate, SharedRate } from './limits.js';

const minuteMs = 60_000;
/** Everybody whose allowance is whole again is forgotten when so many are known. */
const mostKnown = 1000;

/** Why somebody has to wait. */
export interface Wait {
  /** Whose allowance is used up. */
  readonly whose: 'own' | 'all';
  readonly ms: number;
}

/** One allowance: a token bucket. */
class Allowance {
  #left: number;
  #atMs: number;

  constructor(
    private readonly rate: Rate,
    nowMs: number,
  ) {
    this.#left = rate.burst;
    this.#atMs = nowMs;
  }

  /** Until one more is allowed, in ms; 0 is now. */
  waitMs(nowMs: number): number {
    this.#refill(nowMs);
    return this.#left >= 1 ? 0 : ((1 - this.#left) * minuteMs) / this.rate.perMinute;
  }

  isWhole(nowMs: number): boolean {
    this.#refill(nowMs);
    return this.#left >= this.rate.burst;
  }

  spend(): void {
    this.#left -= 1;
  }

  #refill(nowMs: number): void {
    const gained = ((nowMs - this.#atMs) * this.rate.perMinute) / minuteMs;
    this.#left = Math.min(this.rate.burst, this.#left + gained);
    this.#atMs = nowMs;
  }
}

export class SharedPace {
  readonly #own = new Map<string, Allowance>();
  readonly #all: Allowance;

  /** @param nowMs a clock that only goes forward, in ms */
  constructor(
    private readonly rate: SharedRate,
    private readonly nowMs: () => number,
  ) {
    this.#all = new Allowance(rate.all, nowMs());
  }

  /** Takes one for `key`. What is returned says how long to wait: then none was taken of anybody's. */
  take(key: string): Wait | undefined {
    const now = this.nowMs();
    const own = this.#own.get(key) ?? new Allowance(this.rate.each, now);
    const ownMs = own.waitMs(now);
    if (ownMs > 0) return { whose: 'own', ms: ownMs };
    const allMs = this.#all.waitMs(now);
    if (allMs > 0) return { whose: 'all', ms: allMs };
    if (this.#own.size >= mostKnown) this.#forgetWhole(now);
    this.#own.set(key, own);
    own.spend();
    this.#all.spend();
    return undefined;
  }

  #forgetWhole(now: number): void {
    for (const [key, own] of this.#own) if (own.isWhole(now)) this.#own.delete(key);
  }
}
