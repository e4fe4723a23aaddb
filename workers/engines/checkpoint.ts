/** What a run's first epoch starts from. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Checkpoint, FitSettings } from '../../src/runs/protocol.js';
import { initialWeights } from './random.js';

/** Moving averages that an optimizer keeps for each weight. */
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

/** Seeded weights, empty slots, the generator as it is after the weights. */
export function initialCheckpoint(
  units: readonly number[],
  settings: Pick<FitSettings, 'optimizer' | 'momentum' | 'seed'>,
): Checkpoint {
  const generator = xoroshiro128plus(settings.seed);
  const weights = initialWeights(units, generator);
  const slots = Array.from({ length: slotCount(settings) }, () => new Float32Array(weights.length));
  return { epoch: 0, step: 0, weights, slots, shuffle: generator.getState() };
}
