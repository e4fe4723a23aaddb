/** How late the main thread is while every training thread is busy: the delay a chat would feel. */
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { withThreads } from './epochs.js';
import type { Contestant } from './contestant.js';

/** `monitorEventLoopDelay` counts in nanoseconds. */
const NS_PER_MS = 1e6;
const RESOLUTION_MS = 1;
const DURATION_MS = 3000;

export function benchEventLoop(): Promise<void> {
  const count = availableParallelism();
  return withThreads(count, async (threads) => {
    console.log(`Main thread's delay (p99) with ${count} training threads:`);
    console.log(`  idle ${await delayMs(() => wait(DURATION_MS))}`);
    for (const engine of threads.engines) {
      const contestants = Array.from({ length: count }, () =>
        threads.contestant(engine, { layers: [64, 64], batchSize: 10, data: 'churn' }),
      );
      const busy = (): Promise<unknown> => Promise.all(contestants.map(keepTraining));
      // The first time, a thread loads the engine and the data.
      await busy();
      console.log(`  busy on ${engine} ${await delayMs(busy)}`);
    }
  });
}

async function keepTraining(contestant: Contestant): Promise<void> {
  const startMs = performance.now();
  while (performance.now() - startMs < DURATION_MS) await contestant.turn();
}

/** The 99th percentile of timer delay meanwhile. */
async function delayMs(meanwhile: () => Promise<unknown>): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  await meanwhile();
  delay.disable();
  return `${Math.max(0, delay.percentile(99) / NS_PER_MS - RESOLUTION_MS).toFixed(2)} ms`;
}
