/** Training rows as they are in their data set: row numbers, cells, targets. */
import type { DatasetRef, TaskType } from '../runs/dataset.js';
import { withoutFile } from '../runs/file-in-hand.js';
import { shown } from '../content/shown.js';
import { isMissing } from './csv/cells.js';
import { readTable } from './load.js';
import { readColumns } from './prepare/columns.js';
import { scaleOf, standardise } from './prepare/inputs.js';
import { layOut } from './prepare/prepare.js';

export interface RowBook {
  readonly task: TaskType;
  /** The training rows' numbers in the data set, from 1, in training order. */
  readonly rowNumbers: Uint32Array;
  /** The first input columns, with the cells of a training row. */
  readonly cells: (trainingRow: number) => readonly { column: string; value: string }[];
  readonly moreColumns: number;
  /** A class's index, or the amount itself. */
  readonly right: (trainingRow: number) => number;
  /** Converts the network's standardized answer to the target's own unit. */
  readonly amountOf: (output: number) => number;
  /** The names of the network's inputs. */
  readonly inputs: readonly { readonly column: string; readonly level?: string }[];
}

/** So that a row takes about two lines on a phone. */
const SHOWN_COLUMNS = 4;
const CELL_CHARACTERS = 16;

/** Cache of the last one read, for repeated requests. */
let last: { readonly key: string; readonly book: RowBook } | undefined;

/** @throws UserError when the table cannot be read */
export function rowBook(dataset: DatasetRef, dataDir: string): RowBook {
  const key = JSON.stringify([dataDir, withoutFile(dataset)]);
  if (last?.key !== key) last = { key, book: read(dataset, dataDir) };
  return last.book;
}

function read(dataset: DatasetRef, dataDir: string): RowBook {
  const { table, choices } = readTable(dataset, dataDir);
  const { target, chosen, order, split } = layOut(readColumns(table), choices);
  const { trainRows } = split;
  const goals = Float64Array.from(split.order, (index) => target.values[index] ?? 0);
  const { mean, deviation } =
    target.task === 'regression' ? standardise(goals, trainRows) : { mean: 0, deviation: 1 };
  const columns = chosen.used
    .slice(0, SHOWN_COLUMNS)
    .map(({ name }) => table.columns.indexOf(name));
  const rows = [...order.subarray(0, trainRows)].map((row) =>
    columns.map((column) => table.rows[row]?.[column] ?? ''),
  );
  const names = columns.map((column) => shown(table.columns[column] ?? ''));
  return {
    task: target.task,
    rowNumbers: order.subarray(0, trainRows).map((row) => row + 1),
    cells: (row) => names.map((column, at) => ({ column, value: cellText(rows[row]?.[at] ?? '') })),
    moreColumns: chosen.used.length - columns.length,
    right: (row) => goals[row] ?? 0,
    amountOf: (output) => mean + output * deviation,
    inputs: chosen.inputs.flatMap((input): RowBook['inputs'] => {
      const scale = scaleOf(input, order, trainRows);
      const column = shown(scale.name);
      if (scale.kind === 'number') return [{ column }];
      return scale.levels.slice(1).map((level) => ({ column, level: shown(level) }));
    }),
  };
}

function cellText(cell: string): string {
  return isMissing(cell) ? '' : shown(cell, CELL_CHARACTERS);
}
