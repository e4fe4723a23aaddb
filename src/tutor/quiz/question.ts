/** A question of the quiz: its kind and a seed say all of it, so a button can bring it back at any time. */
import { translator, type MessageKey, type MessageParams } from '../../content/translator.js';
import { dice, type Dice } from '../../datasets/random.js';
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
import type { QuizAnswer, QuizKind, QuizTask } from './task.js';
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
export const MAX_ANSWERS = 4;
const MOST_WRONG = MAX_ANSWERS - 1;
const LEAST_WRONG = 2;

export interface QuizRef {
  readonly kind: QuizKindName;
  readonly seed: number;
}

export interface QuizOption {
  readonly label: MessageKey;
  readonly why: MessageKey;
  /** Of both. */
  readonly params: MessageParams;
}

export interface QuizQuestion extends QuizRef {
  readonly question: MessageKey;
  readonly params: MessageParams;
  /** In the order they are shown; no two read the same. */
  readonly options: readonly QuizOption[];
  /** Index of the one that is right. */
  readonly right: number;
}

/** The question that a kind and a seed always give. */
export function questionOf({ kind, seed }: QuizRef): QuizQuestion {
  const chance = dice(seed);
  const draw: QuizKind = kinds[kind];
  for (;;) {
    const task = draw(chance);
    if (!task) continue;
    const wrong = distinctWrong(task, chance);
    if (wrong.length < LEAST_WRONG) continue;
    const { question, params, right } = task;
    const answers = shuffled([right, ...wrong], chance);
    return {
      kind,
      seed,
      question,
      params,
      options: answers.map((answer) => optionOf(answer, task)),
      right: answers.indexOf(right),
    };
  }
}

/** The question after this one, the same for everyone who asks: another kind. */
export function nextQuestion({ kind, seed }: QuizRef): QuizRef {
  const chance = dice(seed ^ 0x5eed);
  const others = quizKinds.filter((other) => other !== kind);
  const next = others[chance.integer(0, others.length - 1)] ?? kind;
  return { kind: next, seed: chance.integer(0, MAX_QUIZ_SEED) };
}

/** Some of the mistakes, without those that read like the right answer or like each other. */
function distinctWrong(task: QuizTask, chance: Dice): readonly QuizAnswer[] {
  const seen = new Set([reading(task.right, task)]);
  const distinct = shuffled(task.wrong, chance).filter((answer) => {
    const text = reading(answer, task);
    return !seen.has(text) && seen.add(text);
  });
  return distinct.slice(0, MOST_WRONG);
}

/** What differs in one language differs in all: labels say the same numbers everywhere. */
function reading(answer: QuizAnswer, task: QuizTask): string {
  const { label, params } = optionOf(answer, task);
  return translator('en').plain(label, params);
}

function optionOf({ label, why, params }: QuizAnswer, task: QuizTask): QuizOption {
  return { label, why, params: { ...task.params, ...params } };
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], chance: Dice): readonly T[] {
  const order = [...items];
  order.forEach((item, index) => {
    const other = chance.integer(index, order.length - 1);
    const swapped = order[other] ?? item;
    order[other] = order[index] ?? item;
    order[index] = swapped;
  });
  return order;
}
