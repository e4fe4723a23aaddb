import { describe, expect, test } from 'vitest';
import type { TaskType } from '../../src/runs/dataset.js';
import type { Activation } from '../../src/runs/protocol.js';
import { useBackend } from '../../workers/engines/tensorflow/backends.js';
import { batchLoss } from '../../workers/engines/tensorflow/losses.js';
import { backward, forward, type NetworkShape } from '../../workers/engines/tensorflow/passes.js';
import { initialWeights } from '../../workers/engines/random.js';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { tensorflowBackends } from '../support/backends.js';

const activations: readonly Activation[] = ['relu', 'tanh', 'sigmoid'];
const tasks: readonly TaskType[] = ['binary', 'multiclass', 'regression'];
const rows = 6;
const inputs = 3;

/** Large enough for float32 to resolve the difference, small enough to approximate a slope. */
const step = 1e-3;

describe.each(tensorflowBackends)('on the backend %s', (backend) => {
  describe.each(tasks)('%s', (task) => {
    test.each(activations)('%s: the gradient is the slope of the loss', async (activation) => {
      await useBackend(backend);
      const generator = xoroshiro128plus(3);
      const random = (): number => 2 * uniformFloat64(generator) - 1;
      const width = task === 'multiclass' ? 3 : 1;
      const shape: NetworkShape = { units: [inputs, 5, 4, width], activation };
      const weights = initialWeights(shape.units, generator).map(
        (weight) => weight + 0.1 * random(),
      );
      const x = {
        values: Float32Array.from({ length: rows * inputs }, random),
        rows,
        columns: inputs,
      };
      const y = Float32Array.from({ length: rows }, (_, row) =>
        task === 'regression' ? random() : row % (task === 'binary' ? 2 : 3),
      );
      const lossAt = (at: Float32Array): number =>
        batchLoss(task, forward(shape, at, x), y, width).loss / rows;

      const gradients = new Float32Array(weights.length);
      backward(
        shape,
        weights,
        x,
        [],
        (outputs) => batchLoss(task, outputs, y, width).gradient,
        gradients,
      );

      const here = lossAt(weights);
      let compared = 0;
      weights.forEach((weight, index) => {
        const [up, down] = [step, -step].map((change) => {
          const moved = weights.slice();
          moved[index] = weight + change;
          return lossAt(moved);
        });
        const [right, left] = [((up ?? NaN) - here) / step, (here - (down ?? NaN)) / step];
        // Where a relu switches within a step there are two slopes, and neither is the gradient.
        if (activation === 'relu' && Math.abs(right - left) > 5e-3) return;
        compared += 1;
        expect(Math.abs((right + left) / 2 - (gradients[index] ?? NaN))).toBeLessThan(2e-3);
      });
      expect(compared).toBeGreaterThan(weights.length * 0.9);
      expect(gradients.some((gradient) => Math.abs(gradient) > 1e-2)).toBe(true);
    });
  });
});
