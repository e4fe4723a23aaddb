/** A column's dates and times. */
import type { ColumnReport, OddCells } from '../../runs/dataset.js';
import { dayNumber } from './calendar.js';
import { cleaned, isMissing, meansNoNumber } from './cells.js';
import { oddCells } from './numbers.js';
import { type WrittenDate, fullYear, validDate, writtenDate } from './written-date.js';

/** Minimum share of dates among non-empty cells; the others become gaps. */
const minDateShare = 0.95;
/** A column is skipped early if none of this many first cells is a date. */
const firstCells = 20;

export type DateOrder = NonNullable<ColumnReport['dateOrder']>;

export interface DateCells {
  /** Days since 1970-01-01 with the time as their fraction, NaN for gaps. */
  readonly values: Float64Array;
  readonly holds: 'date' | 'time' | 'both';
  readonly order: DateOrder;
  readonly orderGuessed?: true;
  readonly odd?: OddCells;
}

/** `undefined` if too few cells are dates. */
export function readDates(
  cells: readonly string[],
  likely: Exclude<DateOrder, 'ymd'>,
): DateCells | undefined {
  const some = cells.filter((cell) => !isMissing(cell)).slice(0, firstCells);
  if (!some.some((cell) => writtenDate(cleaned(cell)))) return undefined;
  const known = new Map<string, WrittenDate | undefined>();
  const written = cells.map((cell) => {
    if (!known.has(cell)) known.set(cell, isMissing(cell) ? undefined : writtenDate(cleaned(cell)));
    return known.get(cell);
  });
  const { order, guessed } = orderOf(written, likely);
  const values = new Float64Array(cells.length).fill(Number.NaN);
  const odd: string[] = [];
  let [days, times, silent] = [0, 0, 0];
  for (const [row, found] of written.entries()) {
    const cell = cells[row] ?? '';
    const value = found && valueOf(found, order);
    if (found && value !== undefined) {
      values[row] = value;
      if (found.date ?? found.open) days += 1;
      if (found.time !== undefined) times += 1;
    } else if (!isMissing(cell)) {
      odd.push(cell);
      if (meansNoNumber(cell)) silent += 1;
    }
  }
  const count = values.filter((value) => !Number.isNaN(value)).length;
  if (count === 0 || count < minDateShare * (count + odd.length - silent)) return undefined;
  // A mix of dates and bare times measures two different things.
  if (days > 0 && days < count) return undefined;
  return {
    values,
    holds: days === 0 ? 'time' : times === 0 ? 'date' : 'both',
    order,
    ...(guessed && { orderGuessed: true }),
    ...(odd.length > 0 && { odd: oddCells(odd) }),
  };
}

function valueOf({ date, open, time = 0 }: WrittenDate, order: DateOrder): number | undefined {
  if (!date && !open) return time;
  const found = date ?? (open && validDate(...inOrder(open, order))?.date);
  return found && dayNumber(found.year, found.month, found.day) + time;
}

function inOrder(
  [a, b, c]: readonly [number, number, number],
  order: DateOrder,
): [number, number, number] {
  // Four-digit years are kept; two-digit ones are below 100.
  const year = (value: number): number => fullYear(value, value < 100 ? 2 : 4);
  if (order === 'ymd') return [year(a), b, c];
  return order === 'dmy' ? [year(c), b, a] : [year(c), a, b];
}

/**
 * The order in which the most cells are dates; on ties, the one in which the rows are
 * chronological, then the most common one.
 */
function orderOf(
  written: readonly (WrittenDate | undefined)[],
  likely: Exclude<DateOrder, 'ymd'>,
): { order: DateOrder; guessed: boolean } {
  const open = written.filter((found) => found?.open !== undefined);
  if (open.length === 0) return { order: 'ymd', guessed: false };
  const usual: DateOrder[] = likely === 'dmy' ? ['dmy', 'mdy', 'ymd'] : ['mdy', 'dmy', 'ymd'];
  // Dots separate day, month and year where the day comes first.
  if (open.every((found) => found?.sign === '.')) usual.sort((a, b) => rank(a) - rank(b));
  const judged = usual.map((order) => {
    const values = open.map((found) => found && valueOf(found, order));
    return { order, fits: values.filter((value) => value !== undefined).length, values };
  });
  const most = Math.max(...judged.map(({ fits }) => fits));
  const best = judged.filter(({ fits }) => fits === most);
  const rising = best.filter(({ values }) => isMonotonic(values));
  const chosen = rising.length === 1 ? rising[0] : best[0];
  return { order: chosen?.order ?? likely, guessed: best.length > 1 };
}

function rank(order: DateOrder): number {
  return ['dmy', 'mdy', 'ymd'].indexOf(order);
}

function isMonotonic(values: readonly (number | undefined)[]): boolean {
  let [rises, falls] = [true, true];
  let last: number | undefined;
  for (const value of values) {
    if (last !== undefined && value !== undefined) {
      if (value < last) rises = false;
      if (value > last) falls = false;
    }
    last = value ?? last;
  }
  return rises || falls;
}

/** Dates of eight or fourteen digits, such as 20240301: integers all of which are dates. */
export function digitDates(cells: readonly string[]): DateCells | undefined {
  const first = cells.find((cell) => !isMissing(cell));
  if (first === undefined || !/^(?:19|20)\d{6}(?:\d{6})?$/.test(first.trim())) return undefined;
  const found = readDates(cells, 'dmy');
  return found?.odd ? undefined : found;
}
