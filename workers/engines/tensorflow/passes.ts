/**
 * One step on TensorFlow.js: matrix products, activations and their derivatives on the active backend.
 * Backpropagation is written out instead of taped: a step of the lesson's network is about 15 kernel
 * calls this way and 150 with `model.fit`, and each call costs more than its arithmetic.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Activation } from '../../../src/runs/protocol.js';
import type { Network } from '../engine.js';
import { layersOf, type Layer } from '../layers.js';

/** Rows of numbers, row-major. */
export interface Matrix {
  readonly values: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

export type NetworkShape = Pick<Network, 'units' | 'activation'>;

/** For each hidden layer, rows × units: 0 for a dropped output, the scale factor for the others. */
export type DropoutMasks = readonly Float32Array[];

/** A layer with its weights on the backend. */
interface LoadedLayer extends Layer {
  readonly kernelTensor: tf.Tensor2D;
  readonly biasTensor: tf.Tensor1D;
}

function load(units: readonly number[], weights: Float32Array): readonly LoadedLayer[] {
  return layersOf(units).map((layer) => ({
    ...layer,
    // Copied, as the cpu backend keeps a reference, and the weights are modified later.
    kernelTensor: tf.tensor2d(weights.slice(layer.kernel.start, layer.kernel.end), [
      layer.inputs,
      layer.outputs,
    ]),
    biasTensor: tf.tensor1d(weights.slice(layer.bias.start, layer.bias.end)),
  }));
}

function dense(
  x: tf.Tensor2D,
  layer: LoadedLayer,
  activation: Activation | undefined,
): tf.Tensor2D {
  const fused = activation === undefined || activation === 'tanh' ? 'linear' : activation;
  const sums = tf.fused.matMul({
    a: x,
    b: layer.kernelTensor,
    bias: layer.biasTensor,
    activation: fused,
  }) as tf.Tensor2D;
  return activation === 'tanh' ? tf.tanh(sums) : sums;
}

/** Backpropagates a gradient through an activation, given the activation's output. */
function throughActivation(
  gradient: tf.Tensor2D,
  output: tf.Tensor2D,
  activation: Activation,
): tf.Tensor2D {
  switch (activation) {
    case 'relu':
      return tf.mul(gradient, tf.step(output));
    case 'tanh':
      return tf.sub(gradient, tf.mul(gradient, tf.mul(output, output)));
    case 'sigmoid':
      return tf.mul(gradient, tf.sub(output, tf.mul(output, output)));
  }
}

/** A layer's outputs before and after dropout. */
interface LayerOutput {
  readonly output: tf.Tensor2D;
  readonly passedOn: tf.Tensor2D;
  readonly mask?: tf.Tensor2D;
}

/** All layers' outputs, starting with the network's input. */
function outputsOf(
  layers: readonly LoadedLayer[],
  { activation }: NetworkShape,
  x: Matrix,
  masks: DropoutMasks = [],
): readonly LayerOutput[] {
  const input = tf.tensor2d(x.values, [x.rows, x.columns]);
  const outputs: LayerOutput[] = [{ output: input, passedOn: input }];
  layers.forEach((layer, index) => {
    const isLast = index === layers.length - 1;
    const { passedOn } = at(outputs, index);
    const output = dense(passedOn, layer, isLast ? undefined : activation);
    const kept = masks[index];
    if (isLast || !kept) {
      outputs.push({ output, passedOn: output });
    } else {
      const mask = tf.tensor2d(kept, [x.rows, layer.outputs]);
      outputs.push({ output, passedOn: tf.mul(output, mask), mask });
    }
  });
  return outputs;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}

function numbers(tensor: tf.Tensor): Float32Array {
  return tensor.dataSync<'float32'>();
}

/** The logits for every row. No tensor outlives the call. */
export function forward(shape: NetworkShape, weights: Float32Array, x: Matrix): Float32Array {
  let result = new Float32Array();
  tf.engine().tidy(() => {
    const outputs = outputsOf(load(shape.units, weights), shape, x);
    result = Float32Array.from(numbers(at(outputs, outputs.length - 1).output));
  });
  return result;
}

/**
 * One forward and one backward pass. No tensor outlives the call.
 * @param lossGradient maps the outputs to the loss's derivative by each of them (same length)
 * @param gradients filled with the loss's derivative by each weight, in the weights' order
 */
export function backward(
  shape: NetworkShape,
  weights: Float32Array,
  x: Matrix,
  masks: DropoutMasks,
  lossGradient: (outputs: Float32Array) => Float32Array,
  gradients: Float32Array,
): void {
  tf.engine().tidy(() => {
    const layers = load(shape.units, weights);
    const outputs = outputsOf(layers, shape, x, masks);
    const last = at(outputs, layers.length).output;
    let gradient = tf.tensor2d(lossGradient(numbers(last)), [x.rows, last.shape[1]]);
    for (let index = layers.length - 1; index >= 0; index -= 1) {
      const layer = at(layers, index);
      const { output, passedOn, mask } = at(outputs, index);
      gradients.set(numbers(tf.matMul(passedOn, gradient, true, false)), layer.kernel.start);
      gradients.set(numbers(tf.sum(gradient, 0)), layer.bias.start);
      if (index > 0) {
        const back = tf.matMul<tf.Tensor2D>(gradient, layer.kernelTensor, false, true);
        const kept = mask ? tf.mul<tf.Tensor2D>(back, mask) : back;
        gradient = throughActivation(kept, output, shape.activation);
      }
    }
  });
}
