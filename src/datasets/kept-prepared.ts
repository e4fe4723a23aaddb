/**
 * Caches prepared tables on a worker's disk: another thread loads one in milliseconds, and so does another worker that
 * it is sent to, whereas reading the file again takes seconds. Only a cache: whatever cannot be stored or read is
 * prepared again, to the same bits.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DatasetRef } from '../runs/dataset.js';
import { preparedFile, preparedFolder } from '../runs/prepared-file.js';
import type { PreparedData } from './prepare/prepare.js';

/** Larger tables are not cached: fetching them takes about as long as preparing them. */
const MOST_BYTES = 16_000_000;

export function readPrepared(ref: DatasetRef, dataDir: string): PreparedData | undefined {
  if (ref.kind !== 'csv') return undefined;
  const path = join(preparedFolder(dataDir), preparedFile(ref));
  try {
    if (!existsSync(path)) return undefined;
    const data = deserialize(readFileSync(path)) as PreparedData;
    // Copied, as these are views of the whole file and engines identify a table by its buffer.
    return { ...data, x: data.x.slice(), y: data.y.slice() };
  } catch {
    return undefined;
  }
}

export function keepPrepared(ref: DatasetRef, dataDir: string, data: PreparedData): void {
  const folder = preparedFolder(dataDir);
  if (ref.kind !== 'csv' || data.x.byteLength + data.y.byteLength > MOST_BYTES) return;
  if (!existsSync(folder)) return;
  const path = join(folder, preparedFile(ref));
  const unnamed = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(unnamed, serialize(data), { mode: 0o600 });
    renameSync(unnamed, path);
  } catch {
    removeIfThere(unnamed);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder cannot exist, for example because a file is in its place.
  }
}
