/** What steps, updates and the last batch have in common: rows dealt into batches. */
import type { Text } from '../../../../content/text.js';
import type { Translator } from '../../../../content/translator.js';
import { counting, type Counting } from '../arithmetic.js';
import type { Given } from '../given.js';
import type { Reading } from '../reading.js';
import { decimal, quotient, verdict } from '../sentences.js';

export const countingOf = ({ rows, batch, epochs }: Given): Counting =>
  counting(rows, batch, epochs ?? 1);

export function stepsParams(sum: Counting, t: Translator): Record<string, number | string> {
  return { ...sum, ...quotient(sum.rows, sum.batch, t), full: sum.steps - 1 };
}

export function lastLine(sum: Counting, t: Translator): Text {
  const params = { ...sum, full: sum.steps - 1 };
  if (sum.steps === 1) return t.text('sum.last.only', params);
  return t.text(sum.last < sum.batch ? 'sum.last.uneven' : 'sum.last.even', params);
}

/** Rows that a validation_split or a test_size has taken off before. */
export function setAsideLines({ rows, wholeRows, amounts }: Given, t: Translator): readonly Text[] {
  if (rows === wholeRows) return [];
  const { validationSplit: split = 0, testShare = 0 } = amounts;
  const which = split > 0 ? (testShare > 0 ? 'both' : 'validation') : 'test';
  const shares = { split: decimal(split, t), testShare: decimal(testShare, t) };
  return [t.text('sum.setAside', { rows, wholeRows, aside: wholeRows - rows, which, ...shares })];
}

/** “How many updates would 50 be?”: what that 50 is nobody knows, so a run's numbers are no answer. */
export function isPartlyOfRun({ from }: Given, reading: Reading): boolean {
  return (
    from.rows === 'run' &&
    reading.others.length > 0 &&
    !/\?.*\?|맞|right|correct/.test(reading.text)
  );
}

/** What the question may offer as the number of steps or updates. */
export function offered({ amounts, others }: Reading): readonly number[] {
  const { steps, updates } = amounts;
  return [...others, steps, updates].filter((value) => value !== undefined);
}

/** Whether the question offers a result of this sum, or what a usual mistake makes of it. */
export function offersOneOf(reading: Reading, results: readonly number[]): boolean {
  return offered(reading).some((guess) => results.includes(guess));
}

export function stepsVerdict(reading: Reading, sum: Counting, t: Translator): readonly Text[] {
  const floor = Math.floor(sum.rows / sum.batch);
  const mistakes = { floor, plusOne: floor + 1 };
  return verdict(reading, sum.steps, mistakes, offered(reading), t);
}

export function updatesVerdict(reading: Reading, sum: Counting, t: Translator): readonly Text[] {
  const { rows, batch, epochs, updates } = sum;
  const floor = Math.floor(rows / batch) * epochs;
  const mistakes = { floor, perEpoch: epochs, perRow: rows * epochs };
  return verdict(reading, updates, mistakes, offered(reading), t);
}
