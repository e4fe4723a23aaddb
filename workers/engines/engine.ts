/** The port behind which networks compute: epochs, a stretch at a time. It knows no clock and no thread. */
import type { TaskType } from '../../src/runs/dataset.js';
import type {
  Activation,
  BackendName,
  Checkpoint,
  FitSettings,
  TestResult,
} from '../../src/runs/protocol.js';

export interface Network {
  /** Units of every layer, the input first: [11, 6, 6, 1] is two hidden layers of 6. */
  readonly units: readonly number[];
  /** Of the hidden layers; the output layer gives its sums as they are (logits). */
  readonly activation: Activation;
  /** Decides loss and metric. */
  readonly task: TaskType;
  /** λ of the penalty λ·Σw² on all kernels, which counts as part of the loss. */
  readonly l2?: number;
}

/** Rows to train or evaluate on; neither array may change afterwards. */
export interface Rows {
  /** rows × inputs, row-major. */
  readonly x: Float32Array;
  /** One number per row: 0 or 1, a class index, or a number. */
  readonly y: Float32Array;
}

/** How an epoch is trained. */
export interface Training {
  readonly network: Network;
  readonly rows: Rows;
  readonly settings: Pick<
    FitSettings,
    'batchSize' | 'optimizer' | 'learningRate' | 'momentum' | 'dropout'
  >;
  /** Keras' `shuffle=False` is only for comparing with recorded fits. */
  readonly shuffle: boolean;
}

/** Sums over the rows of an epoch so far; divide by the rows for the means. */
export interface Sums {
  readonly rows: number;
  readonly loss: number;
  /** Right answers, or absolute errors. */
  readonly metric: number;
}

/** An epoch under way. What it computes does not depend on how its steps are cut into stretches. */
export interface Epoch {
  /** Trains at most so many steps. @returns how many there were; fewer only at the epoch's end */
  train(steps: number): number;
  sums(): Sums;
  /** Where it stands after the steps made; the number of its epoch is the caller's. */
  state(): Pick<Checkpoint, 'step' | 'weights' | 'slots' | 'shuffle'>;
}

/** An epoch that was left in its middle. With the checkpoint behind its last step it goes on to the same bits. */
export interface Midway {
  /** The generator's state when the epoch began: the order of its rows follows from that. */
  readonly shuffle: readonly number[];
  /** What its rows so far came to. */
  readonly sums: Sums;
}

/** Does one thing at a time: whatever is begun next ends the epoch before it. */
export interface Engine {
  readonly backend: BackendName;
  /** The epoch that follows on a checkpoint, which is not changed; or the rest of one. */
  begin(training: Training, from: Checkpoint, midway?: Midway): Epoch;
  /** Mean loss and metric of these weights over the rows. */
  evaluate(network: Network, weights: Float32Array, rows: Rows): TestResult;
  /**
   * What these weights answer, row by row: the output layer's sums, by which `evaluate` tells what is right.
   * A class is the unit with the largest sum, the first of equals; of one unit it is 1 over 0.
   */
  answer(network: Network, weights: Float32Array, rows: Rows): Float32Array;
}
