/** An upload that comes with a task: a worker whose disk refuses files hands it to its threads so. */
import type { DatasetRef } from './dataset.js';

interface InHand {
  readonly fileInHand?: Uint8Array;
}

/** From now on it comes with it. */
export function putInHand(ref: DatasetRef, file: Uint8Array): void {
  Object.assign(ref, { fileInHand: file } satisfies InHand);
}

export function fileInHand(ref: DatasetRef & InHand): Uint8Array | undefined {
  return ref.fileInHand;
}

/** What it names, without the file: what is the same data set is told by that. */
export function withoutFile(ref: DatasetRef & InHand): DatasetRef {
  const { fileInHand: _, ...named } = ref;
  return named;
}
