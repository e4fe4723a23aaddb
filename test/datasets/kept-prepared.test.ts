/** What a worker's threads share of a table, so that it is read and prepared only once. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPrepared, readPrepared } from '../../src/datasets/kept-prepared.js';
import { loadDataset } from '../../src/datasets/load.js';
import type { DatasetRef } from '../../src/runs/dataset.js';
import { preparedFile, preparedFolder } from '../../src/runs/prepared-file.js';
import { messyTable } from '../support/messy-table.js';

let dataDir: string;
let ref: DatasetRef;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kept-prepared-'));
  const sha256 = createHash('sha256').update(messyTable()).digest('hex');
  mkdirSync(join(dataDir, 'uploads'));
  writeFileSync(join(dataDir, 'uploads', `${sha256}.csv`), messyTable());
  ref = { kind: 'csv', sha256, fileName: 'customers.csv' };
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

test('nothing, if nobody made a folder for it', () => {
  loadDataset(ref, dataDir);
  expect(readdirSync(dataDir)).toEqual(['uploads']);
});

test('the same numbers and words, in their own memory', () => {
  mkdirSync(preparedFolder(dataDir));
  const data = loadDataset(ref, dataDir);
  expect(readdirSync(preparedFolder(dataDir))).toEqual([preparedFile(ref)]);
  const read = readPrepared(ref, dataDir);
  expect(read).toStrictEqual(data);
  // Engines identify a table by its buffer, and use all of it.
  expect([read?.x.byteOffset, read?.x.buffer.byteLength]).toEqual([0, data.x.byteLength]);
  expect([read?.y.byteOffset, read?.y.buffer.byteLength]).toEqual([0, data.y.byteLength]);
  expect(readPrepared({ ...ref, target: 'visits' } as DatasetRef, dataDir)).toBeUndefined();
});

test('an unreadable file does no harm: the table is prepared again', () => {
  mkdirSync(preparedFolder(dataDir));
  const kept = join(preparedFolder(dataDir), preparedFile(ref));
  writeFileSync(kept, 'no such thing');
  const data = loadDataset(ref, dataDir);
  expect(data.rows).toBe(130);
  expect(readPrepared(ref, dataDir)).toStrictEqual(data);
});

test('a disk that refuses writes does no harm', () => {
  mkdirSync(join(preparedFolder(dataDir), preparedFile(ref)), { recursive: true });
  expect(loadDataset(ref, dataDir).rows).toBe(130);
  expect(readdirSync(preparedFolder(dataDir))).toEqual([preparedFile(ref)]);
  const other = mkdtempSync(join(dataDir, 'other-'));
  cpSync(join(dataDir, 'uploads'), join(other, 'uploads'), { recursive: true });
  writeFileSync(preparedFolder(other), 'a file in its place');
  expect(loadDataset(ref, other).rows).toBe(130);
});

test('a table too large to be sent is not kept, and neither is a built-in one', () => {
  mkdirSync(preparedFolder(dataDir));
  const data = loadDataset({ kind: 'builtin', name: 'moons' }, dataDir);
  keepPrepared(ref, dataDir, { ...data, x: new Float32Array(4_000_000) });
  expect(readdirSync(preparedFolder(dataDir))).toEqual([]);
});
