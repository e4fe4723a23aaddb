/**
 * A trained network's mistakes, found in the threads: counted from TensorFlow.js's answers for the same rows.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtinDatasets } from '../../src/datasets/builtin.js';
import { loadDataset } from '../../src/datasets/load.js';
import type { DatasetRef } from '../../src/runs/dataset.js';
import type { AmountMistakes, ClassMistakes } from '../../src/runs/mistakes.js';
import { WorkerPool } from '../../src/runs/pool.js';
import type { Checkpoint, FitSettings } from '../../src/runs/protocol.js';
import { engineFor } from '../../workers/engines/engines.js';
import { forward } from '../../workers/engines/tensorflow/passes.js';

const dataDir = mkdtempSync(join(tmpdir(), 'mistakes-'));
let pool: WorkerPool;

beforeAll(() => {
  const workers = new URL('../../dist/workers/', import.meta.url);
  pool = new WorkerPool({ workers, dataDir, threads: 1 });
  mkdirSync(join(dataDir, 'uploads'));
});
afterAll(async () => {
  await pool.close();
  rmSync(dataDir, { recursive: true });
});

const plain: FitSettings = {
  dataset: { kind: 'builtin', name: 'churn' },
  ...{ epochs: 3, batchSize: 10, validationSplit: 0, layers: [6, 6], activation: 'relu' },
  ...{ optimizer: 'adam', learningRate: 0.001, seed: 42, pace: 'fast' },
};

async function trained(settings: FitSettings): Promise<Checkpoint> {
  const { checkpoint } = await pool.train(
    { settings, backend: 'fused', checkpoint: null, valLosses: [], forMs: 60_000 },
    () => undefined,
    new AbortController().signal,
  );
  if (!checkpoint) throw new Error('it was trained');
  return checkpoint;
}

async function mistakesOf(settings: FitSettings) {
  const checkpoint = await trained(settings);
  const { weights } = checkpoint;
  const task = { run: 'ab12', settings, weights, backend: 'fused' } as const;
  return { checkpoint, mistakes: await pool.findMistakes(task) };
}

/** A person's own table, in stored form. */
function uploaded(fileName: string, text: string): DatasetRef {
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(dataDir, 'uploads', `${sha256}.csv`), text);
  return { kind: 'csv', sha256, fileName };
}

/** The output layer's sums for all test rows, by TensorFlow.js from the prepared data. */
async function sumsByTensorflow(settings: FitSettings, weights: Float32Array) {
  await engineFor('cpu');
  const { x, y, inputs, outputs, trainRows, rows } = loadDataset(settings.dataset, dataDir);
  const units = [inputs, ...settings.layers, outputs];
  const values = x.slice(trainRows * inputs);
  const shape = { units, activation: settings.activation };
  const sums = forward(shape, weights, { values, rows: rows - trainRows, columns: inputs });
  return { sums, outputs, y: y.slice(trainRows) };
}

