/** An additional row for a network: from a person's words to its inputs, and to similar training rows. */
import type { DataSummary, DatasetRef } from '../../runs/dataset.js';
import type { Trial, TriedColumn } from '../../runs/trial.js';
import { shown } from '../../content/shown.js';
import { readTable } from '../load.js';
import { type Column, readColumns } from '../prepare/columns.js';
import { datePartsOf, inputsOf, partOfMoment } from '../prepare/derive.js';
import {
  encodeInputs,
  encodeRow,
  type InputScale,
  scaleOf,
  standardise,
} from '../prepare/inputs.js';
import { layOut, type Layout } from '../prepare/prepare.js';
import { splitRows } from '../split.js';
import { type Understood, understand } from './asked-columns.js';

export interface AskedRow {
  /** The network's inputs. */
  readonly x: Float32Array;
  readonly columns: readonly TriedColumn[];
  /** Converts the network's standardized answer to the target's own unit; identity for classes. */
  readonly amountOf: (output: number) => number;
  readonly task: DataSummary['task'];
  readonly outputs: number;
  readonly nearest: Trial['nearest'];
}

/** Few enough to be similar, and odd so that two classes cannot tie. */
const NEAREST = 5;

/**
 * @param asked `age:40 balance:0`
 * @throws UserError when the table cannot be read, or `asked` contains an unknown column or value
 */
export function askRow(
  dataset: DatasetRef,
  validationSplit: number,
  asked: string,
  dataDir: string,
): AskedRow {
  const { table, choices } = readTable(dataset, dataDir);
  const columns = readColumns(table);
  const layout = layOut(columns, choices);
  const { target, chosen, order, split } = layout;
  const { trainRows } = split;
  const said = understand(asked, table, columns, layout);
  const used = chosen.used.map((column) => {
    const scales = inputsOf(column).map((input) => scaleOf(input, order, trainRows));
    return { column, scales, given: said.get(column) };
  });
  const x = encodeRow(
    used.flatMap(({ scales }) => scales),
    used.flatMap(({ column, scales, given }) => inputValues(column, scales, given)),
  );
  const fitted = order.subarray(0, splitRows(trainRows, validationSplit).training);
  const near = nearestRows(x, encodeInputs(chosen.inputs, order, trainRows), fitted.length);
  const goals = Float64Array.from(split.order, (index) => target.values[index] ?? 0);
  const { mean, deviation } =
    target.task === 'regression' ? standardise(goals, trainRows) : { mean: 0, deviation: 1 };
  return {
    x,
    columns: used.map(({ column, scales, given }) => tried(column, scales, given, fitted)),
    amountOf: (output) => mean + output * deviation,
    task: target.task,
    outputs: target.task === 'multiclass' ? target.classes.length : 1,
    nearest: whatTheyDid(
      near.map((row) => goals[row] ?? 0),
      layout,
    ),
  };
}

/** Values for a column's inputs; undefined where none was given. */
function inputValues(
  column: Column,
  scales: readonly InputScale[],
  given: Understood | undefined,
): readonly (number | undefined)[] {
  if (!given) return scales.map(() => undefined);
  if (column.kind === 'date' && given.kind === 'date') {
    return datePartsOf(column).map((part) => partOfMoment(column, part, given.value));
  }
  return scales.map((scale) =>
    // Rare values were merged into the first level by `groupRare`.
    scale.kind === 'category'
      ? Math.max(0, scale.levels.indexOf(String(given.value)))
      : Number(given.value),
  );
}

function tried(
  column: Column,
  [scale]: readonly InputScale[],
  given: Understood | undefined,
  fitted: Uint32Array,
): TriedColumn {
  const { name } = column;
  if (column.kind === 'date') return { name, kind: 'date', ...(given && { value: given.written }) };
  if (scale?.kind === 'category') {
    const value = given?.written ?? shown(scale.levels[scale.usual] ?? '');
    return { name, kind: 'category', value, ...(!given && { isUsual: true }) };
  }
  if (given?.kind !== 'number') {
    return { name, kind: 'number', value: scale?.mean ?? 0, isMean: true };
  }
  const { value } = given;
  const seen = [...fitted]
    .map((row) => column.values[row] ?? Number.NaN)
    .filter((one) => one === one);
  const least = seen.reduce((a, b) => Math.min(a, b), Infinity);
  const most = seen.reduce((a, b) => Math.max(a, b), -Infinity);
  const isOutside = value < least || value > most;
  return { name, kind: 'number', value, ...(isOutside && { outside: { least, most } }) };
}

/** Indices of the nearest of the table's first `rows` inputs; on ties, the first. */
function nearestRows(x: Float32Array, table: Float32Array, rows: number): readonly number[] {
  const distances = Array.from({ length: rows }, (_, row) => ({
    row,
    distance: x.reduce(
      (sum, value, at) => sum + (value - (table[row * x.length + at] ?? 0)) ** 2,
      0,
    ),
  }));
  return distances
    .sort((a, b) => a.distance - b.distance || a.row - b.row)
    .slice(0, NEAREST)
    .map(({ row }) => row);
}

function whatTheyDid(goals: readonly number[], { target }: Layout): Trial['nearest'] {
  const rows = goals.length;
  if (target.task !== 'regression') {
    const counts = target.classes.map((_, index) => goals.filter((goal) => goal === index).length);
    return { kind: 'classes', rows, counts };
  }
  return {
    ...{ kind: 'amount', rows, least: Math.min(...goals), most: Math.max(...goals) },
    mean: goals.reduce((sum, goal) => sum + goal, 0) / rows,
  };
}
