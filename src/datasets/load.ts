/**
 * Loads the rows of a `DatasetRef`, always exactly the same ones. The latest prepared tables
 * are cached per thread.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import type { ColumnChoices, DatasetRef } from '../runs/dataset.js';
import { withoutFile, type DatasetInHand } from '../runs/file-in-hand.js';
import { builtinDatasets, builtinNames, isBuiltinName } from './builtin.js';
import { refuseLargeFile } from './csv/limits.js';
import { shown } from '../content/shown.js';
import { readCsv } from './csv/read.js';
import { keepPrepared, readPrepared } from './kept-prepared.js';
import { type PreparedData, prepare } from './prepare/prepare.js';
import type { Table } from './table.js';

export type { PreparedData } from './prepare/prepare.js';

const maxCached = 4;
/** Least recently used first. */
const cache = new Map<string, PreparedData>();

/**
 * @param dataDir where uploads are stored (`<dataDir>/uploads/<sha256>.csv`)
 * @throws UserError when there is no such data set, or its file cannot be used
 */
export function loadDataset(ref: DatasetRef, dataDir: string): PreparedData {
  const key = JSON.stringify([dataDir, withoutFile(ref)]);
  const data = cache.get(key) ?? read(ref, dataDir);
  cache.delete(key);
  cache.set(key, data);
  const [oldest] = cache.keys();
  if (cache.size > maxCached && oldest !== undefined) cache.delete(oldest);
  return data;
}

function read(ref: DatasetInHand, dataDir: string): PreparedData {
  const kept = readPrepared(ref, dataDir);
  if (kept) return kept;
  const { name, table, choices } = readTable(ref, dataDir);
  const data = prepare(name, table, choices);
  keepPrepared(ref, dataDir, data);
  return data;
}

/**
 * The raw table, its name in messages, and the choices made about its columns.
 * @throws UserError when there is no such data set, or its file cannot be read
 */
export function readTable(
  ref: DatasetInHand,
  dataDir: string,
): { readonly name: string; readonly table: Table; readonly choices: ColumnChoices } {
  if (ref.kind === 'csv') {
    const table = readCsv(ref.fileInHand ?? readUpload(ref.sha256, dataDir));
    return { name: shown(ref.fileName), table, choices: ref };
  }
  if (!isBuiltinName(ref.name)) {
    const params = { name: shown(ref.name), names: builtinNames.join(', ') };
    throw new UserError('error.dataUnknown', params);
  }
  const { table, target } = builtinDatasets[ref.name];
  return { name: ref.name, table: table(), choices: { ...ref, target } };
}

function readUpload(sha256: string, dataDir: string): Uint8Array {
  // A stored reference, but it becomes a path: only a hash may get into it.
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 in hex');
  const path = join(dataDir, 'uploads', `${sha256}.csv`);
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? {};
  if (size === undefined) throw new UserError('error.csvGone');
  refuseLargeFile(size);
  return readFileSync(path);
}
