/** What every run that is going on works with. */
import type { RunLog, RunStore, TrainingPool } from './ports.js';
import type { RunEvent } from './protocol.js';
import type { RunQueue } from './run-queue.js';
import type { FairScheduler } from './scheduler.js';
import type { Reach } from './worker-wait.js';

export interface RunTools {
  readonly store: RunStore;
  readonly pool: TrainingPool;
  readonly queue: RunQueue;
  readonly scheduler: FairScheduler;
  /** Where worker hosts train. */
  readonly workers?: Reach | undefined;
  readonly log: RunLog;
  /** Unix time. */
  readonly nowMs: () => number;
  /** Never goes back: for durations. */
  readonly monotonicMs: () => number;
  /** Told of everything that happens to runs, to count it. Must not throw. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}
