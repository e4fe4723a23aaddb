/** Sentences about a confusion matrix. Every number in them is counted from it. */
import { shown } from '../../content/shown.js';
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { rareClassOf } from '../../runs/class-balance.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { Confusion, TestResult } from '../../runs/protocol.js';
import { sum } from './folded.js';

/** More names do not fit in a sentence. */
const NAMED = 3;
/** Accuracy hides a rare class when it exceeds that class's recall by this much. */
const HIDDEN_BY = 0.2;

/**
 * Whether it belongs in the chart at a run's end: where a single accuracy hides which answers are mixed up.
 * That is so with more than two classes, and with two where one is rare and its recall is far below
 * the accuracy. For balanced classes the curve says it all; for amounts, mae is given in their own unit.
 */
export function saysMoreThanCurve({ confusion, rare, metric }: TestResult): boolean {
  if (!confusion) return false;
  if (confusion.length > 2) return true;
  return rare !== undefined && rare.rows > 0 && rare.found / rare.rows <= metric - HIDDEN_BY;
}

/** How many of a class were found, what it is most often confused with, what is never predicted. */
export function findings(confusion: Confusion, data: DataSummary, t: Translator): readonly Text[] {
  const target = shown(data.target);
  const name = (index: number): string => shown(data.classes[index] ?? '');
  const [most] = mixUps(confusion);
  if (!most) return [t.text('mistakes.none')];
  const rare = rareClassOf(data.classRows);
  const hardest = rare ?? leastFound(confusion);
  const rows = sum(confusion[hardest] ?? []);
  const never = confusion.flatMap((_, index) =>
    confusion.every((said) => said[index] === 0) ? [name(index)] : [],
  );
  const more = Math.max(0, never.length - NAMED);
  return [
    t.text(rare === undefined ? 'mistakes.hardest' : 'mistakes.found', {
      ...{ rows, target, class: name(hardest) },
      found: confusion[hardest]?.[hardest] ?? 0,
    }),
    t.text('mistakes.often', {
      ...{ target, class: name(most.answer), said: name(most.said) },
      ...{ count: most.count, rows: sum(confusion[most.answer] ?? []) },
    }),
    ...(never.length > 0
      ? [t.text('mistakes.never', { classes: never.slice(0, NAMED).join(', '), more })]
      : []),
  ];
}

interface MixUp {
  readonly answer: number;
  readonly said: number;
  readonly count: number;
}

/** Pairs of confused classes, the most frequent first. */
function mixUps(confusion: Confusion): readonly MixUp[] {
  return confusion
    .flatMap((counts, answer) => counts.map((count, said) => ({ answer, said, count })))
    .filter(({ answer, said, count }) => answer !== said && count > 0)
    .sort((a, b) => b.count - a.count || a.answer - b.answer || a.said - b.said);
}

/** The class with the lowest recall, among those with test rows. */
function leastFound(confusion: Confusion): number {
  const shares = confusion.map((counts, index) => {
    const rows = sum(counts);
    return rows === 0 ? Infinity : (counts[index] ?? 0) / rows;
  });
  return shares.indexOf(Math.min(...shares));
}
