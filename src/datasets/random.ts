/** Seeded random numbers for generated data and for the split: the same on every machine and Node version. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Dice {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Integer from `min` to `max`, inclusive. */
  integer(min: number, max: number): number;
  /** Normally distributed; Box–Muller (Annals of Mathematical Statistics 29, 1958). */
  normal(mean: number, deviation: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A random key of `shares`, weighted by its share; shares sum to 1. */
  pick<K extends string>(shares: Readonly<Record<K, number>>): K;
}

export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const unit = (): number => uniformFloat64(generator);
  return {
    unit,
    integer: (min, max) => uniformInt(generator, min, max),
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    chance: (probability) => unit() < probability,
    pick: <K extends string>(shares: Readonly<Record<K, number>>): K => {
      let rest = unit();
      const keys = Object.keys(shares) as K[];
      const found = keys.find((key) => (rest -= shares[key]) < 0) ?? keys.at(-1);
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
  };
}

/** A seeded random permutation of 0 … count−1; Fisher–Yates. */
export function shuffledIndices(count: number, seed: number): Uint32Array {
  const generator = xoroshiro128plus(seed);
  const indices = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = uniformInt(generator, 0, last);
    const kept = indices[last] ?? last;
    indices[last] = indices[other] ?? other;
    indices[other] = kept;
  }
  return indices;
}
