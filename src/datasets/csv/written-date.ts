/** Parses one date, time or both as people write it. */

/** Numbers in an ambiguous order (`1/2/2024`), or a date (`month` and `day` are 1 if not given). */
export interface WrittenDate {
  readonly date?: { readonly year: number; readonly month: number; readonly day: number };
  readonly open?: readonly [number, number, number];
  /** Whether the first number of `open` had four digits, or two like the others. */
  readonly sign?: string;
  /** Fraction of a day, 0 to below 1. */
  readonly time?: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const weekday = String.raw`(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?`;
const weekdays = new RegExp(
  String.raw`^${weekday} +|[ ,]+${weekday}$| ?\([월화수목금토일]\)| ?[월화수목금토일]요일`,
  'gi',
);

const half = String.raw`(?:(오전|오후|am|pm|a\.m\.|p\.m\.) ?)`;
const clock = new RegExp(
  String.raw`(?:^|[ T,]+)${half}?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?${half}?(?: ?(?:Z|KST|(?:UTC|GMT)(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}))?$`,
  'i',
);
const koreanClock = /(?:^|[ ,]+)(?:(오전|오후) ?)?(\d{1,2})시(?: ?(\d{1,2})분)?(?: ?(\d{1,2})초)?$/;
const hourAlone = new RegExp(String.raw`(?:^|[ ,]+)(\d{1,2}) ?(am|pm|a\.m\.|p\.m\.)$`, 'i');

const three = /^(\d{1,4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?$/;
const korean = /^(\d{4}|\d{2})년(?: ?(\d{1,2})월)?(?: ?(\d{1,2})일)?$/;
const koreanDay = /^(\d{1,2})월 ?(\d{1,2})일$/;
const japanese = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/;
const yearMonth = /^(\d{4})[-/](\d{1,2})$/;
const monthYear = /^(\d{1,2})[/](\d{4})$/;
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[ T]?(\d{2})(\d{2})(\d{2})?)?$/;
const quarter = /^(\d{4})(?:[-. ]?Q| ?년 ?)([1-4])(?: ?분기)?$/i;
const dayFirst = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*${monthName}[ \-/.,]*(\d{4}|\d{2})$`,
  'i',
);
const monthFirst = new RegExp(
  String.raw`^${monthName}[ -]*(\d{1,2})(?:st|nd|rd|th)?(?:, ?| +|-)(\d{4}|\d{2})$`,
  'i',
);
const yearFirst = new RegExp(String.raw`^(\d{4})[ \-/.]*${monthName}[ \-/.,]*(\d{1,2})$`, 'i');
const monthAndYear = new RegExp(String.raw`^${monthName}[ -]+(\d{4}|\d{2})$`, 'i');

const maxChars = 40;
/** A leap year, so that every day without a year is valid. */
const noYear = 2000;

/** @param cell the result of `cleaned` */
export function writtenDate(cell: string): WrittenDate | undefined {
  if (cell.length > maxChars || !/\d/.test(cell)) return undefined;
  const bare = cell.replace(weekdays, (found) => (found.endsWith(' ') ? '' : ' ')).trim();
  const { time, rest } = timeOf(bare.replace(/ +/g, ' '));
  if (time !== undefined && (time < 0 || time >= 1)) return undefined;
  const withTime = time === undefined ? {} : { time };
  if (rest === '') return time === undefined ? undefined : { time };
  const day = dayOf(rest);
  return day && { ...withTime, ...day };
}

function timeOf(cell: string): { time?: number; rest: string } {
  const found = clock.exec(cell);
  if (found) {
    const [whole, before, hour, minute, second, behind] = found;
    return {
      time: dayPart(before ?? behind, hour, minute, second),
      rest: cell.slice(0, -whole.length),
    };
  }
  const inKorean = koreanClock.exec(cell);
  if (inKorean) {
    const [whole, before, hour, minute, second] = inKorean;
    return { time: dayPart(before, hour, minute, second), rest: cell.slice(0, -whole.length) };
  }
  const alone = hourAlone.exec(cell);
  if (!alone) return { rest: cell };
  return { time: dayPart(alone[2], alone[1]), rest: cell.slice(0, -alone[0].length) };
}

/** −1 for an invalid time. 24:00 is 0:00, as in timetables. */
function dayPart(half: string | undefined, hour = '0', minute = '0', second = '0'): number {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 24 || minutes > 59 || seconds > 60) return -1;
  const isAfternoon = half !== undefined && /^(?:오후|p)/i.test(half);
  const of24 =
    half === undefined || hours > 12 ? hours % 24 : (hours % 12) + (isAfternoon ? 12 : 0);
  return (of24 * 3600 + minutes * 60 + Math.min(seconds, 59)) / 86_400;
}

function dayOf(text: string): WrittenDate | undefined {
  const numbers = three.exec(text);
  if (numbers) {
    const [, first = '', sign = '', second, third = ''] = numbers;
    if (first.length === 4) return dated(first, second, third);
    if (first.length > 2 || third.length === 3 || third.length === 1) return undefined;
    return { open: [Number(first), Number(second), Number(third)], sign };
  }
  const local = korean.exec(text) ?? japanese.exec(text) ?? yearMonth.exec(text);
  // A year alone is a number with the unit 년.
  if (local) return local[2] === undefined ? undefined : dated(local[1], local[2], local[3]);
  const inYear = koreanDay.exec(text);
  if (inYear) return dated(String(noYear), inYear[1], inYear[2]);
  const inMonth = monthYear.exec(text);
  if (inMonth) return dated(inMonth[2], inMonth[1]);
  const inQuarter = quarter.exec(text);
  if (inQuarter) return dated(inQuarter[1], String(Number(inQuarter[2]) * 3 - 2));
  const digits = compact.exec(text);
  if (digits) {
    const [, year, month, day, hour, minute, second] = digits;
    const day1 = dated(year, month, day);
    const time = hour === undefined ? undefined : dayPart(undefined, hour, minute, second);
    return time === undefined ? day1 : time < 0 ? undefined : day1 && { ...day1, time };
  }
  return named(text);
}

function named(text: string): WrittenDate | undefined {
  const day = dayFirst.exec(text);
  if (day) return dated(day[3], monthNumber(day[2]), day[1]);
  const month = monthFirst.exec(text);
  if (month) return dated(month[3], monthNumber(month[1]), month[2]);
  const year = yearFirst.exec(text);
  if (year) return dated(year[1], monthNumber(year[2]), year[3]);
  const both = monthAndYear.exec(text);
  return both ? dated(both[2], monthNumber(both[1])) : undefined;
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dated(year = '', month = '1', day = '1'): WrittenDate | undefined {
  return validDate(fullYear(Number(year), year.length), Number(month), Number(day));
}

/** Two digits mean the years 1970 to 2069, like POSIX strptime (which splits at 69). */
export function fullYear(year: number, digits: number): number {
  if (digits > 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function validDate(year: number, month: number, day: number): WrittenDate | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !isLeap ? 28 : (daysIn[month - 1] ?? 0);
  const isSound = year >= 1000 && year <= 2999 && day >= 1 && day <= days;
  return isSound ? { date: { year, month, day } } : undefined;
}
