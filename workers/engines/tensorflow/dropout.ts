/** Which outputs an iteration leaves out: inverted dropout, as Keras' `Dropout` layer does it. */
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { DropoutMasks } from './passes.js';

/** `next()` gives whole numbers from −2³¹ up to, not including, 2³¹. */
const HALF = 2 ** 31;

/** Rows that the fused engine takes at once (`PORTION` in its `assembly/network.ts`): both draw alike. */
const PORTION = 256;

/**
 * Portion by portion, layer by layer and row by row, a number for every output; those below the share
 * are left out, and the others enlarged by 1/(1−share), so that the next layer's sums keep their size.
 * @param units of the hidden layers
 * @param share over 0 and below 1
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
