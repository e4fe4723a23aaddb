/** Token buckets per person and for everybody: so many at once, then so many a minute. */
import { Allowance } from '../../chat/allowance.js';
import type { SharedRate } from './limits.js';

/** At this size, people whose allowance is full again are dropped. */
const mostKnown = 1000;

/** Why somebody has to wait. */
export interface Wait {
  /** Whose allowance is used up. */
  readonly whose: 'own' | 'all';
  readonly ms: number;
}

export class SharedPace {
  readonly #own = new Map<string, Allowance>();
  readonly #all: Allowance;

  /** @param nowMs a monotonic clock, in ms */
  constructor(
    private readonly rate: SharedRate,
    private readonly nowMs: () => number,
  ) {
    this.#all = new Allowance(rate.all);
  }

  /** Takes one for `key`. If it returns how long to wait, nothing was taken from anybody. */
  take(key: string): Wait | undefined {
    const now = this.nowMs();
    const own = this.#own.get(key) ?? new Allowance(this.rate.each);
    const ownMs = own.waitMs(now);
    if (ownMs > 0) return { whose: 'own', ms: ownMs };
    const allMs = this.#all.waitMs(now);
    if (allMs > 0) return { whose: 'all', ms: allMs };
    if (this.#own.size >= mostKnown) this.#forgetWhole(now);
    this.#own.set(key, own);
    own.spend(now);
    this.#all.spend(now);
    return undefined;
  }

  #forgetWhole(now: number): void {
    for (const [key, own] of this.#own) if (own.isWhole(now)) this.#own.delete(key);
  }
}
