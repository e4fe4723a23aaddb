/** A question's content: numbers, the right answer, and the answers from known mistakes. */
import type { MessageKey, MessageParams } from '../../content/translator.js';
import type { Dice } from '../../datasets/random.js';

export interface QuizAnswer {
  /** Key of the explanation why it is right, or of the mistake behind it. */
  readonly why: MessageKey;
  /** Key of its label. */
  readonly label: MessageKey;
  /** The label's parameters; the explanation gets these and the task's. */
  readonly params: MessageParams;
}

export interface QuizTask {
  readonly question: MessageKey;
  /** Parameters of the question and of every explanation. */
  readonly params: MessageParams;
  readonly right: QuizAnswer;
  /** The most instructive mistakes; those that happen to give the right answer are removed later. */
  readonly wrong: readonly QuizAnswer[];
}

/** Draws a task; undefined if the numbers drawn do not make a good one. */
export type QuizKind = (dice: Dice) => QuizTask | undefined;

/** A numeric answer. */
export function count(why: MessageKey, value: number): QuizAnswer {
  return { why, label: 'quiz.count', params: { value } };
}

/** A text answer, which may use the task's numbers. */
export function words(why: MessageKey, label: MessageKey, params: MessageParams = {}): QuizAnswer {
  return { why, label, params };
}

const batchSizes = [5, 8, 10, 16, 20, 25, 32, 50, 64, 100, 128] as const;

export function oneOf<T>(dice: Dice, choices: readonly [T, ...T[]]): T {
  return choices[dice.integer(0, choices.length - 1)] ?? choices[0];
}

/** Rows that fill batches and, unless `rest` is 0, a smaller last one. */
export interface Batches {
  readonly rows: number;
  readonly batch: number;
  readonly full: number;
  /** Rows in the smaller last batch; 0 if all are full. */
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

/** Splits rows into batches like Keras. */
export function batchesOf(rows: number, batch: number): Batches {
  const full = Math.floor(rows / batch);
  const rest = rows % batch;
  return { rows, batch, full, rest, steps: full + (rest > 0 ? 1 : 0) };
}
