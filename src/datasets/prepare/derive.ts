/** What a column becomes before it is encoded: numbers and categories, whatever it held. */
import type { DatePart } from '../../runs/protocol.js';
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

/** The parts that differ between rows; weekdays only where days of the month do, too. */
export function datePartsOf(column: DateColumn): readonly DatePart[] {
  const parts: readonly DatePart[] =
    column.holds === 'time' ? ['hour'] : ['days', 'year', 'month', 'weekday', 'hour'];
  const daysOfMonth = new Set(
    column.values
      .filter((value) => !Number.isNaN(value))
      .map((value) => calendarDay(Math.floor(value)).day),
  );
  return parts.filter((part) => {
    if (part === 'weekday' && daysOfMonth.size === 1) return false;
    const values = partValues(column, part).filter((value) => !Number.isNaN(value));
    return values.some((value) => value !== values[0]);
  });
}

/** Days count from the column's first date; hours have their minutes as a fraction. */
function partValues({ values }: DateColumn, part: DatePart): Float64Array {
  if (part === 'days') {
    const first = values.reduce((least, value) => (value < least ? value : least), Infinity);
    return values.map((value) => value - Math.floor(first));
  }
  return values.map((value) => {
    if (Number.isNaN(value)) return Number.NaN;
    const day = Math.floor(value);
    // In seconds first: a fraction of a day is not exact.
    if (part === 'hour') return Math.round((value - day) * 86_400) / 3600;
    return calendarDay(day)[part];
  });
}
