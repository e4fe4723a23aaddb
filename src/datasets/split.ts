/** Splits rows into training, validation and test. */
import { shuffledIndices } from './random.js';

const trainingShare = 0.8;
/** The same for every data set and every run, so that runs can be compared. */
const splitSeed = 0;

export interface Split {
  /** The rows in a fixed random order. */
  readonly order: Uint32Array;
  /** floor(0.8 × rows): that many first rows of `order` are for training, the rest for the test. */
  readonly trainRows: number;
}

/**
 * A stratified random order: a row's relative position is its position
 * among the shuffled rows of its own class, so every part of the order, and thus training,
 * validation (its last rows) and test, contains the classes in nearly the same shares.
 * @param classes each row's class index; for regression the same index for all
 */
export function stratifiedSplit(classes: ArrayLike<number>): Split {
  const shuffled = shuffledIndices(classes.length, splitSeed);
  const sizes = new Map<number, number>();
  const classOf = (row: number): number => classes[row] ?? 0;
  for (const row of shuffled) sizes.set(classOf(row), (sizes.get(classOf(row)) ?? 0) + 1);
  const seen = new Map<number, number>();
  const standing = new Float64Array(classes.length);
  for (const row of shuffled) {
    const before = seen.get(classOf(row)) ?? 0;
    seen.set(classOf(row), before + 1);
    standing[row] = (before + 0.5) / (sizes.get(classOf(row)) ?? 1);
  }
  const order = shuffled.sort((a, b) => (standing[a] ?? 0) - (standing[b] ?? 0));
  return { order, trainRows: Math.floor(trainingShare * classes.length) };
}

/**
 * Keras' `validation_split`: weights are fitted on the first floor(n·(1−s)) training rows and the
 * rest validates. In binary floating point, as `train_validation_split` of Keras'
 * engine/data_adapter.py computes it: of 10,000 rows, s = 0.8 leaves 1,999.
 */
export function splitRows(
  trainRows: number,
  validationSplit: number,
): { training: number; validation: number } {
  const training = Math.floor(trainRows * (1 - validationSplit));
  return { training, validation: trainRows - training };
}
