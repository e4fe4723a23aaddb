/** What a network answers for a few rows, written out: neither worth an engine's set-up nor in need of its speed. */
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
 * @returns the output layer's sums put through sigmoid or softmax where the task has classes
 */
export function predict(
  { units, activation, task }: Network,
  weights: Float32Array,
  x: Float32Array,
): readonly number[] {
  const layers = layersOf(units);
  let values: readonly number[] = [...x];
  layers.forEach(({ outputs, kernel, bias }, index) => {
    const act = index < layers.length - 1 ? activations[activation] : (sum: number) => sum;
    const before = values;
    values = Array.from({ length: outputs }, (_, unit) =>
      act(
        before.reduce(
          (sum, value, input) =>
            sum + value * (weights[kernel.start + input * outputs + unit] ?? 0),
          weights[bias.start + unit] ?? 0,
        ),
      ),
    );
  });
  if (task === 'binary') return values.map(activations.sigmoid);
  return task === 'multiclass' ? softmax(values) : values;
}

function softmax(sums: readonly number[]): readonly number[] {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
