/** What `/fit` was asked for, as settings: given options, then an earlier run's, then the defaults. */
import { randomInt } from 'node:crypto';
import { shown } from '../src/content/shown.js';
import { UserError } from '../src/errors.js';
import type { FitSettings, OptimizerName } from '../src/runs/protocol.js';

export const MAX_SEED = 2 ** 32 - 1;
const MAX_LAYERS = 4;
const MAX_UNITS = 512;

/** The lesson's network and epochs; Keras' own batch_size. */
export const fitDefaults = {
  dataset: { kind: 'builtin', name: 'churn' },
  epochs: 20,
  batchSize: 32,
  validationSplit: 0,
  layers: [6, 6],
  activation: 'relu',
  optimizer: 'adam',
  pace: 'watch',
} as const satisfies Omit<FitSettings, 'learningRate' | 'seed'>;

/** Keras 2.15's default learning rates. */
const learningRates: Readonly<Record<OptimizerName, number>> = {
  adam: 0.001,
  sgd: 0.01,
  rmsprop: 0.001,
};

export interface FitOptions extends Partial<
  Pick<FitSettings, 'epochs' | 'activation' | 'optimizer' | 'seed' | 'pace'>
> {
  readonly batch?: number | undefined;
  readonly lr?: number | undefined;
  readonly validation?: number | undefined;
  readonly layers?: string | undefined;
}

/**
 * @param like an earlier run's settings; its seed is not taken over, or "again" would only repeat it
 * @throws UserError when `layers` is not a list of up to 4 sizes
 */
export function fitSettings(
  options: { readonly [K in keyof FitOptions]: FitOptions[K] | undefined },
  like: FitSettings | undefined,
): Omit<FitSettings, 'dataset'> {
  const base = like ?? fitDefaults;
  const optimizer = options.optimizer ?? base.optimizer;
  const sameOptimizer = like?.optimizer === optimizer ? like.learningRate : undefined;
  return {
    epochs: options.epochs ?? base.epochs,
    batchSize: options.batch ?? base.batchSize,
    validationSplit: options.validation ?? base.validationSplit,
    layers: options.layers === undefined ? base.layers : readLayers(options.layers),
    activation: options.activation ?? base.activation,
    optimizer,
    learningRate: options.lr ?? sameOptimizer ?? learningRates[optimizer],
    seed: options.seed ?? randomInt(MAX_SEED + 1),
    pace: options.pace ?? base.pace,
  };
}

/** `6,6` or, as in Python, `[6, 6]`; `none` for no hidden layer. */
function readLayers(text: string): readonly number[] {
  const sizes = text.replace(/^[[(](.*?),?[\])]$/, '$1');
  if (/^(none|없음|0|)$/i.test(sizes)) return [];
  const units = sizes.split(',').map((size) => (/^\s*\d+\s*$/.test(size) ? Number(size) : NaN));
  const allowed = units.every((size) => size >= 1 && size <= MAX_UNITS);
  if (allowed && units.length <= MAX_LAYERS) return units;
  throw new UserError('error.layers', { given: shown(text), most: MAX_LAYERS, units: MAX_UNITS });
}
