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
const backend: BackendName = 'fused';
const one = { valLosses: [], forMs: 0 };

/** An epoch of a second or more. */
const long = settings({ batchSize: 1, layers: [512, 512, 512] });

let dataDir: string;
let pool: WorkerPool;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-pool-'));
  pool = new WorkerPool({ workers, dataDir, threads: 1 });
});
afterAll(async () => {
  await pool.close();
  rmSync(dataDir, { recursive: true });
});

describe('the worker pool', () => {
  it('knows which backends load, and why the others do not', async () => {
    expect(pool.hasFused).toBe(true);
    const { loaded, missing } = await pool.probe(['cpu', 'wasm', 'node']);
    expect(loaded).toContain('cpu');
    const named = [...loaded, ...missing.map((one) => one.backend)];
    expect(named.sort()).toEqual(['cpu', 'node', 'wasm']);
    for (const { reason } of missing) expect(reason).not.toBe('');
    expect(await pool.tensorflowBackends()).toEqual(loaded);
  });

  it('trains from checkpoint to checkpoint and reports progress, never after the end', async () => {
    const task = { settings: settings({ batchSize: 32 }), backend, ...one };
    const heard: StepProgress[] = [];
    const hear = (progress: StepProgress): void => void heard.push(progress);
    const first = await pool.train({ ...task, checkpoint: null }, hear, never);
    expect(first).toMatchObject({ epochs: [{ steps: 250 }], checkpoint: { epoch: 1 } });
    expect(first.brokenOff).toBeUndefined();
    expect(heard.every(({ epoch }) => epoch === 1)).toBe(true);
    const count = heard.length;
    const { checkpoint } = await pool.train(
      { ...task, checkpoint: first.checkpoint },
      unheard,
      never,
    );
    expect(checkpoint).toMatchObject({ epoch: 2, step: 500 });
    expect(heard).toHaveLength(count);
    if (!checkpoint) throw new Error('an epoch was trained');
    const test = await pool.evaluate({ settings: task.settings, backend, checkpoint });
    expect(test.metric).toBeGreaterThan(0.5);
  });

  it('stops inside an epoch, and the thread survives', async () => {
    const stop = new AbortController();
    const stopAtOnce = (): void => {
      stop.abort();
    };
    const task = { settings: long, backend, checkpoint: null, ...one };
    const { epochs, brokenOff } = await pool.train(task, stopAtOnce, stop.signal);
    expect(epochs).toEqual([]);
    expect(brokenOff?.epoch.steps).toBeGreaterThan(0);
    expect(brokenOff?.epoch.steps).toBeLessThan(8000);
    const before = await pool.train(task, unheard, AbortSignal.abort());
    expect(before.brokenOff?.epoch.steps).toBeLessThan(8000);
  });

  it('does as many epochs as fit into the given time, with the results of one at a time', async () => {
    const few = { settings: settings({ epochs: 5 }), backend, valLosses: [], checkpoint: null };
    const together = await pool.train({ ...few, forMs: 60_000 }, unheard, never);
    expect(together.epochs).toHaveLength(5);
    let { checkpoint } = await pool.train({ ...few, forMs: 0 }, unheard, never);
    for (let epoch = 2; epoch <= 5; epoch += 1) {
      const next = await pool.train({ ...few, forMs: 0, checkpoint }, unheard, never);
      expect(next.epochs.map(({ logs }) => logs)).toEqual([together.epochs[epoch - 1]?.logs]);
      ({ checkpoint } = next);
    }
    expect(checkpoint).toEqual(together.checkpoint);
  });

  it('trains tasks sharing a turn as it would alone: a failure or stop affects no other task', async () => {
    const task = { settings: settings({ batchSize: 32 }), backend, checkpoint: null, ...one };
    const other = { ...task, settings: settings({ batchSize: 50, seed: 7 }) };
    const dataset = { kind: 'builtin', name: 'no-such' } as const;
    const lost = { ...task, settings: settings({ dataset }) };
    const turn = { left: 5 };
    const [first, failed, stopped, second, again] = await Promise.allSettled([
      pool.train(task, unheard, never, turn),
      pool.train(lost, unheard, never, turn),
      pool.train(task, unheard, AbortSignal.abort(), turn),
      pool.train(other, unheard, never, turn),
      pool.train(task, unheard, never, turn),
    ]);
    const alone = await pool.train(task, unheard, never);
    const otherAlone = await pool.train(other, unheard, never);
    expect(first).toMatchObject({ value: { checkpoint: alone.checkpoint } });
    expect(again).toMatchObject({ value: { checkpoint: alone.checkpoint } });
    expect(second).toMatchObject({ value: { checkpoint: otherAlone.checkpoint } });
    expect(stopped).toMatchObject({ value: { epochs: [], brokenOff: { epoch: {} } } });
    expect(failed.status).toBe('rejected');
  });

  it('keeps finished epochs when stopped in a later one', async () => {
    const stop = new AbortController();
    // Epochs of about a second: long enough to be reported, and stopped, midway.
    const fit = { ...long, epochs: 500, batchSize: 8, layers: [256, 256] };
    const task = { settings: fit, backend, valLosses: [], checkpoint: null, forMs: 600_000 };
    const stopInSecond = ({ epoch }: StepProgress): void => {
      if (epoch > 1) stop.abort();
    };
    const { epochs, checkpoint, brokenOff } = await pool.train(task, stopInSecond, stop.signal);
    expect(epochs.length).toBeGreaterThan(0);
    expect(checkpoint).toMatchObject({ epoch: epochs.length, step: 1000 * epochs.length });
    expect(brokenOff?.checkpoint.step).toBeGreaterThan(checkpoint?.step ?? NaN);
  });

  it('ends where early stopping does, with the best weights beside the last', async () => {
    const fit = settings({
      ...{ dataset: { kind: 'builtin', name: 'moons' }, epochs: 500, validationSplit: 0.3 },
      ...{ layers: [64], learningRate: 0.1, batchSize: 4, patience: 2 },
    });
    const task = { settings: fit, backend, valLosses: [], checkpoint: null, forMs: 60_000 };
    const { epochs, checkpoint } = await pool.train(task, unheard, never);
    const valLosses = epochs.map(({ logs }) => logs.valLoss ?? NaN);
    expect(epochs.length).toBeLessThan(500);
    const best = valLosses.indexOf(Math.min(...valLosses));
    expect(epochs.length - 1 - best).toBe(2);
    const upTo = await pool.train(
      { ...task, settings: { ...fit, epochs: best + 1 } },
      unheard,
      never,
    );
    expect(checkpoint?.best).toEqual(upTo.checkpoint?.weights);
    expect(checkpoint?.weights).not.toEqual(checkpoint?.best);
  });

  it('reports faulty data as something the learner can fix', async () => {
    const missing = { kind: 'builtin', name: 'no-such' } as const;
    await expect(pool.describe(missing, 0)).rejects.toMatchObject({
      name: 'Error',
      key: 'error.dataUnknown',
    });
    const { rows } = await pool.describe({ kind: 'builtin', name: 'churn' }, 0.2);
    expect(rows).toMatchObject({ read: 10_000, training: 6400, validation: 1600, test: 2000 });
  });
});
