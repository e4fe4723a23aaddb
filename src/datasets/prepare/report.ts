/** A column's summary for messages. */
import { shown } from '../../content/shown.js';
import type { ColumnReport, LeftOutReason } from '../../runs/dataset.js';
import { type Column, isGap } from './columns.js';
import { datePartsOf } from './derive.js';
import { groupRare } from './rare-values.js';

const namedExamples = 3;

/**
 * @param cellAt the column's raw cell in a row
 */
export function reportOf(
  column: Column,
  cellAt: (row: number) => string,
  {
    reason,
    isTarget = false,
  }: { readonly reason?: LeftOutReason; readonly isTarget?: boolean } = {},
): ColumnReport {
  const { distinct, gaps } = countsOf(column);
  const isInput = reason === undefined && !isTarget;
  const rare = isInput && column.kind === 'category' ? groupRare(column)?.rare : undefined;
  return {
    name: column.name,
    kind: column.kind,
    distinct,
    gaps,
    examples: firstDifferent(column).map((row) => shown(cellAt(row))),
    ...(column.odd && { odd: column.odd }),
    ...(column.kind === 'number' && column.unit && { unit: column.unit }),
    ...(column.kind === 'category' && column.merged && { merged: column.merged }),
    ...(column.kind === 'date' && { dateOrder: column.order }),
    ...(column.kind === 'date' && column.orderGuessed && { dateOrderGuessed: true }),
    ...(rare && { rare }),
    ...(isInput && column.kind === 'date' && { parts: datePartsOf(column) }),
    ...(reason !== undefined && { leftOut: reason }),
  };
}

function countsOf({ kind, values }: Column): { readonly distinct: number; readonly gaps: number } {
  let [distinct, gaps] = [0, 0];
  let last: number | undefined;
  // Sorting takes a third of the time of a Set with this many numbers.
  for (const value of values.toSorted()) {
    if (kind === 'category' ? value < 0 : Number.isNaN(value)) gaps += 1;
    else if (value !== last) {
      distinct += 1;
      last = value;
    }
  }
  return { distinct, gaps };
}

/** The first rows of the first few distinct values. */
function firstDifferent(column: Column): readonly number[] {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < column.values.length && rowOf.size < namedExamples; row += 1) {
    const value = column.values[row] ?? Number.NaN;
    if (!isGap(column, row) && !rowOf.has(value)) rowOf.set(value, row);
  }
  return [...rowOf.values()];
}
