/**
 * Keras 2.15's optimizers with their defaults, on flat arrays. TensorFlow.js' own place
 * epsilon differently and so drift from Keras; one loop over all weights is also faster than a dozen
 * kernel calls per layer. Formulas: keras/src/optimizers/{adam,rmsprop,sgd}.py, v2.15.0.
 */
import type { OptimizerName } from '../../../src/runs/protocol.js';

/**
 * One update, in place.
 * @param slots moving averages for each weight, `slotCount` of them
 * @param made the number of earlier updates
 * @param momentum for sgd; 0 for none
 */
type Update = (
  weights: Float32Array,
  gradients: Float32Array,
  slots: readonly Float32Array[],
  made: number,
  learningRate: number,
  momentum: number,
) => void;

const epsilon = 1e-7;
const beta1 = 0.9;
const beta2 = 0.999;
const rho = 0.9;
const none = new Float32Array();

export const optimizers: Readonly<Record<OptimizerName, Update>> = {
  /** m ← m + (g−m)(1−β₁), v ← v + (g²−v)(1−β₂), w ← w − m·α/(√v + ε), α = lr·√(1−β₂ᵗ)/(1−β₁ᵗ). */
  adam: (weights, gradients, [m = none, v = none], made, learningRate) => {
    const t = made + 1;
    const alpha = (learningRate * Math.sqrt(1 - power(beta2, t))) / (1 - power(beta1, t));
    gradients.forEach((g, index) => {
      const first = (m[index] ?? 0) + (g - (m[index] ?? 0)) * (1 - beta1);
      const second = (v[index] ?? 0) + (g * g - (v[index] ?? 0)) * (1 - beta2);
      m[index] = first;
      v[index] = second;
      weights[index] = (weights[index] ?? 0) - (first * alpha) / (Math.sqrt(second) + epsilon);
    });
  },
  /** v ← ρv + (1−ρ)g², w ← w − lr·g/√(v + ε). */
  rmsprop: (weights, gradients, [v = none], _made, learningRate) => {
    gradients.forEach((g, index) => {
      const second = rho * (v[index] ?? 0) + (1 - rho) * g * g;
      v[index] = second;
      weights[index] = (weights[index] ?? 0) - (learningRate * g) / Math.sqrt(second + epsilon);
    });
  },
  /** w ← w − lr·g; with momentum m ← momentum·m − lr·g, w ← w + m. */
  sgd: (weights, gradients, [m = none], _made, learningRate, momentum) => {
    gradients.forEach((g, index) => {
      const step = momentum * (m[index] ?? 0) - learningRate * g;
      if (momentum > 0) m[index] = step;
      weights[index] = (weights[index] ?? 0) + step;
    });
  },
};

/**
 * baseⁿ by squaring, for an integer n ≥ 0. `base ** n` may differ in its last digit between
 * versions of Node.
 */
function power(base: number, n: number): number {
  let result = 1;
  let square = base;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
