/** A table's columns with parsed cells: numbers, categories, or dates. */
import type { ColumnReport, OddCells, Unit } from '../../runs/dataset.js';
import { digitDates, readDates } from '../csv/dates.js';
import { readNumbers } from '../csv/numbers.js';
import type { Table } from '../table.js';
import { readCategories } from './categories.js';

interface Understood {
  readonly name: string;
  /** Non-empty cells that count as gaps, such as `N/A?` among numbers. */
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
  /** The cells' format; bare times are fractions of a day. */
  readonly holds: 'date' | 'time' | 'both';
  readonly order: NonNullable<ColumnReport['dateOrder']>;
  /** Whether the cells also fit another order. */
  readonly orderGuessed?: true;
}

export type Column = NumberColumn | CategoryColumn | DateColumn;

export function isGap(column: Column, row: number): boolean {
  const value = column.values[row] ?? Number.NaN;
  return column.kind === 'category' ? value < 0 : Number.isNaN(value);
}

/** A column is numeric or a date if nearly all its cells are, otherwise categorical. */
export function readColumns(table: Table): Column[] {
  const decimal = table.notes?.decimal ?? '.';
  // Where the decimal sign is a comma, the day comes before the month.
  const likely = decimal === ',' || table.notes?.separator === ';' ? 'dmy' : 'mdy';
  return table.columns.map((name, index) => {
    const cells = table.rows.map((row) => row[index] ?? '');
    const dates = digitDates(cells);
    if (dates) return { kind: 'date', name, ...dates };
    const numbers = readNumbers(cells, decimal);
    const found = numbers?.unit ? (readDates(cells, likely) ?? numbers) : numbers;
    if (found && !('holds' in found)) return { kind: 'number', name, ...found };
    const days = found ?? readDates(cells, likely);
    return days ? { kind: 'date', name, ...days } : readCategories(name, cells);
  });
}
