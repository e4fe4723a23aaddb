/**
 * TensorFlow.js: matrix products, activations and their derivatives on whichever backend is set.
 * Backpropagation is written out instead of taped: a step of the lesson's network is about 15 kernel
 * calls this way and 150 with `model.fit`, and each call costs more than its arithmetic.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Activation, BackendName } from '../../src/runs/protocol.js';
import type { Engine, Matrix, NetworkShape } from './engine.js';
import { layersOf, type Layer } from './layers.js';

/** A layer with its weights on the backend. */
interface LoadedLayer extends Layer {
  readonly kernelTensor: tf.Tensor2D;
  readonly biasTensor: tf.Tensor1D;
}

function load(units: readonly number[], weights: Float32Array): readonly LoadedLayer[] {
  return layersOf(units).map((layer) => ({
    ...layer,
    // Copies: the cpu backend keeps a reference, and the weights change under it.
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

/** Passes a gradient back through an activation, given what the activation put out. */
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

/** What every layer puts out, the network's input first. */
function outputsOf(
  layers: readonly LoadedLayer[],
  { activation }: NetworkShape,
  x: Matrix,
): tf.Tensor2D[] {
  const outputs = [tf.tensor2d(x.values, [x.rows, x.columns])];
  layers.forEach((layer, index) => {
    const isLast = index === layers.length - 1;
    outputs.push(dense(at(outputs, index), layer, isLast ? undefined : activation));
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

/** The backend must have been set (`backends.ts`); no tensor outlives a call. */
export function tensorflowEngine(backend: BackendName): Engine {
  return {
    backend,
    forward: (shape, weights, x) => {
      let result = new Float32Array();
      tf.engine().tidy(() => {
        const outputs = outputsOf(load(shape.units, weights), shape, x);
        result = Float32Array.from(numbers(at(outputs, outputs.length - 1)));
      });
      return result;
    },
    backward: (shape, weights, x, lossGradient, gradients) => {
      tf.engine().tidy(() => {
        const layers = load(shape.units, weights);
        const outputs = outputsOf(layers, shape, x);
        const last = at(outputs, layers.length);
        let gradient = tf.tensor2d(lossGradient(numbers(last)), [x.rows, last.shape[1]]);
        for (let index = layers.length - 1; index >= 0; index -= 1) {
          const layer = at(layers, index);
          const input = at(outputs, index);
          gradients.set(numbers(tf.matMul(input, gradient, true, false)), layer.kernel.start);
          gradients.set(numbers(tf.sum(gradient, 0)), layer.bias.start);
          if (index > 0) {
            const back = tf.matMul<tf.Tensor2D>(gradient, layer.kernelTensor, false, true);
            gradient = throughActivation(back, input, shape.activation);
          }
        }
      });
    },
  };
}
