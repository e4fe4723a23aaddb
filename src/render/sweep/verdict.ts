/** Which of several measured values may be called best, and whether they follow a trend: never by chance. */
import { noiseBetween, type Scale, type Spread } from './noise.js';

export type Direction = 'lower' | 'higher';

/** One value's measurements; by its index among the values. */
export interface Measured {
  readonly label: string;
  readonly spread: Spread;
}

export interface Ranking {
  /** `unmeasured`: with a single seed nobody knows what chance did. */
  readonly kind: 'best' | 'tied' | 'unmeasured';
  readonly first: Measured;
  /** The second; of a tie the first of those that cannot be told from the first. */
  readonly next: Measured;
  /** How far the next is behind the first. */
  readonly gap: number;
  /** What chance may make of that gap; undefined where it was not measured. */
  readonly noise: number | undefined;
  /** Those that cannot be told from the first, best first. */
  readonly rivals: readonly Measured[];
}

/** Undefined where there is nothing to compare. */
export function rank(
  measured: readonly Measured[],
  better: Direction,
  scale: Scale,
): Ranking | undefined {
  const sign = better === 'lower' ? 1 : -1;
  const sorted = [...measured].sort((a, b) => sign * (a.spread.mean - b.spread.mean));
  const [first, next] = sorted;
  if (!first || !next) return undefined;
  const noiseTo = (other: Measured): number | undefined =>
    noiseBetween(first.spread, other.spread, scale);
  const gapTo = (other: Measured): number => Math.abs(other.spread.mean - first.spread.mean);
  const others = sorted.slice(1);
  const isUnmeasured = others.some((other) => noiseTo(other) === undefined);
  const rivals = others.filter((other) => !(gapTo(other) > (noiseTo(other) ?? Infinity)));
  const kind = isUnmeasured ? 'unmeasured' : rivals.length > 0 ? 'tied' : 'best';
  // Of a tie, it is the rival that the numbers are told of.
  const beside = kind === 'tied' ? (rivals[0] ?? next) : next;
  return { kind, first, next: beside, gap: gapTo(beside), noise: noiseTo(beside), rivals };
}

/** Fewer values have no trend, only a difference. */
const LEAST_FOR_TREND = 3;

/**
 * What a number does from the smallest value to the largest: a trend only where every single step is
 * more than chance and all go the same way; `ends` where only the two ends are further apart than that.
 * @param measured from the smallest value to the largest
 */
export function trendOf(
  measured: readonly Measured[],
  scale: Scale,
): 'rises' | 'falls' | 'ends' | 'none' | undefined {
  const [from] = measured;
  const to = measured.at(-1);
  if (!from || !to || measured.length < LEAST_FOR_TREND) return undefined;
  const step = (a: Measured, b: Measured): number | undefined => {
    const noise = noiseBetween(a.spread, b.spread, scale);
    const change = b.spread.mean - a.spread.mean;
    if (noise === undefined) return undefined;
    return Math.abs(change) > noise ? Math.sign(change) : 0;
  };
  const steps = measured.slice(1).map((to, index) => step(measured[index] ?? to, to));
  if (steps.includes(undefined)) return undefined;
  if (steps.every((sign) => sign === 1)) return 'rises';
  if (steps.every((sign) => sign === -1)) return 'falls';
  return step(from, to) === 0 ? 'none' : 'ends';
}
