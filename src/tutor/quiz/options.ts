/** The options to choose from: the right answer and known mistakes, shuffled. */
import { translator, type MessageKey, type MessageParams } from '../../content/translator.js';
import type { Dice } from '../../datasets/random.js';
import type { QuizAnswer, QuizTask } from './task.js';

export const MAX_ANSWERS = 4;

export interface QuizOption {
  readonly label: MessageKey;
  /** Why it is right, or wrong. */
  readonly why: MessageKey;
  /** Of both. */
  readonly params: MessageParams;
}

export interface Options {
  /** In display order; no two read the same. */
  readonly options: readonly QuizOption[];
  /** Index of the right one. */
  readonly right: number;
}

export function optionsOf(task: Omit<QuizTask, 'question'>, chance: Dice): Options {
  const answers = shuffled([task.right, ...distinctWrong(task, chance)], chance);
  return {
    options: answers.map((answer) => optionOf(answer, task.params)),
    right: answers.indexOf(task.right),
  };
}

/** Picks mistakes that differ from the right answer and from each other. */
function distinctWrong(task: Omit<QuizTask, 'question'>, chance: Dice): readonly QuizAnswer[] {
  const seen = new Set([reading(task.right, task.params)]);
  const distinct = shuffled(task.wrong, chance).filter((answer) => {
    const text = reading(answer, task.params);
    return !seen.has(text) && seen.add(text);
  });
  return distinct.slice(0, MAX_ANSWERS - 1);
}

/** Labels that differ in one language differ in all, as they contain the same numbers. */
function reading(answer: QuizAnswer, common: MessageParams): string {
  const { label, params } = optionOf(answer, common);
  return translator('en').plain(label, params);
}

function optionOf({ label, why, params }: QuizAnswer, common: MessageParams): QuizOption {
  return { label, why, params: { ...common, ...params } };
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
