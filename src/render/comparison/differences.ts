/** The settings in which runs differ, by Keras' names. */
import { shown } from '../../content/shown.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { FitSettings } from '../../runs/protocol.js';

/** A run's settings, whether it has started or not. */
interface Differing {
  readonly settings: FitSettings;
  /** Missing until it is known. */
  readonly data?: Pick<DataSummary, 'name' | 'target'> | undefined;
}

const readers = {
  data: ({ data, settings: { dataset } }: Differing) =>
    // Two files with the same name are still two data sets.
    [
      shown(data?.name ?? (dataset.kind === 'csv' ? dataset.fileName : dataset.name), 20),
      data && shown(data.target, 20),
      dataset.kind === 'csv' ? dataset.sha256.slice(0, 4) : '',
    ],
  batch_size: ({ settings }: Differing) => [String(settings.batchSize)],
  epochs: ({ settings }: Differing) => [String(settings.epochs)],
  layers: ({ settings }: Differing) => [settings.layers.join(',') || 'none'],
  activation: ({ settings }: Differing) => [settings.activation],
  dropout: ({ settings }: Differing) => [String(settings.dropout ?? 0)],
  l2: ({ settings }: Differing) => [String(settings.l2 ?? 0)],
  optimizer: ({ settings }: Differing) => [settings.optimizer],
  learning_rate: ({ settings }: Differing) => [String(settings.learningRate)],
  momentum: ({ settings }: Differing) => [String(settings.momentum ?? 0)],
  validation_split: ({ settings }: Differing) => [String(settings.validationSplit)],
  patience: ({ settings }: Differing) => [String(settings.patience ?? 'none')],
  seed: ({ settings }: Differing) => [String(settings.seed)],
} satisfies Record<string, (run: Differing) => readonly (string | undefined)[]>;

export type Setting = keyof typeof readers;

export interface Difference {
  readonly setting: Setting;
  /** One per run, in their order. */
  readonly values: readonly string[];
}

/** The most important first; the seed last. */
export function differences(runs: readonly Differing[]): readonly Difference[] {
  return (Object.keys(readers) as Setting[]).flatMap((setting) => {
    const parts = runs.map((run): readonly (string | undefined)[] => readers[setting](run));
    // Only the parts that differ are named: just the file, if the file differs. What is
    // unknown for one run is no difference.
    const telling = (parts[0] ?? []).findIndex((_, part) => {
      const values = new Set(parts.map((all) => all[part]));
      return values.size > 1 && !values.has(undefined);
    });
    if (telling < 0) return [];
    return [{ setting, values: parts.map((values) => values[telling] ?? '') }];
  });
}
