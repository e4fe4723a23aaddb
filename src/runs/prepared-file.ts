/** Where a worker of a fleet keeps what its threads have prepared of an uploaded table: they write it, its host shares it. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatasetRef } from './dataset.js';
import { withoutFile } from './file-in-hand.js';

/** Where there is no such folder, as on a single machine, nothing is kept. */
export function preparedFolder(dataDir: string): string {
  return join(dataDir, 'prepared');
}

/** Named by the hash of the upload's hash and of every choice that decides what is prepared. */
export function preparedFile(dataset: DatasetRef): string {
  return `${createHash('sha256')
    .update(JSON.stringify(withoutFile(dataset)))
    .digest('hex')}.bin`;
}
