/** What a kind of question draws: numbers, the right answer, and the answers that known mistakes give. */
import type { MessageKey, MessageParams } from '../../content/translator.js';
import type { Dice } from '../../datasets/random.js';

export interface QuizAnswer {
  /** Explains why it is right, or the mistake that leads to it. */
  readonly why: MessageKey;
  /** How it is written. */
  readonly label: MessageKey;
  /** The label's; the explanation has them besides the task's. */
  readonly params: MessageParams;
}

export interface QuizTask {
  readonly question: MessageKey;
  /** Of the question and of every explanation. */
  readonly params: MessageParams;
  readonly right: QuizAnswer;
  /** The most telling mistakes; those that happen to give the right answer are left out later. */
  readonly wrong: readonly QuizAnswer[];
}

/** Draws a task; undefined when the numbers drawn do not make a good one. */
export type QuizKind = (dice: Dice) => QuizTask | undefined;

/** An answer that is a count. */
export function count(why: MessageKey, value: number): QuizAnswer {
  return { why, label: 'quiz.count', params: { value } };
}

/** An answer in words, which may use the task's numbers. */
export function words(why: MessageKey, label: MessageKey, params: MessageParams = {}): QuizAnswer {
  return { why, label, params };
}

const batchSizes = [5, 8, 10, 16, 20, 25, 32, 50, 64, 100, 128] as const;

export function oneOf<T>(dice: Dice, choices: readonly [T, ...T[]]): T {
  return choices[dice.integer(0, choices.length - 1)] ?? choices[0];
}

/** Rows that make full batches and, unless `rest` is 0, a smaller last one. */
export interface Batches {
  readonly rows: number;
  readonly batch: number;
  readonly full: number;
  /** Rows in the smaller last batch; 0 where all are full. */
  readonly rest: number;
  /** Iterations per epoch. */
  readonly steps: number;
}

export function evenBatches(dice: Dice): Batches {
  const batch = oneOf(dice, batchSizes);
  const full = dice.integer(12, Math.floor(40_000 / batch / 2));
  return { rows: batch * full, batch, full, rest: 0, steps: full };
}

export function unevenBatches(dice: Dice): Batches {
  const even = evenBatches(dice);
  const rest = dice.integer(1, even.batch - 1);
  return { ...even, rows: even.rows + rest, rest, steps: even.full + 1 };
}

/** How Keras cuts rows into batches. */
export function batchesOf(rows: number, batch: number): Batches {
  const full = Math.floor(rows / batch);
  const rest = rows % batch;
  return { rows, batch, full, rest, steps: full + (rest > 0 ? 1 : 0) };
}
