/** A column's categories, with spellings of the same value merged. */
import { shown } from '../../content/shown.js';
import type { ColumnReport } from '../../runs/dataset.js';
import { cleaned, isMissing } from '../csv/cells.js';
import type { CategoryColumn } from './columns.js';

type Merged = NonNullable<ColumnReport['merged']>;

/** Values that differ only in case, spaces or character forms are merged under the most frequent spelling. */
export function readCategories(name: string, cells: readonly string[]): CategoryColumn {
  const spellings = new Map<string, number>();
  const texts = cells.map((cell) => (isMissing(cell) ? undefined : cell.trim()));
  for (const text of texts) {
    if (text !== undefined) spellings.set(text, (spellings.get(text) ?? 0) + 1);
  }
  const families = new Map<string, string[]>();
  for (const spelling of [...spellings.keys()].sort()) {
    const key = folded(spelling);
    families.set(key, [...(families.get(key) ?? []), spelling]);
  }
  const valueOf = new Map<string, string>();
  const merged: { value: string; variants: readonly string[] }[] = [];
  for (const family of families.values()) {
    const value = family.reduce((most, next) =>
      (spellings.get(next) ?? 0) > (spellings.get(most) ?? 0) ? next : most,
    );
    for (const spelling of family) valueOf.set(spelling, value);
    const variants = family
      .filter((spelling) => spelling !== value)
      .map((spelling) => shown(spelling));
    if (variants.length > 0) merged.push({ value: shown(value), variants });
  }
  const levels = [...new Set(valueOf.values())].sort();
  const indexOf = new Map(levels.map((level, index) => [level, index]));
  const values = Int32Array.from(texts, (text) =>
    text === undefined ? -1 : (indexOf.get(valueOf.get(text) ?? text) ?? -1),
  );
  return {
    kind: 'category',
    name,
    levels,
    values,
    ...(merged.length > 0 && { merged: few(merged) }),
  };
}

function folded(spelling: string): string {
  return cleaned(spelling).normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

/** Maximum number shown, as they are stored in a run's events. */
const namedMerged = 20;

function few(merged: Merged): Merged {
  return merged.slice(0, namedMerged);
}
