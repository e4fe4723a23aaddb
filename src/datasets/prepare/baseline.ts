/** The baseline: the test score of an answer that ignores the inputs. */
import type { TaskType } from '../../runs/dataset.js';

/**
 * Classes: the share of test rows in the most frequent training class (accuracy). Regression: the
 * mean absolute distance of test rows from the training mean (mae), in the target's standardized
 * unit.
 * @param y targets, the first `trainRows` of them for training
 */
export function baselineOf(task: TaskType, y: Float32Array, trainRows: number): number {
  const training = y.subarray(0, trainRows);
  const test = y.subarray(trainRows);
  if (task === 'regression') {
    const mean = training.reduce((sum, value) => sum + value, 0) / training.length;
    return test.reduce((sum, value) => sum + Math.abs(value - mean), 0) / test.length;
  }
  const counts = new Map<number, number>();
  for (const value of training) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [majority] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  return test.filter((value) => value === majority).length / test.length;
}
