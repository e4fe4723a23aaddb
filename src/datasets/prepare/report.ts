/** A column as messages tell of it. */
import { shown } from '../../content/shown.js';
import type { ColumnReport, LeftOutReason } from '../../runs/protocol.js';
import { type Column, isGap } from './columns.js';

const namedExamples = 3;

/**
 * @param cells the column's cells as they stand in the file
 * @param reason why it is no input, where it is none
 */
export function reportOf(
  column: Column,
  cells: readonly string[],
  reason?: LeftOutReason,
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
    ...(reason !== undefined && { leftOut: reason }),
  };
}
