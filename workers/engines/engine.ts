/** The port for engines that train networks: epochs, a stretch at a time. It knows nothing of clocks or threads. */
import type { TaskType } from '../../src/runs/dataset.js';
import type {
  Activation,
  BackendName,
  Checkpoint,
  FitSettings,
  TestResult,
} from '../../src/runs/protocol.js';

export interface Network {
  /** Units of every layer, input first: [11, 6, 6, 1] has two hidden layers of 6. */
  readonly units: readonly number[];
  /** The hidden layers' activation; the output layer returns logits. */
  readonly activation: Activation;
  /** Determines loss and metric. */
  readonly task: TaskType;
  /** λ of the penalty λ·Σw² on all kernels, which is part of the loss. */
  readonly l2?: number;
}

/** Rows to train or evaluate on; the arrays must not change afterwards. */
export interface Rows {
  /** rows × inputs, row-major. */
  readonly x: Float32Array;
  /** One number per row: 0 or 1, a class index, or a number. */
  readonly y: Float32Array;
}

/** Training settings of an epoch. */
export interface Training {
  readonly network: Network;
  readonly rows: Rows;
  readonly settings: Pick<
    FitSettings,
    'batchSize' | 'optimizer' | 'learningRate' | 'momentum' | 'dropout'
  >;
  /** As Keras' `shuffle=False`; only for comparison with recorded fits. */
  readonly shuffle: boolean;
}

/** Sums over an epoch's rows so far; divide by the rows for means. */
export interface Sums {
  readonly rows: number;
  readonly loss: number;
  /** Right answers, or absolute errors. */
  readonly metric: number;
}

/** An epoch in progress. Its results do not depend on how its steps are divided into stretches. */
export interface Epoch {
  /** Trains at most this many steps. @returns the number done; fewer only at the epoch's end */
  train(steps: number): number;
  sums(): Sums;
  /** The state after the steps so far; the caller sets the epoch number. */
  state(): Pick<Checkpoint, 'step' | 'weights' | 'slots' | 'shuffle'>;
}

/** An interrupted epoch. With the checkpoint after its last step it continues to identical bits. */
export interface Midway {
  /** The generator's state at the epoch's start, which determines the order of its rows. */
  readonly shuffle: readonly number[];
  /** The sums over its rows so far. */
  readonly sums: Sums;
}

/** Does one thing at a time: starting anything else ends the current epoch. */
export interface Engine {
  readonly backend: BackendName;
  /** The epoch after a checkpoint, which is not modified; or the rest of one. */
  begin(training: Training, from: Checkpoint, midway?: Midway): Epoch;
  /** Mean loss and metric over the rows with these weights. */
  evaluate(network: Network, weights: Float32Array, rows: Rows): TestResult;
  /**
   * The output layer's logits for each row with these weights, as used by `evaluate`.
   * The predicted class is the unit with the largest logit, the first on ties; for a single unit it is 1 above 0.
   */
  answer(network: Network, weights: Float32Array, rows: Rows): Float32Array;
}
