/** A column as messages tell of it. */
import { shown } from '../../content/shown.js';
import type { ColumnReport, LeftOutReason } from '../../runs/dataset.js';
import { type Column, isGap } from './columns.js';
import { datePartsOf } from './derive.js';
import { groupRare } from './rare-values.js';

const namedExamples = 3;

/**
 * @param cells the column's cells as they stand in the file
 */
export function reportOf(
  column: Column,
  cells: readonly string[],
  {
    reason,
    isTarget = false,
  }: { readonly reason?: LeftOutReason; readonly isTarget?: boolean } = {},
): ColumnReport {
  const values = new Set<number>();
  const examples: string[] = [];
  let gaps = 0;
  for (const [row, value] of column.values.entries()) {
    if (isGap(column, row)) gaps += 1;
    else if (!values.has(value)) {
      values.add(value);
      if (examples.length < namedExamples) examples.push(shown(cells[row] ?? ''));
    }
  }
  const isInput = reason === undefined && !isTarget;
  const rare = isInput && column.kind === 'category' ? groupRare(column)?.rare : undefined;
  return {
    name: column.name,
    kind: column.kind,
    distinct: values.size,
    gaps,
    examples,
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
