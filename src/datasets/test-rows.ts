/** The held-out test rows, as network inputs and as cells of the table. */
import { shown } from '../content/shown.js';
import type { DatasetRef, TaskType } from '../runs/dataset.js';
import type { TableRow } from '../runs/mistakes.js';
import { isBuiltinName, pictureOf, type RowPicture } from './builtin.js';
import { readTable } from './load.js';
import { readColumns } from './prepare/columns.js';
import { encodeInputs, standardise } from './prepare/inputs.js';
import { layOut } from './prepare/prepare.js';

export interface TestRows {
  readonly task: TaskType;
  readonly inputs: number;
  readonly outputs: number;
  /** rows × inputs, row-major. */
  readonly x: Float32Array;
  /** Per row its class index, or the standardized amount. */
  readonly y: Float32Array;
  /** Converts a standardized amount to the target's own unit. */
  readonly amountOf: (standardised: number) => number;
  /** A row's target in its own unit. */
  readonly goalOf: (row: number) => number;
  /** A row's cells to show to a person. */
  readonly asInTable: (row: number) => TableRow;
}

/** Maximum number of cells that people still read. */
const SHOWN_CELLS = 5;

/** @throws UserError when the table cannot be read */
export function testRows(dataset: DatasetRef, dataDir: string): TestRows {
  const { table, choices } = readTable(dataset, dataDir);
  const columns = readColumns(table);
  const { target, chosen, order, split } = layOut(columns, choices);
  const { trainRows } = split;
  const all = encodeInputs(chosen.inputs, order, trainRows);
  const inputs = all.length / order.length;
  const goals = Float64Array.from(split.order, (index) => target.values[index] ?? 0);
  const isAmount = target.task === 'regression';
  const scaled = isAmount ? standardise(goals, trainRows) : undefined;
  const { mean, deviation } = scaled ?? { mean: 0, deviation: 1 };
  const y = (scaled?.values ?? Float32Array.from(goals)).slice(trainRows);
  const picture = dataset.kind === 'builtin' ? pictureIn(dataset.name) : undefined;
  const named = chosen.used.slice(0, picture ? 0 : SHOWN_CELLS).map((column) => {
    return { name: shown(column.name), at: columns.indexOf(column) };
  });
  return {
    ...{ task: target.task, inputs, x: all.slice(trainRows * inputs), y },
    outputs: target.task === 'multiclass' ? target.classes.length : 1,
    amountOf: (standardised) => mean + standardised * deviation,
    goalOf: (row) => goals[trainRows + row] ?? 0,
    asInTable: (row) => {
      const place = order[trainRows + row] ?? 0;
      const cells = table.rows[place] ?? [];
      return {
        row: place + 1,
        cells: named.map(({ name, at }) => ({ name, value: shown(cells[at] ?? '') })),
        ...(picture && { picture: pixelsOf(cells, picture) }),
      };
    },
  };
}

function pictureIn(name: string): RowPicture | undefined {
  return isBuiltinName(name) ? pictureOf(name) : undefined;
}

function pixelsOf(
  cells: readonly string[],
  { width, height, darkest }: RowPicture,
): NonNullable<TableRow['picture']> {
  const pixels = cells.slice(0, width * height).map((cell) => Number(cell) / darkest);
  return { width, pixels };
}
