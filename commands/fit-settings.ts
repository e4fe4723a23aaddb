/** The settings for `/fit`: given options, then an earlier run's, then the defaults. */
import { randomInt } from 'node:crypto';
import { shown } from '../src/content/shown.js';
import { UserError } from '../src/errors.js';
import { optimizers } from '../src/runs/optimizers.js';
import type { FitSettings } from '../src/runs/protocol.js';

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

export interface FitOptions extends Partial<
  Pick<
    FitSettings,
    | 'epochs'
    | 'activation'
    | 'optimizer'
    | 'seed'
    | 'pace'
    | 'dropout'
    | 'l2'
    | 'momentum'
    | 'patience'
  >
> {
  readonly batch?: number | undefined;
  readonly lr?: number | undefined;
  readonly validation?: number | undefined;
  readonly layers?: string | undefined;
  readonly engine?: 'auto' | 'tensorflow' | undefined;
}

export type GivenOptions = { readonly [K in keyof FitOptions]: FitOptions[K] | undefined };

/**
 * @param like an earlier run's settings; its seed is not used, or "again" would only repeat it
 * @throws UserError when `layers` is not a list of up to 4 sizes, or an option was given that has
 *   no effect without another one
 */
export function fitSettings(
  options: GivenOptions,
  like: FitSettings | undefined,
): Omit<FitSettings, 'dataset'> {
  const base = like ?? fitDefaults;
  const optimizer = options.optimizer ?? base.optimizer;
  const sameOptimizer = like?.optimizer === optimizer ? like.learningRate : undefined;
  const settings = {
    epochs: options.epochs ?? base.epochs,
    batchSize: options.batch ?? base.batchSize,
    validationSplit: options.validation ?? base.validationSplit,
    layers: options.layers === undefined ? base.layers : readLayers(options.layers),
    activation: options.activation ?? base.activation,
    optimizer,
    learningRate: options.lr ?? sameOptimizer ?? optimizers[optimizer].learningRate,
    seed: seedOr(options.seed),
    pace: options.pace ?? base.pace,
  };
  refuseWithoutEffect(options, settings);
  return { ...settings, ...extras(options, like, settings) };
}

type Network = Pick<FitSettings, 'layers' | 'optimizer' | 'validationSplit'>;

/** Options without effect are refused: ignoring them would teach something wrong. */
function refuseWithoutEffect(
  { momentum, dropout, patience }: GivenOptions,
  network: Network,
): void {
  const { optimizer, layers, validationSplit } = network;
  if (momentum && optimizer !== 'sgd') {
    throw new UserError('error.momentumNeedsSgd', { given: String(momentum), optimizer });
  }
  if (dropout && layers.length === 0) {
    throw new UserError('error.dropoutNeedsLayers', { given: String(dropout) });
  }
  if (patience && validationSplit === 0) {
    throw new UserError('error.patienceNeedsValidation', { given: patience });
  }
}

/**
 * The optional settings; 0 means none. An earlier run's values are dropped where
 * the new run has no use for them, such as its learning rate with another optimizer.
 */
function extras(
  options: GivenOptions,
  like: FitSettings | undefined,
  { layers, optimizer, validationSplit }: Network,
): Pick<FitSettings, 'momentum' | 'dropout' | 'l2' | 'patience' | 'engine'> {
  const momentum = optimizer === 'sgd' ? (options.momentum ?? like?.momentum) : undefined;
  const dropout = layers.length > 0 ? (options.dropout ?? like?.dropout) : undefined;
  const l2 = options.l2 ?? like?.l2;
  const patience = validationSplit > 0 ? (options.patience ?? like?.patience) : undefined;
  const engine = options.engine ?? like?.engine;
  return {
    ...(momentum && { momentum }),
    ...(dropout && { dropout }),
    ...(l2 && { l2 }),
    ...(patience && { patience }),
    ...(engine === 'tensorflow' && { engine }),
  };
}

/** The seed; a new one if none was given. */
export function seedOr(given: number | undefined): number {
  return given ?? randomInt(MAX_SEED + 1);
}

/**
 * `6,6` or, as in Python, `[6, 6]`; `none` for no hidden layer.
 * @throws UserError when it is neither, or there are too many or too large sizes
 */
export function readLayers(text: string): readonly number[] {
  const sizes = text.replace(/^[[(](.*?),?[\])]$/, '$1');
  if (/^(none|없음|0|)$/i.test(sizes)) return [];
  const units = sizes.split(',').map((size) => (/^\s*\d+\s*$/.test(size) ? Number(size) : NaN));
  const allowed = units.every((size) => size >= 1 && size <= MAX_UNITS);
  if (allowed && units.length <= MAX_LAYERS) return units;
  throw new UserError('error.layers', { given: shown(text), most: MAX_LAYERS, units: MAX_UNITS });
}
