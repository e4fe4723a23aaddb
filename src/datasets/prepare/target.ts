/** Chooses the target column and its task. */
import { UserError } from '../../errors.js';
import type { ColumnChoices, TaskType } from '../../runs/dataset.js';
import { shown } from '../../content/shown.js';
import { asTyped } from '../../content/typed.js';
import { type Column, isGap } from './columns.js';
import { leftOutReason } from './left-out.js';
import { namedColumn } from './named-column.js';
import { maxClasses, taskOf, type ValueCount } from './task.js';

/** Minimum rows per class: one to learn from and one to test on. */
const minRowsPerClass = 2;
/** Minimum share of rows left without those of too rare classes: otherwise they are not classes. */
const minKeptShare = 0.8;
/** Maximum number of columns offered in place of one that cannot be predicted. */
const offered = 3;

export interface Target {
  readonly name: string;
  readonly task: TaskType;
  /** Class labels in index order; empty for regression. */
  readonly classes: readonly string[];
  /** Rows of the table that have a target, in order. */
  readonly kept: Uint32Array;
  /** For each kept row its class index, or the number itself. */
  readonly values: Float64Array;
  /** Classes whose rows are not kept. */
  readonly rare?: { readonly names: readonly string[]; readonly rows: number };
}

/**
 * The column named `wanted`, or by default the last one, skipping columns that say nothing at all, or only
 * number the rows, as nobody means those.
 * @throws UserError when there is no such column, suggesting the likeliest, or the last one cannot be learned.
 */
export function chooseTarget(columns: readonly Column[], wanted: string | undefined): Column {
  if (wanted !== undefined) return namedColumn(columns, wanted, 'target');
  const isMeant = (column: Column): boolean =>
    !['empty', 'constant', 'sequence'].includes(leftOutReason(column) ?? '');
  const last = columns.findLast(isMeant);
  if (!last) throw new UserError('error.csvNoTarget');
  return last;
}

/** Columns that can be predicted, the likeliest first: by name, then from the last. */
export function likelyTargets(columns: readonly Column[]): readonly Column[] {
  const score = (column: Column, index: number): number =>
    (namedLikeATarget.test(column.name) ? columns.length : 0) + index;
  return columns
    .map((column, index) => ({ column, score: score(column, index) }))
    .filter(({ column }) => leftOutReason(column) === undefined && canBeLearned(column))
    .sort((a, b) => b.score - a.score)
    .map(({ column }) => column);
}

const namedLikeATarget =
  /target|label|class|outcome|result|churn|exited|surviv|price|sales|score|\by\b|가격|매출|금액|점수|등급|여부|결과|정답|이탈/i;

function canBeLearned(column: Column): boolean {
  try {
    readTarget(column);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/**
 * Determines the task and each row's class or number. Rows without a target are dropped, and so are
 * those of classes with too few rows.
 * @param instead gives the columns that could be predicted, if this one cannot
 * @throws UserError when the column has no values, one value, too many classes, or is not an amount
 */
export function readTarget(
  column: Column,
  { task: chosen }: Pick<ColumnChoices, 'task'> = {},
  instead: () => readonly Column[] = () => [],
): Target {
  const { name } = column;
  const refuse = (why: 'Empty' | 'Constant' | 'TooManyClasses', params = {}): UserError => {
    const others = instead().slice(0, offered);
    const names = others.map((other) => asTyped(other.name)).join(', ');
    return new UserError(`error.csvTarget${why}`, {
      ...{ target: name, ...params },
      ...{
        others: others.length,
        first: others[0] ? asTyped(others[0].name) : '',
        names,
      },
    });
  };
  const counts = countsOf(column);
  const [only, second] = counts;
  if (!only) throw refuse('Empty');
  if (!second) throw refuse('Constant', { value: labelOf(column, only.value) });
  if (taskOf(column, counts, chosen) === 'amount') {
    const kept = Uint32Array.from(column.values.keys()).filter((row) => !isGap(column, row));
    const numbers = Float64Array.from(kept, (row) => column.values[row] ?? 0);
    return { name, task: 'regression', classes: [], kept, values: numbers };
  }
  const enough = counts.filter(({ rows }) => rows >= minRowsPerClass);
  const rare = counts.filter(({ rows }) => rows < minRowsPerClass);
  const all = sumOf(counts);
  if (enough.length > maxClasses || enough.length < 2 || sumOf(enough) < minKeptShare * all) {
    throw refuse('TooManyClasses', { classes: counts.length, max: maxClasses, rows: all });
  }
  const indexOf = new Map(enough.map(({ value }, index) => [value, index]));
  const kept = Uint32Array.from(column.values.keys()).filter((row) =>
    indexOf.has(column.values[row] ?? Number.NaN),
  );
  return {
    name,
    task: enough.length === 2 ? 'binary' : 'multiclass',
    classes: enough.map(({ value }) => labelOf(column, value)),
    kept,
    values: Float64Array.from(kept, (row) => indexOf.get(column.values[row] ?? 0) ?? 0),
    ...(rare.length > 0 && {
      rare: { names: rare.map(({ value }) => labelOf(column, value)), rows: sumOf(rare) },
    }),
  };
}

/** Ascending by value, without gaps. */
function countsOf(column: Column): readonly ValueCount[] {
  const rows = new Map<number, number>();
  for (const [row, value] of column.values.entries()) {
    if (!isGap(column, row)) rows.set(value, (rows.get(value) ?? 0) + 1);
  }
  return [...rows]
    .map(([value, count]) => ({ value, rows: count }))
    .sort((a, b) => a.value - b.value);
}

function sumOf(counts: readonly ValueCount[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

function labelOf(column: Column, value: number): string {
  return column.kind !== 'category' ? String(value) : shown(column.levels[value] ?? '');
}
