/** Inverted dropout, as in Keras' `Dropout` layer: which outputs an iteration drops. */
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { DropoutMasks } from './passes.js';

/** `next()` returns integers from −2³¹ up to, but not including, 2³¹. */
const HALF = 2 ** 31;

/** The fused engine's portion size (`PORTION` in its `assembly/network.ts`), so that both draw identically. */
const PORTION = 256;

/**
 * Draws a number for every output, by portion, layer and row; those below the share
 * are dropped, and the others scaled by 1/(1−share), so that the next layer's sums keep their magnitude.
 * @param units the hidden layers' units
 * @param share above 0 and below 1
 */
export function drawMasks(
  units: readonly number[],
  rows: number,
  share: number,
  generator: RandomGenerator,
): DropoutMasks {
  const masks = units.map((size) => new Float32Array(rows * size));
  const isLeftOut = (): boolean => (generator.next() + HALF) / (2 * HALF) < share;
  for (let first = 0; first < rows; first += PORTION) {
    const portion = Math.min(PORTION, rows - first);
    masks.forEach((mask, layer) => {
      const size = units[layer] ?? 0;
      for (let index = first * size; index < (first + portion) * size; index += 1) {
        mask[index] = isLeftOut() ? 0 : 1 / (1 - share);
      }
    });
  }
  return masks;
}
