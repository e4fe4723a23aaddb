/** A question of the quiz: its kind and a seed say all of it, so a button can bring it back at any time. */
import type { MessageKey, MessageParams } from '../../content/translator.js';
import { dice } from '../../datasets/random.js';
import {
  epochsDone,
  equalUpdates,
  lastBatch,
  rowsAfter,
  rowsRange,
  stepsEven,
  stepsUneven,
  updates,
  whichBatch,
} from './counting.js';
import { baseline, overfitting, validationSteps, validationWhich } from './judging.js';
import { optionsOf, type Options } from './options.js';
import type { QuizKind } from './task.js';
import { epochTime, msPerStep, newEpoch } from './watching.js';

/** Buttons name a kind: one that was ever asked keeps its name and its way of drawing. */
const kinds = {
  steps_even: stepsEven,
  steps_uneven: stepsUneven,
  last_batch: lastBatch,
  updates,
  rows_range: rowsRange,
  rows_after: rowsAfter,
  epochs_done: epochsDone,
  which_batch: whichBatch,
  equal_updates: equalUpdates,
  ms_per_step: msPerStep,
  epoch_time: epochTime,
  new_epoch: newEpoch,
  validation_steps: validationSteps,
  validation_which: validationWhich,
  baseline,
  overfitting,
} as const satisfies Record<string, QuizKind>;

export type QuizKindName = keyof typeof kinds;
export const quizKinds = Object.keys(kinds) as readonly QuizKindName[];

export const MAX_QUIZ_SEED = 2 ** 32 - 1;
const LEAST_ANSWERS = 3;

export interface QuizRef {
  readonly kind: QuizKindName;
  readonly seed: number;
}

export interface QuizQuestion extends QuizRef, Options {
  readonly question: MessageKey;
  readonly params: MessageParams;
}

/** The question that a kind and a seed always give. */
export function questionOf({ kind, seed }: QuizRef): QuizQuestion {
  const chance = dice(seed);
  const draw: QuizKind = kinds[kind];
  for (;;) {
    const task = draw(chance);
    if (!task) continue;
    const { options, right } = optionsOf(task, chance);
    if (options.length < LEAST_ANSWERS) continue;
    return { kind, seed, question: task.question, params: task.params, options, right };
  }
}

/** The question after this one, the same for everyone who asks: another kind. */
export function nextQuestion({ kind, seed }: QuizRef): QuizRef {
  const chance = dice(seed ^ 0x5eed);
  const others = quizKinds.filter((other) => other !== kind);
  const next = others[chance.integer(0, others.length - 1)] ?? kind;
  return { kind: next, seed: chance.integer(0, MAX_QUIZ_SEED) };
}
