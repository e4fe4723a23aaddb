/** What things cost, in ms of a core, and how long a hand-over takes; measured (`measure.ts`), never guessed. */
import type { PlatformName } from './platforms.js';

/** Of one message with tasks to a training thread. */
export interface HandOver {
  /** From handing a task over to having its result, less the training, when nothing else goes on. */
  readonly waitMs: number;
  /** Of the front's main thread for a message. */
  readonly frontMs: number;
  /** Of Redis for a message, and for each task in it; nothing without a fleet. */
  readonly redisMs: number;
  readonly redisTaskMs: number;
  /** Of the worker's main thread, likewise. */
  readonly workerMs: number;
  readonly workerTaskMs: number;
}

export interface Costs {
  /** Of a training thread for an epoch. */
  readonly trainMs: number;
  /** Of a training thread for a run's test. */
  readonly testMs: number;
  /** Of the thread at the desk for a run's chart and files. */
  readonly drawMs: number;
  /** Of the front's main thread for a run besides its epochs: asked, begun, kept, concluded. */
  readonly runMs: Readonly<Record<PlatformName, number>>;
  /** Of the front's main thread for an epoch: dealt, kept, folded, shown in the room to nobody. */
  readonly epochMs: number;
  /** Of the front's main thread for an edit, more than that. */
  readonly editMs: Readonly<Record<PlatformName, number>>;
  /** The same, for each line of a board. */
  readonly lineMs: number;
  readonly handOver: HandOver;
}
