/** When learners ask. */
import { dice } from '../../src/datasets/random.js';

/** Independent random arrivals: a Poisson process. */
export function poissonArrivals(
  learners: number,
  everyMs: number,
  seed: number,
): readonly number[] {
  const chance = dice(seed);
  let atMs = 0;
  return Array.from({ length: learners }, () => (atMs += -everyMs * Math.log(1 - chance.unit())));
}

/** A class told to begin: spread evenly over this time. */
export function classArrivals(learners: number, withinMs: number): readonly number[] {
  return Array.from({ length: learners }, (_, index) => (withinMs * index) / learners);
}
