/** Carries out one call on a worker, and turns its result into what is sent back. */
import { UserError } from '../errors.js';
import type { DeskPool, TrainingPool } from '../runs/ports.js';
import type { BackendName, StepProgress } from '../runs/protocol.js';
import type { Turn } from '../runs/scheduler.js';
import { deathOf } from '../runs/surviving-pool.js';
import { lanesOf, type Call, type Outcome } from './messages.js';

export interface CallTools {
  readonly pool: TrainingPool & DeskPool;
  readonly stop: AbortSignal;
  /** The same for all calls of a job. */
  readonly turn: Turn;
  readonly onProgress: (progress: StepProgress) => void;
}

/** Never rejects: whatever is thrown is sent to the caller. */
export async function outcomeOf(call: Call, tools: CallTools): Promise<Outcome> {
  try {
    return { kind: 'done', value: await answerTo(call, tools) };
  } catch (error) {
    if (error instanceof UserError)
      return { kind: 'refused', key: error.key, params: error.params };
    if (!(error instanceof Error)) {
      return { kind: 'failed', message: String(error), stack: undefined };
    }
    const { message, stack } = error;
    if (deathOf(error) === undefined) return { kind: 'failed', message, stack };
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    return { kind: 'died', message, code };
  }
}

/** The backend that it needs; undefined where any worker will do. */
export function backendOf(call: Call): BackendName | undefined {
  if (call.method === 'train') return call.task.backend;
  const computes = call.method === 'evaluate' || call.method === 'stepThrough';
  return computes ? call.args[0].backend : undefined;
}

function answerTo(call: Call, { pool, stop, turn, onProgress }: CallTools): Promise<unknown> {
  if (call.method === 'train') return pool.train(call.task, onProgress, stop, turn);
  // It came over the network: it must not be able to call any other method.
  if (!Object.hasOwn(lanesOf, call.method)) throw new RangeError('this is not asked of a worker');
  const method = pool[call.method].bind(pool) as (...args: readonly unknown[]) => Promise<unknown>;
  return method(...call.args);
}
