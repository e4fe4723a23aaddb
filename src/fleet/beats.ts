/** What workers and fronts report about themselves every second, as long as they run. */
import type { TensorflowBackend } from '../runs/protocol.js';

export interface WorkerBeat {
  /** Identifies the process: a host may run several. */
  readonly id: string;
  readonly host: string;
  /** It takes only tasks of this version. */
  readonly version: string;
  /** Threads: how many tasks it does at once. */
  readonly slots: number;
  readonly backends: readonly TensorflowBackend[];
  /** Tasks under way. */
  readonly busy: number;
  /** It accepts no more tasks. */
  readonly draining: boolean;
  /** How long it has been running, by its own clock: its time of day may be wrong. */
  readonly runningMs: number;
}

/** Between two beats, in ms. */
export const BEAT_MS = 1_000;

/** A process that has missed this many beats is gone; one or two may just be late. */
export const LIVES_BEATS = 4;

/** After this many beats without an answer from Redis, a front assumes that it has no workers. */
export const SILENT_BEATS = 3;
