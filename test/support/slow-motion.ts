/** A tutor whose single iterations run on the real threads, with the data they load. */
import type { SlowResult } from '../../src/runs/slow-motion.js';
import { WorkerPool } from '../../src/runs/pool.js';
import type { Tutor } from './tutor.js';

export const realPool = (dataDir = 'no uploads'): WorkerPool =>
  new WorkerPool({ workers: new URL('../../dist/workers/', import.meta.url), dataDir, threads: 1 });

/** @returns the iterations made so far, newest last */
export async function stepsReally(tutor: Tutor, pool: WorkerPool): Promise<readonly SlowResult[]> {
  const made: SlowResult[] = [];
  tutor.pool.data = await pool.describe({ kind: 'builtin', name: 'churn' }, 0);
  tutor.pool.stepThrough = async (task) => {
    const result = await pool.stepThrough(task);
    made.push(result);
    return result;
  };
  return made;
}
