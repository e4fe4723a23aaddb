/** Whether a target's values are classes or amounts. */
import { UserError } from '../../errors.js';
import type { ChosenTask } from '../../runs/dataset.js';
import type { Column } from './columns.js';

/** A target may have this many classes at most. */
export const maxClasses = 50;
/** Whole numbers with at most this many distinct values are classes … */
const maxIntegerClasses = 12;
/** … when there are this many rows for each of them on average; else they are amounts. */
const minRowsPerIntegerClass = 5;
/** So few values are codes, however they are spread. */
const maxCodes = 4;
/** Of more, counts thin out to one side; a class has at least this share of its equal share. */
const minEvenness = 0.1;

/** A value of the target and in how many rows it stands. */
export interface ValueCount {
  readonly value: number;
  readonly rows: number;
}

/**
 * Text is classes. Two values are classes, and so are a few whole numbers that are all used; other
 * numbers and dates are amounts, counts (0, 1, 2 … ever rarer) among them.
 * @param counts by value, rising
 * @throws UserError when it was chosen and cannot be
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
