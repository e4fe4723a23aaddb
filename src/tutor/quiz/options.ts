/** The answers among which somebody chooses: the right one and known mistakes, shuffled. */
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
  /** In the order they are shown; no two read the same. */
  readonly options: readonly QuizOption[];
  /** Index of the one that is right. */
  readonly right: number;
}

export function optionsOf(task: Omit<QuizTask, 'question'>, chance: Dice): Options {
  const answers = shuffled([task.right, ...distinctWrong(task, chance)], chance);
  return {
    options: answers.map((answer) => optionOf(answer, task.params)),
    right: answers.indexOf(task.right),
  };
}

/** Some of the mistakes, without those that read like the right answer or like each other. */
function distinctWrong(task: Omit<QuizTask, 'question'>, chance: Dice): readonly QuizAnswer[] {
  const seen = new Set([reading(task.right, task.params)]);
  const distinct = shuffled(task.wrong, chance).filter((answer) => {
    const text = reading(answer, task.params);
    return !seen.has(text) && seen.add(text);
  });
  return distinct.slice(0, MAX_ANSWERS - 1);
}

/** What differs in one language differs in all: labels say the same numbers everywhere. */
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