async function confusionByTensorflow(settings: FitSettings, weights: Float32Array) {
  const { sums, outputs, y } = await sumsByTensorflow(settings, weights);
  const classes = Math.max(2, outputs);
  const counts = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  y.forEach((answer, row) => {
    const ofRow = [...sums.slice(row * outputs, (row + 1) * outputs)];
    const said = outputs === 1 ? Number((ofRow[0] ?? 0) > 0) : ofRow.indexOf(Math.max(...ofRow));
    const line = counts[answer] ?? [];
    line[said] = (line[said] ?? 0) + 1;
  });
  return { counts, y };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const ownTables: Readonly<Record<string, () => DatasetRef>> = {
  'Korean class names': () =>
    uploaded(
      '꽃.csv',
      [
        '길이,너비,품종',
        ...Array.from({ length: 150 }, (_, row) => {
          const kind = ['개나리', '진달래', '무궁화'][row % 3] ?? '';
          return `${(row % 3) + (row % 7) / 5},${((row * 13) % 17) / 4},${kind}`;
        }),
      ].join('\n'),
    ),
  '30 classes': () =>
    uploaded(
      'many.csv',
      [
        'x,y,kind',
        ...Array.from({ length: 900 }, (_, row) => {
          const kind = row % 30;
          return `${kind + ((row * 7) % 11) / 5},${(kind % 5) + ((row * 3) % 7) / 4},kind ${kind}`;
        }),
      ].join('\n'),
    ),
};

describe('classes', () => {
  test.each<[string, Partial<FitSettings>]>([
    ['churn', { epochs: 10 }],
    ['moons', { validationSplit: 0.2 }],
    ['penguins', { activation: 'tanh', layers: [5, 4] }],
    ['spiral', { activation: 'sigmoid', layers: [8] }],
    ['digits', { epochs: 8, layers: [16] }],
    ['Korean class names', { epochs: 20 }],
    ['30 classes', { epochs: 10, layers: [32] }],
  ])('%s %o: counted as TensorFlow.js answers, and as in the final test', async (name, more) => {
    const dataset = ownTables[name]?.() ?? { kind: 'builtin', name };
    const settings: FitSettings = { ...plain, ...more, dataset };
    const { checkpoint, mistakes } = await mistakesOf(settings);
    const { confusion, worst } = mistakes as ClassMistakes;
    const expected = await confusionByTensorflow(settings, checkpoint.weights);
    expect(confusion).toEqual(expected.counts);
    const rowsOfClass = confusion.map((_, index) => expected.y.filter((y) => y === index).length);
    expect(confusion.map(sum), 'each row sums up to its class').toEqual(rowsOfClass);
    const right = sum(confusion.map((counts, index) => counts[index] ?? 0));
    const tested = await pool.evaluate({ settings, backend: 'fused', checkpoint });
    expect(right / expected.y.length).toBe(tested.metric);
    if (tested.confusion) expect(tested.confusion).toEqual(confusion);
    for (const { answer, said, probability } of worst) {
      expect(said).not.toBe(answer);
      expect(confusion[answer]?.[said]).toBeGreaterThan(0);
      expect(probability).toBeGreaterThanOrEqual(1 / confusion.length);
    }
    expect(worst.length).toBeLessThanOrEqual(name === 'digits' ? 10 : 3);
  });

  test('the worst rows are the file’s own, in its own words, with their right answer', async () => {
    const settings = { ...plain, dataset: ownTables['Korean class names']?.() ?? plain.dataset };
    const { mistakes } = await mistakesOf({ ...settings, epochs: 1 });
    const { worst } = mistakes as ClassMistakes;
    expect(worst).toHaveLength(3);
    for (const { row, cells, answer } of worst) {
      const at = row - 1;
      expect(cells).toEqual([
        { name: '길이', value: String((at % 3) + (at % 7) / 5) },
        { name: '너비', value: String(((at * 13) % 17) / 4) },
      ]);
      // Classes are in order: 개나리, 무궁화, 진달래.
      expect(answer).toBe([0, 2, 1][at % 3]);
    }
  });

  test('for digits the worst are pictures, pixel by pixel', async () => {
    const dataset: DatasetRef = { kind: 'builtin', name: 'digits' };
    const { mistakes } = await mistakesOf({ ...plain, epochs: 2, dataset });
    const { worst } = mistakes as ClassMistakes;
    expect(worst).toHaveLength(10);
    const { rows } = builtinDatasets.digits.table();
    for (const { row, picture, cells, answer } of worst) {
      const cellsOfRow = rows[row - 1] ?? [];
      expect(picture?.pixels).toEqual(cellsOfRow.slice(0, 64).map((cell) => Number(cell) / 16));
      expect(picture?.width).toBe(8);
      expect(cells).toEqual([]);
      expect(String(answer)).toBe(cellsOfRow[64]);
    }
  });

  test('a class that is never predicted has an empty column', async () => {
    const settings = { ...plain, epochs: 1, learningRate: 0.000001 };
    const weights = (await trained(settings)).weights.map(() => 0);
    // Only the output bias is left: it says 1 for every row.
    weights[weights.length - 1] = 1;
    const found = await pool.findMistakes({ run: 'ab12', settings, weights, backend: 'fused' });
    expect((found as ClassMistakes).confusion.map(([stayed]) => stayed)).toEqual([0, 0]);
  });
});

describe('amounts', () => {
  test.each<[string, () => DatasetRef]>([
    ['cars', () => ({ kind: 'builtin', name: 'cars' })],
    [
      'one far out',
      () =>
        uploaded(
          'prices.csv',
          [
            'area,price',
            ...Array.from({ length: 200 }, (_, row) => {
              const area = 20 + ((row * 37) % 91);
              return `${area},${row === 17 ? 20_000 : area * 1.5 + ((row * 5) % 9)}`;
            }),
          ].join('\n'),
        ),
    ],
  ])('%s: as far off as TensorFlow.js is, in the target’s own unit', async (_, made) => {
    const settings = { ...plain, dataset: made(), epochs: 5 };
    const { checkpoint, mistakes } = await mistakesOf(settings);
    const { rows, pairs, meanOff, tooHigh, tooLow, worst } = mistakes as AmountMistakes;
    const { sums, y } = await sumsByTensorflow(settings, checkpoint.weights);
    const { summary } = loadDataset(settings.dataset, dataDir);
    const deviation = summary.targetDeviation ?? NaN;
    const off = [...sums].map((said, row) => (said - (y[row] ?? 0)) * deviation);
    expect(rows).toBe(y.length);
    expect(pairs).toHaveLength(y.length);
    const error = meanOff / (sum(off.map(Math.abs)) / rows) - 1;
    expect(Math.abs(error)).toBeLessThan(1e-5);
    expect(tooHigh).toBe(off.filter((by) => by > 0).length);
    expect(tooHigh + tooLow).toBe(rows);
    const furthest = Math.max(...off.map(Math.abs));
    const [first] = worst;
    expect(Math.abs((first?.said ?? 0) - (first?.answer ?? 0)) / furthest).toBeCloseTo(1, 4);
  });
});

test('weights for other inputs, and weights that overflowed, are refused', async () => {
  const task = { run: 'ab12', settings: plain, backend: 'fused' } as const;
  await expect(pool.findMistakes({ ...task, weights: new Float32Array(3) })).rejects.toMatchObject({
    key: 'error.otherInputs',
    params: { run: 'ab12' },
  });
  const { weights } = await trained({ ...plain, epochs: 1 });
  await expect(
    pool.findMistakes({ ...task, weights: weights.map(() => Number.NaN) }),
  ).rejects.toMatchObject({
    key: 'error.mistakesNotFinite',
    params: { run: 'ab12', lr: '0.0001' },
  });
});
