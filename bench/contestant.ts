/** What takes part in a measurement of training, wherever it computes. */
export interface Contestant {
  /** How the results name it: `fused`, `cpu`, `c`, `keras`. */
  readonly engine: string;
  /**
   * Trains whole epochs for about `TURN_MS`, at least one.
   * @returns microseconds a step of each of them, its shuffle included
   */
  turn(): Promise<readonly number[]>;
  end(): Promise<void>;
}

/** A network and the rows it learns: all that the time of a step depends on. */
export interface BenchNetwork {
  /** Units of every layer, inputs and output too. */
  readonly units: readonly number[];
  readonly batchSize: number;
  /** Training rows. */
  readonly rows: number;
}

/** Long enough that caches and branch predictors know an engine again that had to wait for its turn. */
export const TURN_MS = 100;
