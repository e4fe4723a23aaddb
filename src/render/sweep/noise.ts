/**
 * What chance does to numbers that were measured several times, and which gaps are more than that.
 *
 * The rule is that of Games and Howell (Journal of Educational Statistics 1, 1976, 113–125): two means
 * differ when they are further apart than q · √((s₁²/n₁ + s₂²/n₂) / 2), with q of the studentized range
 * for as many values as are compared and Welch's degrees of freedom. Every value brings its own spread,
 * and where many are compared, chance makes one of all the gaps so large in fewer than 5 of 100 sweeps.
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

/** What a test may say of chance alone, in 1 of 20 sweeps. */
export const ERROR_SHARE = 0.05;

/** Upper 5 % points of the studentized range: a row for 1 to 4 degrees of freedom, a column for 2 to 9 values. */
const studentizedRange: readonly (readonly number[])[] = [
  [17.97, 26.98, 32.82, 37.08, 40.41, 43.12, 45.4, 47.36],
  [6.085, 8.331, 9.798, 10.88, 11.73, 12.43, 13.03, 13.54],
  [4.501, 5.91, 6.825, 7.502, 8.037, 8.478, 8.852, 9.177],
  [3.926, 5.04, 5.757, 6.287, 6.706, 7.053, 7.347, 7.602],
];

/**
 * How far apart two means must be to be more than chance; undefined where it was not measured.
 * @param compared how many values are compared in all, 2 to 9
 */
export function noiseBetween(a: Spread, b: Spread, compared: number): number | undefined {
  if (a.deviation === undefined || b.deviation === undefined) return undefined;
  const ofA = a.deviation ** 2 / a.count;
  const ofB = b.deviation ** 2 / b.count;
  if (ofA + ofB === 0) return 0;
  const freedom = (ofA + ofB) ** 2 / (ofA ** 2 / (a.count - 1) + ofB ** 2 / (b.count - 1));
  return quantile(freedom, compared) * Math.sqrt((ofA + ofB) / 2);
}

/** Rounded down to whole degrees of freedom: rather too strict than too quick to see a law. */
function quantile(freedom: number, compared: number): number {
  // A sum of squares may come out a hair below its whole number.
  const row = Math.min(studentizedRange.length, Math.max(1, Math.floor(freedom + 1e-9)));
  const quantiles = studentizedRange[row - 1] ?? [];
  return quantiles[Math.max(2, compared) - 2] ?? Infinity;
}
