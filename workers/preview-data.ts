/** The desk's task: previews a file before anything trains. */
import { workerData } from 'node:worker_threads';
import type { MessageKey, MessageParams } from '../src/content/translator.js';
import { previewDataset } from '../src/datasets/preview.js';
import { UserError } from '../src/errors.js';
import type { DataPreview, DatasetRef } from '../src/runs/dataset.js';

/** A `UserError` as data: an error that crosses threads loses its class. */
export type PreviewDataResult =
  | { readonly ok: true; readonly preview: DataPreview }
  | { readonly ok: false; readonly key: MessageKey; readonly params: MessageParams };

/** Runs in a thread started with `workerData: { dataDir }`. */
export default function previewData({
  dataset,
}: {
  readonly dataset: DatasetRef;
}): PreviewDataResult {
  const { dataDir } = workerData as { readonly dataDir: string };
  try {
    return { ok: true, preview: previewDataset(dataset, dataDir) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, key: error.key, params: error.params };
  }
}
