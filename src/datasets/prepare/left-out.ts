/** Which columns tell a network nothing that holds for new rows, and why. */
import type { LeftOutReason } from '../../runs/protocol.js';
import type { Column, DateColumn, NumberColumn } from './columns.js';

/** More levels than this make a category too wide for one-hot encoding. */
const maxLevels = 30;

/** Numbers drawn by chance from the column's range would have repeated this often or more. */
const tellingRepeats = 10;

const namedLikeAnId = /(?:^|[^a-z])(?:id|idx|index|no|nr)$|(?:Id|ID|No|Nr)$|번호$|아이디$/;

/** Why a column is no input, or `undefined` when it is one. */
export function leftOutReason(column: Column): LeftOutReason | undefined {
  return column.kind !== 'category'
    ? numberReason(column)
    : categoryReason(column.levels.length, column.values.filter((level) => level >= 0).length);
}

function categoryReason(levels: number, present: number): LeftOutReason | undefined {
  if (levels === 1) return 'constant';
  if (levels > present / 2) return 'unique-text';
  if (levels > maxLevels) return 'too-many-values';
  return undefined;
}

function numberReason({ name, values }: NumberColumn | DateColumn): LeftOutReason | undefined {
  const present = values.filter((value) => !Number.isNaN(value));
  const distinct = new Set(present).size;
  if (distinct === 0) return 'empty';
  if (distinct === 1) return 'constant';
  const identifies = distinct === present.length && present.every(Number.isInteger);
  if (!identifies) return undefined;
  return isEvenlySpaced(present) || repeatsExpected(present) || namedLikeAnId.test(name)
    ? 'sequence'
    : undefined;
}

function isEvenlySpaced(values: Float64Array): boolean {
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  return values.every((value, index) => index === 0 || value - (values[index - 1] ?? 0) === step);
}

/**
 * Measurements repeat, identifiers never do. Of n whole numbers drawn from s possible ones about
 * n(n−1)/2s pairs are equal (the birthday problem); when many were to be expected and none came,
 * the numbers were dealt out one by one.
 */
function repeatsExpected(values: Float64Array): boolean {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const pairs = (values.length * (values.length - 1)) / 2;
  return pairs / (max - min + 1) >= tellingRepeats;
}
