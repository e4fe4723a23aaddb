/** A quiz question: its kind and a seed determine it, so a button can recreate it at any time. */
import type { Concept } from '../../content/concepts.js';
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

/** 1: reading the bar and the words; 2: counting; 3: judging what a run is worth. */
export const levels = [1, 2, 3] as const;
export type Level = (typeof levels)[number];

interface KindOfQuestion {
  readonly draw: QuizKind;
  readonly level: Level;
  /** The concept whose card explains it. */
  readonly concept: Concept;
}

/**
 * Buttons refer to kinds: a released kind keeps its name and its way of drawing. Within a level a
 * round goes through them in this order.
 */
const kinds = {
  steps_even: { draw: stepsEven, level: 1, concept: 'steps_per_epoch' },
  steps_uneven: { draw: stepsUneven, level: 2, concept: 'last_partial_batch' },
  last_batch: { draw: lastBatch, level: 2, concept: 'last_partial_batch' },
  updates: { draw: updates, level: 2, concept: 'iteration' },
  rows_range: { draw: rowsRange, level: 2, concept: 'steps_per_epoch' },
  rows_after: { draw: rowsAfter, level: 1, concept: 'progress_bar' },
  epochs_done: { draw: epochsDone, level: 2, concept: 'epoch' },
  which_batch: { draw: whichBatch, level: 2, concept: 'batch_size' },
  equal_updates: { draw: equalUpdates, level: 3, concept: 'batch_size' },
  ms_per_step: { draw: msPerStep, level: 1, concept: 'progress_bar' },
  epoch_time: { draw: epochTime, level: 1, concept: 'training_time' },
  new_epoch: { draw: newEpoch, level: 1, concept: 'epoch' },
  validation_steps: { draw: validationSteps, level: 3, concept: 'validation_split' },
  validation_which: { draw: validationWhich, level: 3, concept: 'validation_split' },
  baseline: { draw: baseline, level: 3, concept: 'baseline' },
  overfitting: { draw: overfitting, level: 3, concept: 'overfitting' },
} as const satisfies Record<string, KindOfQuestion>;

export type QuizKindName = keyof typeof kinds;
export const quizKinds = Object.keys(kinds) as readonly QuizKindName[];

export function levelOf(kind: QuizKindName): Level {
  return kinds[kind].level;
}

export function conceptOf(kind: QuizKindName): Concept {
  return kinds[kind].concept;
}

export const MAX_QUIZ_SEED = 2 ** 32 - 1;
const LEAST_ANSWERS = 3;

export interface QuizRef {
  readonly kind: QuizKindName;
  readonly seed: number;
}

/** Where somebody continues from: a question, or just a seed if there was none. */
export type Before = Pick<QuizRef, 'seed'> & Partial<QuizRef>;

export interface QuizQuestion extends QuizRef, Options {
  readonly question: MessageKey;
  readonly params: MessageParams;
}

/** The question determined by a kind and a seed. */
export function questionOf({ kind, seed }: QuizRef): QuizQuestion {
  const chance = dice(seed);
  const draw: QuizKind = kinds[kind].draw;
  for (;;) {
    const task = draw(chance);
    if (!task) continue;
    const { options, right } = optionsOf(task, chance);
    if (options.length < LEAST_ANSWERS) continue;
    return { kind, seed, question: task.question, params: task.params, options, right };
  }
}

/**
 * The question after this one, the same for everyone who continues from it at the same level. A level's
 * kinds take turns, so that a round of ten has each of them about equally often.
 */
export function nextQuestion({ kind, seed }: Before, level: Level): QuizRef {
  const chance = dice(seed ^ 0x5eed);
  const ofLevel = quizKinds.filter((one) => levelOf(one) === level);
  const place = ofLevel.findIndex((one) => one === kind);
  const turn = place === -1 ? chance.integer(0, ofLevel.length - 1) : place + 1;
  const next = ofLevel[turn % ofLevel.length];
  if (!next) throw new RangeError('a level without questions');
  return { kind: next, seed: chance.integer(0, MAX_QUIZ_SEED) };
}

/** Another question of that kind, the same for everyone who continues from this one. */
export function freshNumbers(kind: QuizKindName, { seed }: Before): QuizRef {
  return { kind, seed: dice(seed ^ 0xa9a1).integer(0, MAX_QUIZ_SEED) };
}
