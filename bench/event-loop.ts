/** How late the main thread is while every training thread is busy: what a chat would feel. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorkerPool } from '../src/runs/pool.js';
import type { BackendName } from '../src/runs/protocol.js';
import { benchEpoch, benchSettings } from './epochs.js';

/** Nanoseconds, as `monitorEventLoopDelay` counts, in a millisecond. */
const NS_PER_MS = 1e6;
const RESOLUTION_MS = 1;
const DURATION_MS = 3000;

export async function benchEventLoop(
  pool: WorkerPool,
  backends: readonly BackendName[],
  threads: number,
): Promise<void> {
  console.log(`Main thread's delay (p99) with ${threads} training threads:`);
  console.log(`  idle ${await delayMs(() => wait(DURATION_MS))}`);
  for (const backend of backends) {
    const busy = (): Promise<unknown> =>
      Promise.all(Array.from({ length: threads }, () => keepTraining(pool, backend)));
    // The first time, a thread loads the backend and the data.
    await busy();
    console.log(`  busy on ${backend} ${await delayMs(busy)}`);
  }
}

async function keepTraining(pool: WorkerPool, backend: BackendName): Promise<void> {
  const settings = benchSettings({ layers: [64, 64], batchSize: 10, data: 'churn' });
  const startMs = performance.now();
  while (performance.now() - startMs < DURATION_MS) {
    await benchEpoch(pool, settings, backend, null);
  }
}

/** How much later than asked for timers fire meanwhile, 99 times of 100. */
async function delayMs(meanwhile: () => Promise<unknown>): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  await meanwhile();
  delay.disable();
  return `${Math.max(0, delay.percentile(99) / NS_PER_MS - RESOLUTION_MS).toFixed(2)} ms`;
}
