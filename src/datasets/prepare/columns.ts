/** A table's columns with their cells understood: numbers, or categories. */
import { isMissing, toNumbers } from '../csv/cells.js';
import type { Table } from '../table.js';

export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  /** One value per row, NaN where the cell is missing. */
  readonly values: Float64Array;
}

export interface CategoryColumn {
  readonly kind: 'category';
  readonly name: string;
  /** The distinct values, sorted. */
  readonly levels: readonly string[];
  /** One index into `levels` per row, −1 where the cell is missing. */
  readonly values: Int32Array;
}

export type Column = NumberColumn | CategoryColumn;

export function isGap(column: Column, row: number): boolean {
  const value = column.values[row] ?? Number.NaN;
  return column.kind === 'number' ? Number.isNaN(value) : value < 0;
}

/** A column is numeric when every cell that is not missing is a number. */
export function readColumns(table: Table): Column[] {
  return table.columns.map((name, index) => {
    const cells = table.rows.map((row) => row[index] ?? '');
    const values = toNumbers(cells);
    return values ? { kind: 'number', name, values } : category(name, cells);
  });
}

function category(name: string, cells: readonly string[]): CategoryColumn {
  const texts = cells.map((cell) => (isMissing(cell) ? undefined : cell.trim()));
  const levels = [...new Set(texts.filter((text) => text !== undefined))].sort();
  const indexOf = new Map(levels.map((level, index) => [level, index]));
  const values = Int32Array.from(texts, (text) =>
    text === undefined ? -1 : (indexOf.get(text) ?? -1),
  );
  return { kind: 'category', name, levels, values };
}
