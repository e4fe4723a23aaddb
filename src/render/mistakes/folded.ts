/** A confusion matrix that fits a phone: the classes mixed up most, the others combined into one. */
import type { Confusion } from '../../runs/protocol.js';

/** More rows and columns than this are too small to read at a phone's width. */
const MOST_CLASSES = 10;

export interface Folded {
  /** Classes with their own row and column, by ascending index. */
  readonly shown: readonly number[];
  /** Classes combined into the last row and column; none where all are shown. */
  readonly others: readonly number[];
  readonly counts: Confusion;
}

export function folded(confusion: Confusion): Folded {
  const all = confusion.map((_, index) => index);
  if (all.length <= MOST_CLASSES) return { shown: all, others: [], counts: confusion };
  const mixedUp = [...all].sort((a, b) => wrongOf(confusion, b) - wrongOf(confusion, a) || a - b);
  const shown = mixedUp.slice(0, MOST_CLASSES - 1).sort((a, b) => a - b);
  const others = all.filter((index) => !shown.includes(index));
  const groups = [...shown.map((index) => [index]), others];
  const counts = groups.map((answers) =>
    groups.map((said) =>
      sum(answers.flatMap((answer) => said.map((other) => confusion[answer]?.[other] ?? 0))),
    ),
  );
  return { shown, others, counts };
}

/** False negatives plus false positives of this class. */
function wrongOf(confusion: Confusion, index: number): number {
  return (
    sum(confusion.map((said, answer) => (answer === index ? 0 : (said[index] ?? 0)))) +
    sum((confusion[index] ?? []).filter((_, said) => said !== index))
  );
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
