import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { afterAll, describe, expect, test } from 'vitest';
import { describeDataset } from '../../src/datasets/describe.js';
import { loadDataset } from '../../src/datasets/load.js';
import { UserError } from '../../src/errors.js';
import type { DatasetRef } from '../../src/runs/dataset.js';

const dataDir = mkdtempSync(join(tmpdir(), 'datasets-'));
mkdirSync(join(dataDir, 'uploads'));
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

function upload(bytes: string | Uint8Array, fileName: string): DatasetRef & { kind: 'csv' } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(dataDir, 'uploads', `${sha256}.csv`), bytes);
  return { kind: 'csv', sha256, fileName };
}

const points = Array.from({ length: 20 }, (_, row) => `${row / 7},${row % 2}`);
const small = `x,y\n${points.join('\n')}`;

describe('by reference', () => {
  test('an uploaded file is found by its hash; its name is only displayed', () => {
    const { summary, rows } = loadDataset(upload(small, '../my\u202E file.csv'), dataDir);
    expect({ name: summary.name, rows }).toEqual({ name: '../my file.csv', rows: 20 });
  });

  test('loading again gives exactly the same rows, from the cache or not', () => {
    const ref = upload(small, 'a.csv');
    const first = loadDataset(ref, dataDir);
    expect(loadDataset({ ...ref }, dataDir)).toBe(first);
    for (const name of ['churn', 'moons', 'spiral', 'cars']) {
      loadDataset({ kind: 'builtin', name }, dataDir);
    }
    const again = loadDataset(ref, dataDir);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  test('another target is another data set', () => {
    const ref = upload(small, 'a.csv');
    expect(loadDataset({ ...ref, target: 'x' }, dataDir).task).toBe('regression');
    expect(loadDataset(ref, dataDir).task).toBe('binary');
  });

  test.each(['../../etc/passwd', 'a'.repeat(63), `${'a'.repeat(64)}/..`, 'A'.repeat(64)])(
    'only a hash gets into a path: %s',
    (sha256) => {
      expect(() => loadDataset({ kind: 'csv', sha256, fileName: 'x' }, dataDir)).toThrow(
        RangeError,
      );
    },
  );

  test('a missing file and an unknown name are errors that a person can fix', () => {
    const gone: DatasetRef = { kind: 'csv', sha256: '0'.repeat(64), fileName: 'x.csv' };
    expect(() => loadDataset(gone, dataDir)).toThrow(UserError);
    expect(() => loadDataset({ kind: 'builtin', name: 'constructor' }, dataDir)).toThrow(
      'error.dataUnknown',
    );
  });
});

describe('describing', () => {
  test('counts training, validation and test rows', () => {
    const { rows } = describeDataset({ kind: 'builtin', name: 'churn' }, dataDir, 0.2);
    expect(rows).toMatchObject({ training: 6_400, validation: 1_600, test: 2_000 });
  });

  test('refuses a validation share that leaves nothing to learn from', () => {
    const ref = upload(small.split('\n').slice(0, 12).join('\n'), 'few.csv');
    expect(() => describeDataset(ref, dataDir, 0.9)).toThrow('error.validationTooLarge');
  });

  test('in a thread, a problem is returned as data', async () => {
    const filename = fileURLToPath(new URL('../../dist/workers/describe-data.js', import.meta.url));
    const pool = new Piscina({ filename, maxThreads: 1, workerData: { dataDir } });
    try {
      const dataset = upload(small, 'a.csv');
      expect(await pool.run({ dataset, validationSplit: 0.25 })).toMatchObject({
        ok: true,
        summary: { name: 'a.csv', rows: { training: 12, validation: 4, test: 4 } },
      });
      expect(await pool.run({ dataset: upload('a,b\n', 'b.csv'), validationSplit: 0 })).toEqual({
        ok: false,
        key: 'error.csvHeaderOnly',
        params: {},
      });
    } finally {
      await pool.destroy();
    }
  });
});

const lesson = fileURLToPath(new URL('../../../shared/data/Churn_Modelling.csv', import.meta.url));
const absent = existsSync(lesson)
  ? ''
  : ' (skipped: ../shared/data/Churn_Modelling.csv is not here)';

test.skipIf(absent)(`the lesson's bank-churn table${absent}`, () => {
  const ref = upload(readFileSync(lesson), 'Churn_Modelling.csv');
  expect(describeDataset(ref, dataDir, 0)).toMatchObject({
    target: 'Exited',
    task: 'binary',
    inputs: 11,
    rows: { read: 10_000, dropped: 0, filled: 0, training: 8_000, validation: 0, test: 2_000 },
    leftOut: [
      { column: 'RowNumber', reason: 'sequence' },
      { column: 'CustomerId', reason: 'sequence' },
      { column: 'Surname', reason: 'too-many-values' },
    ],
    baseline: 0.7965,
  });
});
