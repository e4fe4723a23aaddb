/** What workers and fronts report of themselves every second, as long as they run. */
import type { TensorflowBackend } from '../runs/protocol.js';

export interface WorkerBeat {
  /** Of the process: a host may have several. */
  readonly id: string;
  readonly host: string;
  /** Tasks of other versions are not for it. */
  readonly version: string;
  /** Threads: how many tasks it does at once. */
  readonly slots: number;
  readonly backends: readonly TensorflowBackend[];
  /** Tasks under way. */
  readonly busy: number;
  /** It takes nothing more. */
  readonly draining: boolean;
  /** Since it began, by its own clock; its time of day may be any. */
  readonly runningMs: number;
}

/** Between two beats, in ms. */
export const BEAT_MS = 1_000;

/** Whoever has missed this many beats is gone; one or two may only be late. */
export const LIVES_BEATS = 4;

/** After this many beats without an answer from Redis, a front counts on no worker. */
export const SILENT_BEATS = 3;
