/** Derives numbers and categories from any column, before encoding. */
import type { DatePart } from '../../runs/dataset.js';
import { calendarDay } from '../csv/calendar.js';
import type { CategoryColumn, Column, DateColumn, NumberColumn } from './columns.js';
import { groupRare } from './rare-values.js';

export type InputColumn = NumberColumn | CategoryColumn;

export function inputsOf(column: Column): readonly InputColumn[] {
  if (column.kind === 'number') return [column];
  if (column.kind === 'category') return [groupRare(column)?.column ?? column];
  return datePartsOf(column).map((part) => ({
    kind: 'number',
    name: `${column.name} (${part})`,
    values: partValues(column, part),
  }));
}

/** The date parts that vary; weekdays only if days of the month do, too. */
export function datePartsOf(column: DateColumn): readonly DatePart[] {
  if (column.holds === 'time') return ['hour'];
  const { values } = column;
  const isMonthly = !varies(values, (value) => calendarDay(Math.floor(value)).day);
  return (['days', 'year', 'month', 'weekday', 'hour'] as const).filter(
    (part) => !(part === 'weekday' && isMonthly) && varies(values, (value) => partOf(value, part)),
  );
}

function varies(values: Float64Array, partOf: (value: number) => number): boolean {
  let first: number | undefined;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const part = partOf(value);
    if (first !== undefined && part !== first) return true;
    first = part;
  }
  return false;
}

/** Days are counted from the column's first date; hours include minutes as a fraction. */
function partValues(column: DateColumn, part: DatePart): Float64Array {
  return partsAs(column, part, column.values);
}

/** Computes a date part for additional values, as for the column. */
export function partOfMoment(column: DateColumn, part: DatePart, value: number): number {
  return partsAs(column, part, Float64Array.of(value))[0] ?? Number.NaN;
}

function partsAs(column: DateColumn, part: DatePart, moments: Float64Array): Float64Array {
  const first = column.values.reduce((least, value) => (value < least ? value : least), Infinity);
  const start = part === 'days' ? Math.floor(first) : 0;
  return moments.map((value) => (Number.isNaN(value) ? Number.NaN : partOf(value, part) - start));
}

function partOf(value: number, part: DatePart): number {
  if (part === 'days') return value;
  const day = Math.floor(value);
  // Via seconds, as fractions of a day are not exact.
  if (part === 'hour') return Math.round((value - day) * 86_400) / 3600;
  return calendarDay(day)[part];
}
