/** An upload that travels with a task: how a worker whose disk refuses files hands them to its threads. */
import type { DatasetRef } from './dataset.js';

/** A data set, and with it the upload itself where it is not on the disk. */
export type DatasetInHand = DatasetRef & { fileInHand?: Uint8Array };

/** What it names, without the file: keys of caches are made of this. */
export function withoutFile(ref: DatasetInHand): DatasetRef {
  const { fileInHand: _, ...named } = ref;
  return named;
}
