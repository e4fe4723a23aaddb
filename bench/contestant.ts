/** An implementation to measure in training, wherever it runs. */
export interface Contestant {
  /** Its name in the results: `fused`, `cpu`, `c`, `keras`. */
  readonly engine: string;
  /**
   * Trains whole epochs for about `TURN_MS`, at least one.
   * @returns microseconds per step for each of them, its shuffle included
   */
  turn(): Promise<readonly number[]>;
  end(): Promise<void>;
}

/** A network and its training rows: everything the time per step depends on. */
export interface BenchNetwork {
  /** Units of every layer, including inputs and output. */
  readonly units: readonly number[];
  readonly batchSize: number;
  /** Training rows. */
  readonly rows: number;
}

/** Long enough to warm the caches and branch predictors again after an engine's wait for its turn. */
export const TURN_MS = 100;
