/** Every backend that loads here, in real worker threads: what a run rests on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorkerPool } from '../../src/runs/pool.js';
import type {
  BackendName,
  Checkpoint,
  StepProgress,
  TrainEpochResult,
} from '../../src/runs/protocol.js';
import { backends } from '../support/backends.js';
import { settings } from '../support/run-samples.js';

const fit = settings({ batchSize: 100, layers: [32, 32], validationSplit: 0.2 });
const never = new AbortController().signal;
const open: WorkerPool[] = [];

async function startPool(threads: number): Promise<WorkerPool> {
  const workers = new URL('../../dist/workers/', import.meta.url);
  const pool = await WorkerPool.start({ workers, dataDir: 'no uploads', threads });
  open.push(pool);
  return pool;
}

afterAll(() => Promise.all(open.map((pool) => pool.close())));

function epoch(
  pool: WorkerPool,
  backend: BackendName,
  checkpoint: Checkpoint | null = null,
): Promise<TrainEpochResult> {
  return pool.trainEpoch({ settings: fit, backend, checkpoint }, () => undefined, never);
}

/** All that is computed; times differ. */
const computed = ({ logs, checkpoint }: TrainEpochResult): unknown => ({ logs, checkpoint });

describe.each(backends)('on the backend %s', (backend) => {
  let two: WorkerPool;
  beforeAll(async () => {
    two = await startPool(2);
  });

  test('epochs that share two threads compute what one alone does', async () => {
    const alone = computed(await epoch(two, backend));
    const together = await Promise.all([1, 2, 3, 4].map(() => epoch(two, backend)));
    expect(together.map(computed)).toEqual([alone, alone, alone, alone]);
  });

  test('a thread that never saw the run goes on bit for bit, after the first threads ended', async () => {
    const first = await epoch(two, backend);
    const second = await epoch(two, backend, first.checkpoint);
    await two.close();
    const fresh = await startPool(1);
    expect(computed(await epoch(fresh, backend, first.checkpoint))).toEqual(computed(second));
  });
});

test('a long epoch reports at most ten times a second', async () => {
  const pool = await startPool(1);
  const stop = new AbortController();
  const heard: StepProgress[] = [];
  const hear = (progress: StepProgress): void => {
    if (heard.push(progress) === 4) stop.abort();
  };
  const long = settings({ batchSize: 1, layers: [256, 256] });
  const task = { settings: long, backend: 'cpu', checkpoint: null } as const;
  const { outcome } = await pool.trainEpoch(task, hear, stop.signal);
  expect(outcome).toBe('stopped');
  const times = heard.map(({ elapsedMs }) => elapsedMs);
  times.forEach((ms, index) => {
    expect(ms - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(100);
  });
  expect(heard.every(({ step }, index) => step > (heard[index - 1]?.step ?? 0))).toBe(true);
});
