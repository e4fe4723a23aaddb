/** In which settings runs differ, under Keras' names. */
import { shown } from '../../content/shown.js';
import type { ComparedRun } from './compared-run.js';

const readers = {
  data: ({ data, settings }: ComparedRun) =>
    // Two files of one name are still two data sets.
    [
      shown(data.name, 20),
      shown(data.target, 20),
      settings.dataset.kind === 'csv' ? settings.dataset.sha256.slice(0, 4) : '',
    ],
  batch_size: ({ settings }: ComparedRun) => [String(settings.batchSize)],
  epochs: ({ settings }: ComparedRun) => [String(settings.epochs)],
  layers: ({ settings }: ComparedRun) => [settings.layers.join(',') || 'none'],
  activation: ({ settings }: ComparedRun) => [settings.activation],
  dropout: ({ settings }: ComparedRun) => [String(settings.dropout ?? 0)],
  l2: ({ settings }: ComparedRun) => [String(settings.l2 ?? 0)],
  optimizer: ({ settings }: ComparedRun) => [settings.optimizer],
  learning_rate: ({ settings }: ComparedRun) => [String(settings.learningRate)],
  momentum: ({ settings }: ComparedRun) => [String(settings.momentum ?? 0)],
  validation_split: ({ settings }: ComparedRun) => [String(settings.validationSplit)],
  patience: ({ settings }: ComparedRun) => [String(settings.patience ?? 'none')],
  seed: ({ settings }: ComparedRun) => [String(settings.seed)],
} satisfies Record<string, (run: ComparedRun) => readonly string[]>;

export type Setting = keyof typeof readers;

export interface Difference {
  readonly setting: Setting;
  /** One for each run, in their order. */
  readonly values: readonly string[];
}

/** The most telling first; the seed last. */
export function differences(runs: readonly ComparedRun[]): readonly Difference[] {
  return (Object.keys(readers) as Setting[]).flatMap((setting) => {
    const parts = runs.map((run) => readers[setting](run));
    // Of several parts, those that differ are named: the file alone where the file is another.
    const telling = (parts[0] ?? []).findIndex(
      (_, part) => new Set(parts.map((values) => values[part])).size > 1,
    );
    if (telling < 0) return [];
    return [{ setting, values: parts.map((values) => values[telling] ?? '') }];
  });
}
