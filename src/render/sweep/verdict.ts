/** Which of several measured values is best, and whether they follow a trend, beyond chance. */
import { noiseBetween, type Scale, type Spread } from './noise.js';

export type Direction = 'lower' | 'higher';

/** One value's measurements, with its index among the values. */
export interface Measured {
  readonly label: string;
  readonly spread: Spread;
}

export interface Ranking {
  /** `unmeasured`: with a single seed the noise is unknown. */
  readonly kind: 'best' | 'tied' | 'unmeasured';
  readonly first: Measured;
  /** The second; in a tie, the best of those indistinguishable from the first. */
  readonly next: Measured;
  /** The gap between the first and the next. */
  readonly gap: number;
  /** The gap that chance alone may cause; undefined where it was not measured. */
  readonly noise: number | undefined;
  /** Those indistinguishable from the first, best first. */
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
  // In a tie, the numbers given are the rival's.
  const beside = kind === 'tied' ? (rivals[0] ?? next) : next;
  return { kind, first, next: beside, gap: gapTo(beside), noise: noiseTo(beside), rivals };
}

/** With fewer values there is only a difference, no trend. */
const LEAST_FOR_TREND = 3;

/**
 * How a number changes from the smallest value to the largest: a trend only if every step is
 * more than chance and all go the same way; `ends` if only the two ends differ by more than chance.
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
