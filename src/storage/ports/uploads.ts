import type { DatasetRef } from '../../runs/dataset.js';

/** Uploaded files, addressed by their content. */
export interface UploadStore {
  /** Stores the bytes for their sender, at least until `settle`, and returns their SHA-256 in hex. */
  put(bytes: Uint8Array, ownerId: string): Promise<string>;
  /** What a file was stored for has begun, or was refused: if no run uses it, it is deleted at once. */
  settle(sha256: string): Promise<void>;
  /** Whether somebody has sent this file, and it is still stored. */
  has(sha256: string, ownerId: string): Promise<boolean>;
  /** Remembers the preview of a file, and keeps the file for a day. */
  keepPreview(dataset: UploadedTable, ownerId: string): Promise<string>;
  /** The preview that somebody was shown; undefined when it was another person, or its file may be gone. */
  preview(id: string, ownerId: string): Promise<UploadedTable | undefined>;
}

export type UploadedTable = Extract<DatasetRef, { readonly kind: 'csv' }>;
