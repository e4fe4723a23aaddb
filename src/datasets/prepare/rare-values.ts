/** Categories with many values: the frequent ones stay, the rare ones become one. */
import type { CategoryColumn, Column } from './columns.js';

/** So many values are taken as they are where most of them are rare. */
const maxPlainLevels = 30;
/** Those stay that have rows enough to learn from: ten with the test rows, give or take. */
const minRowsPerLevel = 5;
/** And each is an input. */
const maxLevels = 200;
/** They must be the most of what is there, or the column is one of names. */
const minFrequentShare = 0.8;

/** More values than are taken as they are. */
export function isWideCategory(column: Column): boolean {
  return column.kind === 'category' && column.levels.length > maxPlainLevels;
}

export interface Grouped {
  readonly column: CategoryColumn;
  readonly rare?: { readonly values: number; readonly rows: number };
}

/** What the rare values are called; a value of that name gets company. */
const otherLevel = 'other';

/** `undefined` where there are more values than the rows carry. */
export function groupRare(column: CategoryColumn): Grouped | undefined {
  const { levels, values } = column;
  const isWide = levels.length > maxPlainLevels;
  const counts = new Float64Array(levels.length);
  for (const level of values) if (level >= 0) counts[level] = (counts[level] ?? 0) + 1;
  const countOf = (level: number): number => counts[level] ?? 0;
  const frequent = [...levels.keys()]
    .filter((level) => countOf(level) >= minRowsPerLevel)
    .sort((a, b) => countOf(b) - countOf(a) || a - b)
    .slice(0, maxLevels);
  const sum = (chosen: readonly number[]): number =>
    chosen.reduce((total, level) => total + countOf(level), 0);
  const present = counts.reduce((total, count) => total + count, 0);
  if (frequent.length === 0 || sum(frequent) < minFrequentShare * present) {
    return isWide ? undefined : { column };
  }
  // A single rare value under another name would be no other input.
  if (levels.length - frequent.length < 2) return { column };
  const kept = frequent.map((level) => levels[level] ?? '');
  // Rare values are all 0 in every input, as the first level is.
  const names = [otherLevel, ...kept.filter((level) => level !== otherLevel).sort()];
  const indexOf = new Map(names.map((level, index) => [level, index]));
  const rare = new Set([...levels.keys()].filter((level) => !indexOf.has(levels[level] ?? '')));
  return {
    column: {
      ...column,
      levels: names,
      values: values.map((level) => (level < 0 ? -1 : (indexOf.get(levels[level] ?? '') ?? 0))),
    },
    rare: { values: rare.size, rows: sum([...rare]) },
  };
}
