/** Every backend that loads here, in real worker threads: what a run relies on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorkerPool } from '../../src/runs/pool.js';
import type {
  BackendName,
  Checkpoint,
  StepProgress,
  TrainResult,
} from '../../src/runs/protocol.js';
import { backends } from '../support/backends.js';
import { settings } from '../support/run-samples.js';

/** Loads quickly, as each new thread has to load it. */
const dataset = { kind: 'builtin', name: 'moons' } as const;
const fit = settings({ dataset, batchSize: 10, layers: [32, 32], validationSplit: 0.2 });
const never = new AbortController().signal;
const open: WorkerPool[] = [];

function startPool(threads: number): WorkerPool {
  const workers = new URL('../../dist/workers/', import.meta.url);
  const pool = new WorkerPool({ workers, dataDir: 'no uploads', threads });
  open.push(pool);
  return pool;
}

afterAll(() => Promise.all(open.map((pool) => pool.close())));

function epoch(
  pool: WorkerPool,
  backend: BackendName,
  checkpoint: Checkpoint | null = null,
): Promise<TrainResult> {
  const task = { settings: fit, backend, checkpoint, valLosses: [], forMs: 0 };
  return pool.train(task, () => undefined, never);
}

/** Everything computed; times differ. */
const computed = ({ epochs, checkpoint }: TrainResult): unknown => ({
  logs: epochs.map(({ logs }) => logs),
  checkpoint,
});

describe.each(backends)('on the backend %s', (backend) => {
  let two: WorkerPool;
  beforeAll(() => {
    two = startPool(2);
  });

  test('epochs that share two threads compute what one alone does', async () => {
    const alone = computed(await epoch(two, backend));
    const together = await Promise.all([1, 2, 3, 4].map(() => epoch(two, backend)));
    expect(together.map(computed)).toEqual([alone, alone, alone, alone]);
  });

  test('a thread that never saw the run continues bit for bit, after the first threads ended', async () => {
    const first = await epoch(two, backend);
    const second = await epoch(two, backend, first.checkpoint);
    await two.close();
    const fresh = startPool(1);
    expect(computed(await epoch(fresh, backend, first.checkpoint))).toEqual(computed(second));
  });
});

test('a long epoch reports at most ten times a second', async () => {
  const pool = startPool(1);
  const stop = new AbortController();
  const heard: StepProgress[] = [];
  const hear = (progress: StepProgress): void => {
    if (heard.push(progress) === 4) stop.abort();
  };
  const long = settings({ batchSize: 1, layers: [256, 256] });
  const task = {
    settings: long,
    backend: 'cpu',
    checkpoint: null,
    valLosses: [],
    forMs: 0,
  } as const;
  const { brokenOff } = await pool.train(task, hear, stop.signal);
  expect(brokenOff).toBeDefined();
  const times = heard.map(({ elapsedMs }) => elapsedMs);
  times.forEach((ms, index) => {
    expect(ms - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(100);
  });
  expect(heard.every(({ step }, index) => step > (heard[index - 1]?.step ?? 0))).toBe(true);
});
