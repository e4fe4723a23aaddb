/** What a column becomes before it is encoded: numbers and categories, whatever it held. */
import type { CategoryColumn, Column, NumberColumn } from './columns.js';

export type InputColumn = NumberColumn | CategoryColumn;

export function inputsOf(column: Column): readonly InputColumn[] {
  return column.kind === 'date'
    ? [{ kind: 'number', name: column.name, values: column.values }]
    : [column];
}
