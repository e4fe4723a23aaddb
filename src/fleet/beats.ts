/** What workers and fronts tell of themselves, every second, for as long as they live. */
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
