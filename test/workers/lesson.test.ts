import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WorkerPool } from '../../src/runs/pool.js';
import type { DatasetRef } from '../../src/runs/dataset.js';
import type { EpochLogs, FitSettings, TestResult } from '../../src/runs/protocol.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { FileUploadStore } from '../../src/storage/upload-store.js';

/** The lesson's own table exists only on its developers' machines, beside the project. */
const table = fileURLToPath(new URL('../../../shared/data/Churn_Modelling.csv', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'lesson-'));
let pool: WorkerPool;

beforeAll(() => {
  const workers = new URL('../../dist/workers/', import.meta.url);
  pool = new WorkerPool({ workers, dataDir, threads: 1 });
});

afterAll(async () => {
  await pool.close();
  rmSync(dataDir, { recursive: true });
});

async function lesson(dataset: DatasetRef): Promise<{ history: EpochLogs[]; test: TestResult }> {
  const settings: FitSettings = {
    dataset,
    epochs: 20,
    batchSize: 10,
    validationSplit: 0,
    layers: [6, 6],
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.001,
    seed: 0,
    pace: 'fast',
  };
  const { epochs, checkpoint } = await pool.train(
    { settings, backend: 'fused', checkpoint: null, valLosses: [], forMs: 60_000 },
    () => undefined,
    new AbortController().signal,
  );
  expect(epochs.map(({ steps }) => steps)).toEqual(Array.from({ length: 20 }, () => 800));
  if (!checkpoint) throw new Error('20 epochs were trained');
  const history = epochs.map(({ logs }) => logs);
  return { history, test: await pool.evaluate({ settings, backend: 'fused', checkpoint }) };
}

/** Keras 2.15 over four seeds: loss 0.3354–0.3416, accuracy 0.8597–0.8619, test 0.8545–0.8680. */
function expectLikeKeras({ history, test: result }: Awaited<ReturnType<typeof lesson>>): void {
  const last = history.at(-1);
  expect(last?.loss).toBeGreaterThan(0.325);
  expect(last?.loss).toBeLessThan(0.35);
  expect(last?.metric).toBeGreaterThan(0.85);
  expect(last?.metric).toBeLessThan(0.87);
  expect(result.metric).toBeGreaterThan(0.845);
  expect(result.metric).toBeLessThan(0.875);
}

test('the built-in churn rows teach what the lesson teaches', async () => {
  expectLikeKeras(await lesson({ kind: 'builtin', name: 'churn' }));
});

test.skipIf(!existsSync(table))(
  "the lesson's own table ends where Keras ends (skipped where the table is missing)",
  async () => {
    const bytes = readFileSync(table);
    const sha256 = await new FileUploadStore(dataDir, openMemoryDatabase()).put(bytes, 'web:ada');
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const dataset: DatasetRef = { kind: 'csv', sha256, fileName: 'Churn_Modelling.csv' };
    expect(await pool.describe(dataset, 0)).toMatchObject({
      target: 'Exited',
      inputs: 11,
      rows: { training: 8000, test: 2000 },
    });
    expectLikeKeras(await lesson(dataset));
  },
);
