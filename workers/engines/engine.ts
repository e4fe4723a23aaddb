/** The port behind which networks compute: one forward and backward pass, nothing about epochs. */
import type { Activation, BackendName } from '../../src/runs/protocol.js';

/** Units of every layer, the input first: [11, 6, 6, 1] is two hidden layers of 6. */
export interface NetworkShape {
  readonly units: readonly number[];
  /** Of the hidden layers; the output layer gives its sums as they are (logits). */
  readonly activation: Activation;
}

/** Rows of numbers, row-major. */
export interface Matrix {
  readonly values: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

export interface Engine {
  readonly backend: BackendName;
  /**
   * Output sums of the last layer for every row.
   * @param weights kernel, bias, kernel, bias …, flattened row-major into one array
   */
  forward(shape: NetworkShape, weights: Float32Array, x: Matrix): Float32Array;
  /**
   * One forward and one backward pass.
   * @param lossGradient given the outputs, the loss' derivative by each of them (same length)
   * @param gradients filled with the loss' derivative by each weight, in the weights' order
   */
  backward(
    shape: NetworkShape,
    weights: Float32Array,
    x: Matrix,
    lossGradient: (outputs: Float32Array) => Float32Array,
    gradients: Float32Array,
  ): void;
}
