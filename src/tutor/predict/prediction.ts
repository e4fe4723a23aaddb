/** What is guessed before a training: the question, its answers, and the settings it will be trained with. */
import type { MessageKey, MessageParams } from '../../content/translator.js';
import { dice } from '../../datasets/random.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { FitSettings } from '../../runs/protocol.js';
import { otherBatchSize } from '../facts.js';
import { stepAnswers, updateAnswers } from '../quiz/counting.js';
import { optionsOf } from '../quiz/options.js';
import { batchesOf } from '../quiz/task.js';

/** `batches`: which of two batch sizes ends with the lower training loss. */
export const predictable = ['iterations', 'updates', 'batches'] as const;
export type Predictable = (typeof predictable)[number];

export interface PredictionOption {
  readonly label: MessageKey;
  readonly params: MessageParams;
  /** The mistake that leads to it; where chance decides too, a wrong guess is no mistake. */
  readonly why?: MessageKey;
}

/** Plain data, so that it can be kept. */
export interface Prediction {
  readonly id: string;
  readonly about: Predictable;
  readonly data: { readonly name: string; readonly rows: number };
  /** What will be trained; two for `batches`, which differ in batch_size alone. */
  readonly settings: readonly [FitSettings, ...FitSettings[]];
  readonly options: readonly PredictionOption[];
}

/** Of `batches`, the third answer: neither ends lower. */
export const EQUAL = 2;

export function predictionOf(
  id: string,
  about: Predictable,
  settings: FitSettings,
  summary: DataSummary,
): Prediction {
  const rows = summary.rows.training;
  const base = { id, about, data: { name: summary.name, rows } };
  const { epochs, batchSize, seed } = settings;
  if (about === 'batches') {
    const other = otherBatchSize(rows, batchSize);
    const options: readonly PredictionOption[] = [
      { label: 'predict.batches.is', params: { batch: batchSize } },
      { label: 'predict.batches.is', params: { batch: other } },
      { label: 'predict.batches.isEqual', params: {} },
    ];
    return { ...base, settings: [settings, { ...settings, batchSize: other }], options };
  }
  const batches = batchesOf(rows, batchSize);
  const answers = about === 'iterations' ? stepAnswers(batches) : updateAnswers(batches, epochs);
  const { options } = optionsOf({ params: { ...batches, epochs }, ...answers }, dice(seed));
  return { ...base, settings: [settings], options };
}
