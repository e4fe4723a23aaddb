/**
 * The noise of repeated measurements, and which gaps exceed it.
 *
 * The rule is Welch's test (Biometrika 34, 1947, 28–35) at 5 %: two means differ when they are further
 * apart than t · √(s₁²/n₁ + s₂²/n₂), with t for Welch's degrees of freedom. Each value has its own variance:
 * a setting that hardly learns varies far more than one that has learned. A value is called best only if it differs this
 * much from every other, which chance alone causes among equal values in at most 5 of 100 sweeps. Losses are
 * compared by ratio (on a logarithmic scale), as their spread grows with their size.
 */

export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** The standard deviation of one measurement; undefined where there is only one. */
  readonly deviation: number | undefined;
}

/** @param numbers at least one */
export function spreadOf(numbers: readonly number[]): Spread {
  const count = numbers.length;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / count;
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  return { count, mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : undefined };
}

/** By differences, or by ratios for numbers that are never below 0. */
export type Scale = 'differences' | 'ratios';

/** Two-sided 5 % points of Student's t, for 1 to 4 degrees of freedom: three seeds give no more. */
const studentsT = [12.706, 4.303, 3.182, 2.776] as const;

/**
 * How far above the lower mean another must be to exceed chance; undefined where chance was not
 * measured.
 */
export function noiseBetween(a: Spread, b: Spread, scale: Scale): number | undefined {
  if (a.deviation === undefined || b.deviation === undefined) return undefined;
  const lower = Math.min(a.mean, b.mean);
  const byRatio = scale === 'ratios' && lower > 0;
  const ofA = (a.deviation / (byRatio ? a.mean : 1)) ** 2 / a.count;
  const ofB = (b.deviation / (byRatio ? b.mean : 1)) ** 2 / b.count;
  if (ofA + ofB === 0) return 0;
  const freedom = (ofA + ofB) ** 2 / (ofA ** 2 / (a.count - 1) + ofB ** 2 / (b.count - 1));
  const margin = pointOf(freedom) * Math.sqrt(ofA + ofB);
  return byRatio ? lower * Math.expm1(margin) : margin;
}

/** Rounded down to whole degrees of freedom: too strict rather than too lenient. */
function pointOf(freedom: number): number {
  // A quotient may come out slightly below a whole number.
  const whole = Math.min(studentsT.length, Math.max(1, Math.floor(freedom + 1e-9)));
  return studentsT[whole - 1] ?? Infinity;
}
