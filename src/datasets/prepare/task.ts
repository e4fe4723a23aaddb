/** Whether a target's values are classes or amounts. */
import { UserError } from '../../errors.js';
import type { ChosenTask } from '../../runs/dataset.js';
import type { Column } from './columns.js';

/** Maximum number of classes. */
export const maxClasses = 50;
/** Integers with at most this many distinct values are classes … */
const maxIntegerClasses = 12;
/** … if each has this many rows on average; otherwise they are amounts. */
const minRowsPerIntegerClass = 5;
/** This few values are codes, whatever their distribution. */
const maxCodes = 4;
/** With more values, counts tail off to one side; a class has at least this share of an equal share. */
const minEvenness = 0.1;

/** A target value and its number of rows. */
export interface ValueCount {
  readonly value: number;
  readonly rows: number;
}

/**
 * Text is classes. Two values are classes, and so are a few integers that are all used; other
 * numbers and dates are amounts, including counts (0, 1, 2 … increasingly rare).
 * @param counts ascending by value
 * @throws UserError when the chosen task is impossible
 */
export function taskOf(
  column: Column,
  counts: readonly ValueCount[],
  chosen: ChosenTask | undefined,
): ChosenTask {
  if (column.kind === 'category') {
    if (chosen === 'amount') {
      throw new UserError('error.csvTextAmount', { target: column.name });
    }
    return 'classes';
  }
  return chosen ?? (areClasses(counts) ? 'classes' : 'amount');
}

function areClasses(counts: readonly ValueCount[]): boolean {
  if (counts.length === 2) return true;
  const rows = counts.reduce((sum, count) => sum + count.rows, 0);
  const isFew =
    counts.length <= maxIntegerClasses && rows >= counts.length * minRowsPerIntegerClass;
  if (!isFew || !counts.every(({ value }) => Number.isInteger(value))) return false;
  if (counts.length < maxCodes) return true;
  const least = Math.min(...counts.map((count) => count.rows));
  if (counts.length === maxCodes) return least > 1;
  return least >= (minEvenness * rows) / counts.length;
}
