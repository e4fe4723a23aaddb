/** For categories with many values: keeps the frequent ones and merges the rare ones. */
import type { CategoryColumn, Column } from './columns.js';

/** Up to this many values are kept unchanged even if most are rare. */
const maxPlainLevels = 30;
/** Minimum number of rows for a value to be kept: about ten including test rows. */
const minRowsPerLevel = 5;
/** Maximum number kept, as each becomes an input. */
const maxLevels = 200;
/** They must cover most rows, or the column contains names. */
const minFrequentShare = 0.8;

/** Whether there are too many values to keep unchanged. */
export function isWideCategory(column: Column): boolean {
  return column.kind === 'category' && column.levels.length > maxPlainLevels;
}

export interface Grouped {
  readonly column: CategoryColumn;
  readonly rare?: { readonly values: number; readonly rows: number };
}

/** The name of the merged rare values; an existing value of that name joins them. */
const otherLevel = 'other';

/** `undefined` if there are too many values for the rows. */
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
  // Renaming a single rare value would not change the inputs.
  if (levels.length - frequent.length < 2) return { column };
  const kept = frequent.map((level) => levels[level] ?? '');
  // Rare values are encoded as all zeros, like the first level.
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
