/** The desk's task: reads and prepares a data set and returns its summary. */
import { workerData } from 'node:worker_threads';
import type { MessageKey, MessageParams } from '../src/content/translator.js';
import { describeDataset } from '../src/datasets/describe.js';
import { UserError } from '../src/errors.js';
import type { DataSummary, DatasetRef } from '../src/runs/dataset.js';

export interface DescribeDataTask {
  readonly dataset: DatasetRef;
  readonly validationSplit: number;
}

/** A `UserError` as data: an error that crosses threads loses its class. */
export type DescribeDataResult =
  | { readonly ok: true; readonly summary: DataSummary }
  | { readonly ok: false; readonly key: MessageKey; readonly params: MessageParams };

/** Runs in a thread started with `workerData: { dataDir }`. */
export default function describeData(task: DescribeDataTask): DescribeDataResult {
  const { dataDir } = workerData as { readonly dataDir: string };
  try {
    return { ok: true, summary: describeDataset(task.dataset, dataDir, task.validationSplit) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, key: error.key, params: error.params };
  }
}
