/** A data set's summary for messages. */
import { UserError } from '../errors.js';
import type { DataSummary, DatasetRef } from '../runs/dataset.js';
import { loadDataset } from './load.js';
import { splitRows } from './split.js';

/**
 * @param validationSplit share of the training rows held out for validation, from 0
 * @throws UserError when the data cannot be used, or no rows would be left to learn from
 */
export function describeDataset(
  ref: DatasetRef,
  dataDir: string,
  validationSplit: number,
): DataSummary {
  const { rows, trainRows, summary } = loadDataset(ref, dataDir);
  const { training, validation } = splitRows(trainRows, validationSplit);
  if (training === 0) {
    const params = { share: validationSplit, rows: trainRows };
    throw new UserError('error.validationTooLarge', params);
  }
  return { ...summary, rows: { ...summary.rows, training, validation, test: rows - trainRows } };
}
