/**
 * Turns columns into the network's inputs. All statistics come from the training rows, so the test
 * rows stay unseen:
 * - numbers: gaps become the median, then (value − mean) ÷ standard deviation (of the population,
 *   as scikit-learn's StandardScaler divides);
 * - categories: gaps become the most frequent level, then one column of 0/1 for every level but the
 *   first (as `OneHotEncoder(drop='first')`: the first is where all others are 0).
 */
import { type CategoryColumn, type Column, type NumberColumn, isGap } from './columns.js';

/** Input columns that a column becomes. */
export function widthOf(column: Column): number {
  return column.kind === 'number' ? 1 : column.levels.length - 1;
}

export interface Statistics {
  readonly mean: number;
  /** Standard deviation, or 1 where all values are the same: dividing by it changes nothing. */
  readonly deviation: number;
}

/** Mean and standard deviation; `values` must not be empty. */
export function statisticsOf(values: Float64Array): Statistics {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const varies = values.some((value) => value !== values[0]);
  return { mean, deviation: varies && variance > 0 ? Math.sqrt(variance) : 1 };
}

/**
 * The inputs, row-major, in the given order of the table's rows.
 * @param order rows of the table; the first `trainRows` of them are for training
 */
export function encodeInputs(
  columns: readonly Column[],
  order: Uint32Array,
  trainRows: number,
): Float32Array {
  const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const x = new Float32Array(order.length * width);
  let offset = 0;
  for (const column of columns) {
    if (column.kind === 'number') writeNumber(column, order, trainRows, x, offset, width);
    else writeCategory(column, order, trainRows, x, offset, width);
    offset += widthOf(column);
  }
  return x;
}

function writeNumber(
  { values }: NumberColumn,
  order: Uint32Array,
  trainRows: number,
  x: Float32Array,
  offset: number,
  width: number,
): void {
  const ordered = Float64Array.from(order, (row) => values[row] ?? Number.NaN);
  const known = ordered.subarray(0, trainRows).filter((value) => !Number.isNaN(value));
  const fill = medianOf(known);
  const filled = ordered.map((value) => (Number.isNaN(value) ? fill : value));
  const { mean, deviation } = statisticsOf(filled.subarray(0, trainRows));
  for (const [index, value] of filled.entries()) {
    x[index * width + offset] = (value - mean) / deviation;
  }
}

/** The middle value, or the mean of the two in the middle; 0 when there is none. */
function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

function writeCategory(
  { levels, values }: CategoryColumn,
  order: Uint32Array,
  trainRows: number,
  x: Float32Array,
  offset: number,
  width: number,
): void {
  const counts = levels.map(() => 0);
  for (const row of order.subarray(0, trainRows)) {
    const level = values[row] ?? -1;
    if (level >= 0) counts[level] = (counts[level] ?? 0) + 1;
  }
  const fill = counts.indexOf(Math.max(...counts));
  for (const [index, row] of order.entries()) {
    const known = values[row] ?? -1;
    const level = known < 0 ? fill : known;
    if (level > 0) x[index * width + offset + level - 1] = 1;
  }
}

/** Rows in which at least one of these columns has a gap. */
export function rowsWithGaps(columns: readonly Column[], rows: Uint32Array): number {
  return rows.filter((row) => columns.some((column) => isGap(column, row))).length;
}
