/** Costs in CPU milliseconds, and how long a hand-over takes; measured (`measure.ts`), never guessed. */
import type { PlatformName } from './platforms.js';

/** One message with tasks to a training thread. */
export interface HandOver {
  /** From handing over a task to getting its result, minus the training, on an idle system. */
  readonly waitMs: number;
  /** The front's main thread, per message. */
  readonly frontMs: number;
  /** Redis, per message and per task in it; zero without a fleet. */
  readonly redisMs: number;
  readonly redisTaskMs: number;
  /** The worker's main thread, likewise. */
  readonly workerMs: number;
  readonly workerTaskMs: number;
}

export interface Costs {
  /** A training thread, per epoch. */
  readonly trainMs: number;
  /** A training thread, per run's test. */
  readonly testMs: number;
  /** The desk thread, for a run's chart and files. */
  readonly drawMs: number;
  /** The front's main thread, per run without its epochs: request, start, saving, conclusion. */
  readonly runMs: Readonly<Record<PlatformName, number>>;
  /** The front's main thread, per epoch: dealing, saving, folding, showing it in an empty room. */
  readonly epochMs: number;
  /** The front's main thread, extra per edit. */
  readonly editMs: Readonly<Record<PlatformName, number>>;
  /** The same, per line of a board. */
  readonly lineMs: number;
  readonly handOver: HandOver;
}
