/** A tutor whose runs are trained by the real threads, on the data that they load. */
import type { WorkerPool } from '../../src/runs/pool.js';
import type { Tutor } from './tutor.js';

export function trainsReally(tutor: Tutor, pool: WorkerPool): void {
  tutor.pool.train = pool.train.bind(pool);
  tutor.pool.evaluate = pool.evaluate.bind(pool);
  tutor.pool.describe = pool.describe.bind(pool);
}
