/** A simple forward pass for a few rows, for which setting up an engine is not worthwhile. */
import type { Activation } from '../../src/runs/protocol.js';
import type { Network } from './engine.js';
import { layersOf } from './layers.js';

const activations: Readonly<Record<Activation, (sum: number) => number>> = {
  relu: (sum) => Math.max(0, sum),
  tanh: Math.tanh,
  sigmoid: (sum) => 1 / (1 + Math.exp(-sum)),
};

/**
 * @param x one row
 * @returns the output layer's logits after sigmoid or softmax for classes
 */
export function predict(
  { units, activation, task }: Network,
  weights: Float32Array,
  x: Float32Array,
): readonly number[] {
  const layers = layersOf(units);
  let values = Float64Array.from(x);
  layers.forEach(({ outputs, kernel, bias }, index) => {
    const sums = Float64Array.from(weights.subarray(bias.start, bias.end));
    // Loops in memory order of the kernel, as a picture needs ten thousand rows.
    for (let input = 0; input < values.length; input += 1) {
      const value = values[input] ?? 0;
      const start = kernel.start + input * outputs;
      for (let unit = 0; unit < outputs; unit += 1) {
        sums[unit] = (sums[unit] ?? 0) + value * (weights[start + unit] ?? 0);
      }
    }
    values = index < layers.length - 1 ? sums.map(activations[activation]) : sums;
  });
  const sums = [...values];
  if (task === 'binary') return sums.map(activations.sigmoid);
  return task === 'multiclass' ? softmax(sums) : sums;
}

function softmax(sums: readonly number[]): readonly number[] {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
