/** Questions to a trained network, in the threads: its answers match TensorFlow.js's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRow } from '../../src/datasets/asked/asked-row.js';
import { WorkerPool } from '../../src/runs/pool.js';
import type { Checkpoint, FitSettings } from '../../src/runs/protocol.js';
import { engineFor } from '../../workers/engines/engines.js';
import { forward } from '../../workers/engines/tensorflow/passes.js';

const dataDir = mkdtempSync(join(tmpdir(), 'try-'));
let pool: WorkerPool;

beforeAll(() => {
  const workers = new URL('../../dist/workers/', import.meta.url);
  pool = new WorkerPool({ workers, dataDir, threads: 1 });
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

test.each<[string, Partial<FitSettings>, string]>([
  ['churn', { activation: 'relu' }, 'age:61 geography:Germany'],
  ['penguins', { activation: 'tanh', layers: [5, 4, 3] }, 'island:Dream body_mass_g:3500'],
  ['cars', { activation: 'sigmoid', layers: [8], epochs: 20 }, 'weight:2500 year:80'],
  ['cars', { layers: [] }, ''],
])('%s %o: %s', async (name, more, asked) => {
  const settings: FitSettings = { ...plain, ...more, dataset: { kind: 'builtin', name } };
  const { weights } = await trained(settings);
  const { answer } = await pool.tryRow({ run: 'ab12', settings, weights, asked });
  const row = askRow(settings.dataset, 0, asked, dataDir);
  await engineFor('cpu');
  const shape = {
    units: [row.x.length, ...settings.layers, row.outputs],
    activation: settings.activation,
  };
  const sums = forward(shape, weights, { values: row.x, rows: 1, columns: row.x.length });
  const powers = [...sums].map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  if (answer.kind === 'amount') {
    expect(answer.value).toBeCloseTo(row.amountOf(sums[0] ?? 0), 4);
  } else if (row.outputs === 1) {
    expect(answer.probabilities[1]).toBeCloseTo(1 / (1 + Math.exp(-(sums[0] ?? 0))), 5);
    expect(answer.probabilities).toHaveLength(2);
  } else {
    answer.probabilities.forEach((probability, index) => {
      expect(probability).toBeCloseTo((powers[index] ?? 0) / total, 5);
    });
  }
});

test('weights for other inputs are refused, and so are unknown columns', async () => {
  const weights = new Float32Array(3);
  const task = { run: 'ab12', settings: plain, weights, asked: '' };
  await expect(pool.tryRow(task)).rejects.toMatchObject({
    ...{ key: 'error.otherInputs', params: { run: 'ab12' } },
  });
  await expect(pool.tryRow({ ...task, asked: 'foo:1' })).rejects.toMatchObject({
    key: 'error.tryColumn',
  });
});
