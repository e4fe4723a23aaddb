/** A run's settings as command options, so that readers of a board can try them. */
import { shown } from '../../content/shown.js';
import type { FitSettings } from '../../runs/protocol.js';

/** Maximum length of column names. */
const COLUMN_CHARACTERS = 30;

/** The settings that every run has, then this one's others; the seed last. */
export function typedSettings(settings: FitSettings): string {
  const { dataset, momentum, dropout, l2, validationSplit, patience, engine, seed } = settings;
  const { use, drop } = dataset;
  const columns = (names: readonly string[] | undefined): string | undefined =>
    names && shown(names.join(','), COLUMN_CHARACTERS);
  const options: Readonly<Record<string, string | number | undefined>> = {
    epochs: settings.epochs,
    batch: settings.batchSize,
    layers: settings.layers.join(',') || 'none',
    activation: settings.activation === 'relu' ? undefined : settings.activation,
    optimizer: settings.optimizer === 'adam' ? undefined : settings.optimizer,
    lr: settings.learningRate,
    ...{ momentum, dropout, l2 },
    validation: validationSplit || undefined,
    ...{ patience, engine },
    ...{ use: columns(use), drop: columns(drop) },
    seed,
  };
  return Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`)
    .join(' ');
}
