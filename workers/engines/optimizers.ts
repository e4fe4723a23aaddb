/**
 * Keras 2.15's optimizers with their defaults, on flat arrays. TensorFlow.js has its own, which put
 * epsilon elsewhere and so drift from Keras; one loop over all weights is also quicker than a dozen
 * kernel calls for each layer. Formulas: keras/src/optimizers/{adam,rmsprop,sgd}.py, v2.15.0.
 */
import type { OptimizerName } from '../../src/runs/protocol.js';

export interface Optimizer {
  /** Moving averages that it keeps for each weight. */
  readonly slots: number;
  /**
   * One update, in place.
   * @param step updates made before this one
   */
  update(
    weights: Float32Array,
    gradients: Float32Array,
    slots: readonly Float32Array[],
    step: number,
    learningRate: number,
  ): void;
}

const epsilon = 1e-7;
const beta1 = 0.9;
const beta2 = 0.999;
const rho = 0.9;
const none = new Float32Array();

export const optimizers: Readonly<Record<OptimizerName, Optimizer>> = {
  /** m ← m + (g−m)(1−β₁), v ← v + (g²−v)(1−β₂), w ← w − m·α/(√v + ε), α = lr·√(1−β₂ᵗ)/(1−β₁ᵗ). */
  adam: {
    slots: 2,
    update: (weights, gradients, [m = none, v = none], step, learningRate) => {
      const t = step + 1;
      const alpha = (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
      gradients.forEach((g, index) => {
        const first = (m[index] ?? 0) + (g - (m[index] ?? 0)) * (1 - beta1);
        const second = (v[index] ?? 0) + (g * g - (v[index] ?? 0)) * (1 - beta2);
        m[index] = first;
        v[index] = second;
        weights[index] = (weights[index] ?? 0) - (first * alpha) / (Math.sqrt(second) + epsilon);
      });
    },
  },
  /** v ← ρv + (1−ρ)g², w ← w − lr·g/√(v + ε). */
  rmsprop: {
    slots: 1,
    update: (weights, gradients, [v = none], _step, learningRate) => {
      gradients.forEach((g, index) => {
        const second = rho * (v[index] ?? 0) + (1 - rho) * g * g;
        v[index] = second;
        weights[index] = (weights[index] ?? 0) - (learningRate * g) / Math.sqrt(second + epsilon);
      });
    },
  },
  /** w ← w − lr·g. */
  sgd: {
    slots: 0,
    update: (weights, gradients, _slots, _step, learningRate) => {
      gradients.forEach((g, index) => {
        weights[index] = (weights[index] ?? 0) - learningRate * g;
      });
    },
  },
};
