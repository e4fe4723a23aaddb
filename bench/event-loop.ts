/** How late the main thread is while every training thread is busy: what a chat would feel. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FitSettings } from '../src/runs/protocol.js';
import type { WorkerPool } from '../src/runs/pool.js';

/** Nanoseconds, as `monitorEventLoopDelay` counts, in a millisecond. */
const NS_PER_MS = 1e6;
const RESOLUTION_MS = 1;

export async function benchEventLoop(pool: WorkerPool, threads: number): Promise<void> {
  const settings: FitSettings = {
    dataset: { kind: 'builtin', name: 'churn' },
    epochs: 1,
    batchSize: 10,
    validationSplit: 0.2,
    layers: [64, 64],
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.001,
    seed: 1,
    pace: 'fast',
  };
  let reports = 0;
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  await Promise.all(
    Array.from({ length: threads }, () =>
      pool.trainEpoch(
        { settings, backend: 'cpu', checkpoint: null },
        () => {
          reports += 1;
        },
        new AbortController().signal,
      ),
    ),
  );
  delay.disable();
  const p99 = delay.percentile(99) / NS_PER_MS - RESOLUTION_MS;
  console.log(
    `Main thread while ${threads} threads train: ${p99.toFixed(2)} ms late (p99), ${reports} progress reports.`,
  );
}
