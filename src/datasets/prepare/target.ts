/** Which column is learned, and what kind of task its values make. */
import { distance } from 'fastest-levenshtein';
import { UserError } from '../../errors.js';
import type { TaskType } from '../../runs/protocol.js';
import { shown } from '../../content/shown.js';
import { type CategoryColumn, type Column, isGap } from './columns.js';

/** A text target may have this many classes at most. */
const maxClasses = 50;
/** Whole numbers with at most this many distinct values are classes … */
const maxIntegerClasses = 10;
/** … when there are this many rows for each of them on average; else they are amounts. */
const minRowsPerIntegerClass = 5;
/** One row to learn from and one to test on. */
const minRowsPerClass = 2;

export interface Target {
  readonly name: string;
  readonly task: TaskType;
  /** Class labels in index order; empty for regression. */
  readonly classes: readonly string[];
  /** Rows of the table that have a target, in order. */
  readonly kept: Uint32Array;
  /** Per kept row its class index, or the number itself. */
  readonly values: Float64Array;
}

/**
 * The column called `wanted` (case, outer spaces and forms of a sign ignored), or without a name the last column
 * whose values can be learned.
 * @throws UserError when there is no such column, naming the nearest.
 */
export function chooseTarget(columns: readonly Column[], wanted: string | undefined): Column {
  if (wanted === undefined) {
    const last = columns.findLast((column) => canBeLearned(column));
    if (!last) throw new UserError('error.csvNoTarget');
    return last;
  }
  const asked = shown(wanted);
  const found =
    columns.find(({ name }) => name === asked) ??
    columns.find(({ name }) => folded(name) === folded(asked));
  if (!found) {
    const nearest = columns
      .map(({ name }) => ({ name, edits: distance(name.toLowerCase(), asked.toLowerCase()) }))
      .sort((a, b) => a.edits - b.edits)
      .slice(0, 3);
    throw new UserError('error.csvTargetUnknown', {
      target: asked,
      nearest: nearest.map(({ name }) => name).join(', '),
    });
  }
  return found;
}

/** Keyboards write one name in several ways: `（원）` or `(원)`, Hangul whole or letter by letter. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function canBeLearned(column: Column): boolean {
  const distinct = distinctValues(column).length;
  return distinct > 1 && (column.kind !== 'category' || distinct <= maxClasses);
}

function distinctValues(column: Column): number[] {
  const values = new Set<number>();
  for (const [row, value] of column.values.entries()) if (!isGap(column, row)) values.add(value);
  return [...values].sort((a, b) => a - b);
}

/**
 * Decides the task: two values are binary; text and few whole numbers are classes; other numbers
 * are regression. Rows without a target are not kept.
 * @throws UserError when the column has no values, one value, or too many or too rare classes.
 */
export function readTarget(column: Column): Target {
  const { name } = column;
  const distinct = distinctValues(column);
  if (distinct.length === 0) throw new UserError('error.csvTargetEmpty', { target: name });
  if (distinct.length === 1) {
    const value = labelOf(column, distinct[0] ?? 0);
    throw new UserError('error.csvTargetConstant', { target: name, value });
  }
  const kept = Uint32Array.from(column.values.keys()).filter((row) => !isGap(column, row));
  const numbers = Float64Array.from(kept, (row) => column.values[row] ?? 0);
  if (column.kind !== 'category' && areAmounts(column, distinct, kept.length)) {
    return { name, task: 'regression', classes: [], kept, values: numbers };
  }
  if (distinct.length > maxClasses) {
    const params = { target: name, classes: distinct.length, max: maxClasses };
    throw new UserError('error.csvTooManyClasses', params);
  }
  const indexOf = new Map(distinct.map((value, index) => [value, index]));
  const values = numbers.map((value) => indexOf.get(value) ?? 0);
  const classes = distinct.map((value) => labelOf(column, value));
  refuseRareClasses(name, classes, values);
  return { name, task: classes.length === 2 ? 'binary' : 'multiclass', classes, kept, values };
}

function areAmounts(
  column: Exclude<Column, CategoryColumn>,
  distinct: readonly number[],
  rows: number,
): boolean {
  if (distinct.length === 2) return false;
  return (
    !distinct.every(Number.isInteger) ||
    distinct.length > maxIntegerClasses ||
    rows < distinct.length * minRowsPerIntegerClass
  );
}

function labelOf(column: Column, value: number): string {
  return column.kind !== 'category' ? String(value) : shown(column.levels[value] ?? '');
}

function refuseRareClasses(target: string, classes: readonly string[], values: Float64Array): void {
  const counts = classes.map(() => 0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const rare = classes.filter((_, index) => (counts[index] ?? 0) < minRowsPerClass);
  if (rare.length > 0) {
    const names = rare.slice(0, 3).join(', ');
    throw new UserError('error.csvRareClass', {
      target,
      names,
      count: rare.length,
      min: minRowsPerClass,
    });
  }
}
