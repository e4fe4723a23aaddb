import type { DatasetRef } from '../../runs/dataset.js';

/** Uploaded files, addressed by their content. */
export interface UploadStore {
  /** Keeps the bytes for who sent them, until `settle` at least, and returns their SHA-256 in hex. */
  put(bytes: Uint8Array, ownerId: string): Promise<string>;
  /** What a file was put for has begun, or was refused: where no run uses it, it goes at once. */
  settle(sha256: string): Promise<void>;
  /** Whether somebody has sent this file, and it is kept. */
  has(sha256: string, ownerId: string): Promise<boolean>;
  /** Remembers what was shown of a file before it trains, and keeps the file for a day. */
  keepPreview(dataset: UploadedTable, ownerId: string): Promise<string>;
  /** What somebody was shown; undefined when it was another person, or its file may be gone. */
  preview(id: string, ownerId: string): Promise<UploadedTable | undefined>;
}

export type UploadedTable = Extract<DatasetRef, { readonly kind: 'csv' }>;
