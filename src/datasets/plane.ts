/** The rows of a table with two numeric inputs, as points in the plane in the columns' own units. */
import { shown } from '../content/shown.js';
import type { DatasetRef } from '../runs/dataset.js';
import { withoutFile } from '../runs/file-in-hand.js';
import type { Plane, PlaneAxis, PlanePoint } from '../runs/plane.js';
import { readTable } from './load.js';
import { type NumberColumn, readColumns } from './prepare/columns.js';
import { encodeInputs, type InputScale, scaleOf, standardise } from './prepare/inputs.js';
import { layOut, type Layout } from './prepare/prepare.js';
import { splitRows } from './split.js';

export interface PlaneRows {
  readonly plane: Plane;
  /** Converts a point to the network's inputs. */
  readonly scales: readonly InputScale[];
  readonly outputs: number;
  /** Converts the network's standardized answer to the target's own unit; identity for classes. */
  readonly amountOf: (output: number) => number;
}

/** Maximum number of points: more would overlap. */
const MOST = { training: 400, test: 200 } as const;
/** Margin around the outermost rows, as a share of their range. */
const MARGIN = 0.06;

/**
 * Cache of the last plane and its validation split: a run that is drawn every epoch asks often.
 */
let last: { readonly key: string; readonly rows: PlaneRows | undefined } | undefined;

/**
 * @returns undefined unless there are exactly two numeric inputs
 * @throws UserError when the table cannot be read
 */
export function planeRows(
  dataset: DatasetRef,
  validation: number,
  dataDir: string,
): PlaneRows | undefined {
  const key = JSON.stringify([dataDir, withoutFile(dataset), validation]);
  if (last?.key !== key) last = { key, rows: read(dataset, validation, dataDir) };
  return last.rows;
}

function read(dataset: DatasetRef, validation: number, dataDir: string): PlaneRows | undefined {
  const { table, choices } = readTable(dataset, dataDir);
  const layout = layOut(readColumns(table), choices);
  const { target, targetColumn, chosen, order, split } = layout;
  const [across, up] = chosen.used;
  if (chosen.used.length !== 2 || across?.kind !== 'number' || up?.kind !== 'number') {
    return undefined;
  }
  const { trainRows } = split;
  const scales = [across, up].map((column) => scaleOf(column, order, trainRows));
  const goals = Float64Array.from(split.order, (index) => target.values[index] ?? 0);
  const isAmount = target.task === 'regression';
  const { mean, deviation } = isAmount ? standardise(goals, trainRows) : { mean: 0, deviation: 1 };
  const places = placesOf(layout, scales);
  const training = splitRows(trainRows, validation).training;
  const rows = { training, test: order.length - trainRows };
  const pointsOf = (part: PlanePoint['part'], from: number): readonly PlanePoint[] =>
    Array.from({ length: Math.min(rows[part], MOST[part]) }, (_, index) => {
      const row = from + index;
      const [x = 0, y = 0] = places.subarray(2 * row, 2 * row + 2);
      return { part, x, y, goal: goals[row] ?? 0 };
    });
  const unit = targetColumn.kind === 'number' ? targetColumn.unit : undefined;
  return {
    scales,
    outputs: target.task === 'multiclass' ? target.classes.length : 1,
    amountOf: (output) => mean + output * deviation,
    plane: {
      task: target.task,
      axes: [axisOf(across, places, 0), axisOf(up, places, 1)],
      classes: target.classes.map((name) => shown(name)),
      ...(isAmount && { amounts: { ...(unit && { unit }), ...spanOf(goals) } }),
      points: [...pointsOf('training', 0), ...pointsOf('test', trainRows)],
      rows,
    },
  };
}

/** Each row's position: the network's inputs, with gaps filled, converted back to the columns' own units. */
function placesOf({ chosen, order, split }: Layout, scales: readonly InputScale[]): Float64Array {
  const x = encodeInputs(chosen.inputs, order, split.trainRows);
  return Float64Array.from(x, (value, at) => {
    const scale = scales[at % 2];
    return scale?.kind === 'number' ? scale.mean + value * scale.deviation : value;
  });
}

function axisOf({ name, unit }: NumberColumn, places: Float64Array, at: 0 | 1): PlaneAxis {
  const { least, most } = spanOf(places.filter((_, index) => index % 2 === at));
  // A constant column is never an input, so the range is not empty.
  const free = MARGIN * (most - least);
  return { name: shown(name), ...(unit && { unit }), least: least - free, most: most + free };
}

function spanOf(values: Float64Array): { readonly least: number; readonly most: number } {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { least, most };
}
