/** A tutor whose runs train on the real threads, with the data they load. */
import type { WorkerPool } from '../../src/runs/pool.js';
import type { Tutor } from './tutor.js';

export function trainsReally(tutor: Tutor, pool: WorkerPool): void {
  tutor.pool.train = pool.train.bind(pool);
  tutor.pool.evaluate = pool.evaluate.bind(pool);
  tutor.pool.describe = pool.describe.bind(pool);
}
