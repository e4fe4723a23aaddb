/** Buttons for the concept cards related to a log. */
import type { Button } from '../../chat/message.js';
import type { Concept } from '../../content/concepts.js';
import type { Translator } from '../../content/translator.js';
import { isAccuracy } from './curves.js';
import type { LoggedFit } from './training-log.js';
import type { Judged, Verdict } from './verdict.js';

const MAX_BUTTONS = 4;

/** @param told undefined while no epoch is finished */
export function cardButtons(
  fit: LoggedFit,
  told: Judged | undefined,
  t: Translator,
): readonly Button[] {
  return conceptsOf(fit, told).map((concept) => ({
    label: t.plain(`log.card.${concept}`),
    command: `/explain concept:${concept}`,
  }));
}

type Carded = Extract<
  Concept,
  | 'accuracy'
  | 'baseline'
  | 'batch_size'
  | 'early_stopping'
  | 'epoch'
  | 'iteration'
  | 'learning_rate'
  | 'loss'
  | 'overfitting'
  | 'progress_bar'
  | 'steps_per_epoch'
  | 'validation_split'
>;

const related: Readonly<Record<Verdict['kind'], readonly Carded[]>> = {
  notFinite: ['learning_rate', 'loss'],
  overflowed: ['learning_rate', 'loss'],
  impossible: ['loss', 'accuracy'],
  diverged: ['learning_rate', 'loss'],
  guessing: ['baseline', 'accuracy'],
  still: ['learning_rate', 'loss'],
  sorted: ['validation_split', 'accuracy'],
  overfitting: ['overfitting', 'early_stopping'],
  gap: ['overfitting', 'validation_split'],
  oneEpoch: ['epoch', 'progress_bar'],
  plateau: ['learning_rate', 'epoch'],
  learning: ['epoch', 'validation_split'],
  settled: ['epoch', 'learning_rate'],
};

function conceptsOf(fit: LoggedFit, told: Judged | undefined): readonly Carded[] {
  const found: readonly Carded[] = [
    ...(told ? related[told.verdict.kind] : (['epoch', 'progress_bar'] as const)),
    ...(fit.counts === 'rows' ? (['steps_per_epoch'] as const) : (['iteration'] as const)),
    ...(told?.curves.metric && isAccuracy(told.curves.metric.name) ? (['baseline'] as const) : []),
    ...(fit.batchSize === undefined ? (['batch_size'] as const) : []),
  ];
  return [...new Set(found)].slice(0, MAX_BUTTONS);
}
