/** Which columns say nothing about new rows, and why. */
import type { LeftOutReason } from '../../runs/dataset.js';
import type { CategoryColumn, Column } from './columns.js';
import { groupRare } from './rare-values.js';

/** Minimum number of repeats expected if the numbers were random. */
const tellingRepeats = 10;

const namedLikeAnId = /(?:^|[^a-z])(?:id|idx|index|no|nr)$|(?:Id|ID|No|Nr)$|번호$|아이디$/;

/** A year is a measurement even if every row is one year later. */
const namedLikeAYear = /year|jahr|ann[eé]e|\ba[nñ]o\b|\banno\b|^yr$|연도|년도|^년$|^해$|年/i;
/** And so is a rank given by somebody else. */
const namedLikeARank = /rank|순위|등수|석차|rang\b/i;

/** Why a column is not an input, or `undefined` if it is. */
export function leftOutReason(column: Column): LeftOutReason | undefined {
  if (column.kind === 'category') return categoryReason(column);
  const present = column.values.filter((value) => !Number.isNaN(value));
  const [first] = present;
  if (first === undefined) return 'empty';
  if (present.every((value) => value === first)) return 'constant';
  return column.kind === 'number' && areAllDifferent(present) && identifies(column.name, present)
    ? 'sequence'
    : undefined;
}

/** Only integers: other numbers are not row numbers. */
function areAllDifferent(values: Float64Array): boolean {
  const seen = new Set<number>();
  return values.every((value) => Number.isInteger(value) && seen.size < seen.add(value).size);
}

function categoryReason(column: CategoryColumn): LeftOutReason | undefined {
  const present = column.values.filter((level) => level >= 0).length;
  const levels = column.levels.length;
  if (levels === 1) return 'constant';
  if (levels > present / 2) return 'unique-text';
  return groupRare(column) ? undefined : 'too-many-values';
}

/** Whether distinct integers only identify the row. */
function identifies(name: string, values: Float64Array): boolean {
  const { min, max } = rangeOf(values);
  if (namedLikeAYear.test(name) && min >= 1000 && max <= 2999) return false;
  if (namedLikeAnId.test(name)) return true;
  if (namedLikeARank.test(name)) return false;
  // 1900, 1901 … under any name.
  if (isEvenlySpaced(values)) return !(min >= 1500 && max <= 2200 && values.length <= 700);
  if (!repeatsExpected(values, max - min + 1)) return false;
  // Unordered ids were assigned by something other than the row; a name would have said what.
  return isMonotonic(values) || /^column_\d+$/.test(name);
}

function isMonotonic(values: Float64Array): boolean {
  const rises = (values[1] ?? 0) > (values[0] ?? 0);
  return values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0) === rises);
}

function rangeOf(values: Float64Array): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { min, max };
}

function isEvenlySpaced(values: Float64Array): boolean {
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  return values.every((value, index) => index === 0 || value - (values[index - 1] ?? 0) === step);
}

/**
 * Measurements repeat, identifiers never do. Of n whole numbers drawn from s possible ones about
 * n(n−1)/2s pairs are equal (the birthday problem); if many were expected but none occurred,
 * the numbers were assigned one by one.
 */
function repeatsExpected(values: Float64Array, possible: number): boolean {
  const pairs = (values.length * (values.length - 1)) / 2;
  return pairs / possible >= tellingRepeats;
}
