/** A table's columns with their cells understood: numbers, categories, or dates. */
import type { ColumnReport, OddCells, Unit } from '../../runs/protocol.js';
import { isMissing, toNumbers } from '../csv/cells.js';
import type { Table } from '../table.js';

interface Understood {
  readonly name: string;
  /** Cells that hold something but are gaps here, as `N/A?` among numbers. */
  readonly odd?: OddCells;
}

export interface NumberColumn extends Understood {
  readonly kind: 'number';
  /** One value per row, NaN where the cell is missing. */
  readonly values: Float64Array;
  readonly unit?: Unit;
}

export interface CategoryColumn extends Understood {
  readonly kind: 'category';
  /** The distinct values, sorted. */
  readonly levels: readonly string[];
  /** One index into `levels` per row, −1 where the cell is missing. */
  readonly values: Int32Array;
  readonly merged?: ColumnReport['merged'];
}

export interface DateColumn extends Understood {
  readonly kind: 'date';
  /** Days since 1970-01-01 with the time of day as their fraction, NaN where the cell is missing. */
  readonly values: Float64Array;
  /** What the cells hold; times alone are fractions of a day. */
  readonly holds: 'date' | 'time' | 'both';
  readonly order: NonNullable<ColumnReport['dateOrder']>;
  /** The cells fit another order as well. */
  readonly orderGuessed?: true;
}

export type Column = NumberColumn | CategoryColumn | DateColumn;

export function isGap(column: Column, row: number): boolean {
  const value = column.values[row] ?? Number.NaN;
  return column.kind === 'category' ? value < 0 : Number.isNaN(value);
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
