/** Tells the fronts that this worker lives. */
import type { RunLog } from '../runs/ports.js';
import type { WorkerBeat } from './beats.js';
import type { RedisServer } from './redis.js';

export interface WorkerHeartOptions {
  readonly redis: RedisServer;
  /** How it stands now; `id` and `version` never change. */
  readonly beat: () => WorkerBeat;
  readonly log: Pick<RunLog, 'info' | 'warn'>;
  /** Only tests give less. */
  readonly beatMs?: number;
}

export declare class WorkerHeart {
  constructor(options: WorkerHeartOptions);
  /** Begins to beat. Never rejects. */
  start(): Promise<void>;
  /** Beats at once: what is told has changed, as when it begins to drain. Never rejects. */
  beatNow(): Promise<void>;
  /** Beats no more: nobody counts on this worker from now on. Never rejects. */
  close(): Promise<void>;
}
