/** A confusion matrix that a phone can show: of many classes those that are mixed up most, the others as one. */
import type { Confusion } from '../../runs/protocol.js';

/** More rows and columns than this are too small to read at a phone's width. */
const MOST_CLASSES = 10;

export interface Folded {
  /** Classes that have a row and a column of their own, by index, rising. */
  readonly shown: readonly number[];
  /** Classes that are one row and one column, behind the others; none where all are shown. */
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

/** Rows of this class that were taken for another, and of others that were taken for it. */
function wrongOf(confusion: Confusion, index: number): number {
  return (
    sum(confusion.map((said, answer) => (answer === index ? 0 : (said[index] ?? 0)))) +
    sum((confusion[index] ?? []).filter((_, said) => said !== index))
  );
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
