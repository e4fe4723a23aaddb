/** A run's random numbers: initial weights and shuffling, from one seeded generator. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator';
import { layersOf, weightCount } from './layers.js';

/** Restores a checkpoint's generator. */
export function generatorFrom(state: readonly number[]): JumpableRandomGenerator {
  return xoroshiro128plusFromState(state);
}

/**
 * Keras' initial weights: kernels from glorot_uniform, which is uniform within ±√(6 / (inputs + outputs))
 * (Glorot and Bengio, 2010), biases zero.
 */
export function initialWeights(
  units: readonly number[],
  generator: JumpableRandomGenerator,
): Float32Array {
  const weights = new Float32Array(weightCount(units));
  for (const { inputs, outputs, kernel } of layersOf(units)) {
    const limit = Math.sqrt(6 / (inputs + outputs));
    for (let index = kernel.start; index < kernel.end; index += 1) {
      weights[index] = (2 * uniformFloat64(generator) - 1) * limit;
    }
  }
  return weights;
}

/** A random permutation of the rows 0 … count−1; Fisher–Yates. */
export function shuffledRows(count: number, generator: JumpableRandomGenerator): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, row) => row);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = uniformInt(generator, 0, last);
    const row = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = row;
  }
  return order;
}
