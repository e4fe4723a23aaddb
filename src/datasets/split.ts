/** How rows are shared out between training, validation and test. */
import { shuffledIndices } from './random.js';

const trainingShare = 0.8;
/** The same for every data set and every run, so that runs can be compared. */
const splitSeed = 0;

/**
 * A fixed random order of the rows, the first `trainRows` = floor(0.8·rows) of it for training,
 * the rest for the final test.
 */
export function shuffledSplit(rows: number): { order: Uint32Array; trainRows: number } {
  return { order: shuffledIndices(rows, splitSeed), trainRows: Math.floor(trainingShare * rows) };
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
