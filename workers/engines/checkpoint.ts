/** A run's initial checkpoint. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Checkpoint, FitSettings } from '../../src/runs/protocol.js';
import { initialWeights } from './random.js';

/** The number of moving averages that an optimizer keeps per weight. */
export function slotCount({
  optimizer,
  momentum = 0,
}: Pick<FitSettings, 'optimizer' | 'momentum'>): number {
  switch (optimizer) {
    case 'adam':
      return 2;
    case 'rmsprop':
      return 1;
    case 'sgd':
      return momentum > 0 ? 1 : 0;
  }
}

/** Seeded weights, zeroed slots, and the generator's state after drawing the weights. */
export function initialCheckpoint(
  units: readonly number[],
  settings: Pick<FitSettings, 'optimizer' | 'momentum' | 'seed'>,
): Checkpoint {
  const generator = xoroshiro128plus(settings.seed);
  const weights = initialWeights(units, generator);
  const slots = Array.from({ length: slotCount(settings) }, () => new Float32Array(weights.length));
  return { epoch: 0, step: 0, weights, slots, shuffle: generator.getState() };
}
