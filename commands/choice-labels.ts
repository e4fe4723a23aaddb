/** What choices are, in words, where they are offered while one types. */
import type { MessageKey } from '../src/content/translator.js';
import type { BuiltinName } from '../src/datasets/builtin.js';
import type { Concept } from '../src/tutor/explain.js';

export const datasetLabels: Readonly<Record<BuiltinName, MessageKey>> = {
  churn: 'data.churn.about',
  penguins: 'data.penguins.about',
  cars: 'data.cars.about',
  moons: 'data.moons.about',
  spiral: 'data.spiral.about',
};

export const conceptLabels: Readonly<Record<Concept, MessageKey>> = {
  epoch: 'run.button.epoch',
  iteration: 'run.button.iteration',
  batch_size: 'run.button.batch_size',
};
