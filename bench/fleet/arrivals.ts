/** When learners ask. */
import { dice } from '../../src/datasets/random.js';

/** One by one, by chance, none knowing of the others: a Poisson process. */
export function poissonArrivals(
  learners: number,
  everyMs: number,
  seed: number,
): readonly number[] {
  const chance = dice(seed);
  let atMs = 0;
  return Array.from({ length: learners }, () => (atMs += -everyMs * Math.log(1 - chance.unit())));
}

/** A class told to begin: evenly within so long. */
export function classArrivals(learners: number, withinMs: number): readonly number[] {
  return Array.from({ length: learners }, (_, index) => (withinMs * index) / learners);
}
