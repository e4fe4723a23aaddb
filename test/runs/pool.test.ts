/** The real threads: dist/workers through Piscina. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkerPool } from '../../src/runs/pool.js';
import type { BackendName, StepProgress } from '../../src/runs/protocol.js';
import { settings } from '../support/run-samples.js';

const workers = new URL('../../dist/workers/', import.meta.url);
const never = new AbortController().signal;
const unheard = (): void => undefined;
const backend: BackendName = 'cpu';

let dataDir: string;
let pool: WorkerPool;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-pool-'));
  pool = await WorkerPool.start({ workers, dataDir, threads: 1 });
});
afterAll(async () => {
  await pool.close();
  rmSync(dataDir, { recursive: true });
});

describe('the worker pool', () => {
  it('knows which backends load, and why the others do not', () => {
    expect(pool.backends).toContain('cpu');
    const named = [...pool.backends, ...pool.missing.map((missing) => missing.backend)];
    expect(named.sort()).toEqual(['cpu', 'node', 'wasm']);
    for (const { reason } of pool.missing) expect(reason).not.toBe('');
  });

  it('trains from checkpoint to checkpoint and says where it is, never after the end', async () => {
    const fit = settings({ batchSize: 32 });
    const heard: StepProgress[] = [];
    const hear = (progress: StepProgress): void => void heard.push(progress);
    const first = await pool.trainEpoch({ settings: fit, backend, checkpoint: null }, hear, never);
    expect(first).toMatchObject({ outcome: 'finished', steps: 250, checkpoint: { epoch: 1 } });
    expect(heard.every(({ epoch }) => epoch === 1)).toBe(true);
    const count = heard.length;
    const { checkpoint } = first;
    const next = await pool.trainEpoch({ settings: fit, backend, checkpoint }, unheard, never);
    expect(next.checkpoint).toMatchObject({ epoch: 2, step: 500 });
    expect(heard).toHaveLength(count);
    const test = await pool.evaluate({ settings: fit, backend, checkpoint: next.checkpoint });
    expect(test.metric).toBeGreaterThan(0.5);
  });

  it('reports at most ten times a second', async () => {
    const fit = settings({ batchSize: 1 });
    const heard: StepProgress[] = [];
    const hear = (progress: StepProgress): void => void heard.push(progress);
    await pool.trainEpoch({ settings: fit, backend, checkpoint: null }, hear, never);
    expect(heard.length).toBeGreaterThan(1);
    const gaps = heard
      .slice(1)
      .map(({ elapsedMs }, index) => elapsedMs - (heard[index]?.elapsedMs ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });

  it('stops inside an epoch, and the thread lives on', async () => {
    const fit = settings({ batchSize: 1, layers: [256, 256] });
    const stop = new AbortController();
    const stopAtOnce = (): void => {
      stop.abort();
    };
    const task = { settings: fit, backend, checkpoint: null };
    const stopped = await pool.trainEpoch(task, stopAtOnce, stop.signal);
    expect(stopped.outcome).toBe('stopped');
    expect(stopped.steps).toBeGreaterThan(0);
    expect(stopped.steps).toBeLessThan(8000);
    const before = await pool.trainEpoch(task, unheard, AbortSignal.abort());
    expect(before.outcome).toBe('stopped');
  });

  it('says what is wrong with data as something the learner can put right', async () => {
    const missing = { kind: 'builtin', name: 'no-such' } as const;
    await expect(pool.describe(missing, 0)).rejects.toMatchObject({
      name: 'Error',
      key: 'error.dataUnknown',
    });
    const { rows } = await pool.describe({ kind: 'builtin', name: 'churn' }, 0.2);
    expect(rows).toMatchObject({ read: 10_000, training: 6400, validation: 1600, test: 2000 });
  });
});
