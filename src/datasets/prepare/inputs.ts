/**
 * Encodes columns as the network's inputs. All statistics come from the training rows, so the test
 * rows stay unseen:
 * - numbers: gaps become the median, then all are standardized;
 * - categories: gaps become the most frequent level, then one 0/1 column for every level but the
 *   first (as `OneHotEncoder(drop='first')`: the first is where all others are 0).
 */
import { type CategoryColumn, type Column, type NumberColumn, isGap } from './columns.js';
import type { InputColumn } from './derive.js';

/** The number of inputs for a column. */
export function widthOf(column: InputColumn): number {
  return column.kind === 'number' ? 1 : column.levels.length - 1;
}

/**
 * Test values are clipped at this many deviations from the training mean, or float32 could
 * overflow. Training values never need clipping: none of n is beyond √(n−1) (Samuelson, "How deviant
 * can you be?", JASA 63, 1968), which is 283 for the maximum of 80,000.
 */
const maxDeviations = 1000;

export interface Standardised {
  readonly values: Float32Array;
  /** Mean of the training values. */
  readonly mean: number;
  /** Standard deviation of the training values, or 1 if they are all equal. */
  readonly deviation: number;
}

/**
 * (value − mean) ÷ standard deviation of the first `trainRows` values; the population's, as in
 * scikit-learn's StandardScaler.
 */
export function standardise(values: Float64Array, trainRows: number): Standardised {
  const training = values.subarray(0, trainRows);
  const mean = training.reduce((sum, value) => sum + value, 0) / trainRows;
  const variance = training.reduce((sum, value) => sum + (value - mean) ** 2, 0) / trainRows;
  // Rounding can give equal values a variance slightly above 0.
  const varies = variance > 0 && training.some((value) => value !== training[0]);
  const deviation = varies ? Math.sqrt(variance) : 1;
  const scaled = new Float32Array(values.length);
  // Plain loops, as a large file has millions of values.
  for (let row = 0; row < values.length; row += 1) {
    scaled[row] = cut(((values[row] ?? 0) - mean) / deviation);
  }
  return { values: scaled, mean, deviation };
}

function cut(deviations: number): number {
  return Math.max(-maxDeviations, Math.min(maxDeviations, deviations));
}

/**
 * The inputs, row-major, in the given order of the table's rows.
 * @param order rows of the table; the first `trainRows` of them are for training
 */
export function encodeInputs(
  columns: readonly InputColumn[],
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
  column: NumberColumn,
  order: Uint32Array,
  trainRows: number,
  x: Float32Array,
  offset: number,
  width: number,
): void {
  const { values: ready } = scaled(column, order, trainRows);
  for (let index = 0; index < ready.length; index += 1) {
    x[index * width + offset] = ready[index] ?? 0;
  }
}

/** The column's values in order, with gaps filled, standardized. */
function scaled({ values }: NumberColumn, order: Uint32Array, trainRows: number): Standardised {
  const ordered = new Float64Array(order.length);
  for (let index = 0; index < order.length; index += 1) {
    ordered[index] = values[order[index] ?? 0] ?? Number.NaN;
  }
  const isGap = (value: number): boolean => Number.isNaN(value);
  if (ordered.some(isGap)) {
    const known = ordered.subarray(0, trainRows).filter((value) => !isGap(value));
    const fill = medianOf(known);
    ordered.forEach((value, index) => {
      if (isGap(value)) ordered[index] = fill;
    });
  }
  return standardise(ordered, trainRows);
}

/** The median; 0 if there are no values. */
function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

function writeCategory(
  column: CategoryColumn,
  order: Uint32Array,
  trainRows: number,
  x: Float32Array,
  offset: number,
  width: number,
): void {
  const fill = frequentLevel(column, order, trainRows);
  for (let index = 0; index < order.length; index += 1) {
    const known = column.values[order[index] ?? 0] ?? -1;
    const level = known < 0 ? fill : known;
    if (level > 0) x[index * width + offset + level - 1] = 1;
  }
}

/** The most frequent level in the training rows. */
function frequentLevel(
  { levels, values }: CategoryColumn,
  order: Uint32Array,
  trainRows: number,
): number {
  const counts = levels.map(() => 0);
  for (const row of order.subarray(0, trainRows)) {
    const level = values[row] ?? -1;
    if (level >= 0) counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

/** Encodes an additional row like the training rows. */
export type InputScale =
  | {
      readonly kind: 'number';
      readonly name: string;
      /** Of the training rows, with gaps filled; the deviation of equal values is 1. */
      readonly mean: number;
      readonly deviation: number;
    }
  | {
      readonly kind: 'category';
      readonly name: string;
      readonly levels: readonly string[];
      /** Index of the most frequent level in the training rows. */
      readonly usual: number;
    };

export function scaleOf(column: InputColumn, order: Uint32Array, trainRows: number): InputScale {
  const { name } = column;
  if (column.kind === 'category') {
    const usual = frequentLevel(column, order, trainRows);
    return { kind: 'category', name, levels: column.levels, usual };
  }
  const { mean, deviation } = scaled(column, order, trainRows);
  return { kind: 'number', name, mean, deviation };
}

/**
 * Encodes one row.
 * @param values a number, or a level's index, for each scale; undefined means the mean, or the most frequent level
 */
export function encodeRow(
  scales: readonly InputScale[],
  values: readonly (number | undefined)[],
): Float32Array {
  return Float32Array.from(
    scales.flatMap((scale, index) => {
      const value = values[index];
      if (scale.kind === 'number') {
        return [value === undefined ? 0 : cut((value - scale.mean) / scale.deviation)];
      }
      const level = value ?? scale.usual;
      return scale.levels.slice(1).map((_, other) => (other + 1 === level ? 1 : 0));
    }),
  );
}

/** The number of rows with a gap in at least one of these columns. */
export function rowsWithGaps(columns: readonly Column[], rows: Uint32Array): number {
  return rows.filter((row) => columns.some((column) => isGap(column, row))).length;
}
