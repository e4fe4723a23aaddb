/** Finds columns by the names that people type. */
import { distance } from 'fastest-levenshtein';
import { shown } from '../../content/shown.js';
import { UserError } from '../../errors.js';
import type { Column } from './columns.js';

/** Maximum share of letters in which a misspelled name may differ. */
const maxEditShare = 0.5;
/** Maximum number of names that people still read. */
const listed = 12;

/**
 * The column with this name; case, outer spaces and character forms are ignored.
 * @throws UserError suggesting the likeliest one if there is none
 */
export function namedColumn(
  columns: readonly Column[],
  wanted: string,
  option: 'target' | 'use' | 'drop',
): Column {
  const asked = shown(wanted);
  const found =
    columns.find(({ name }) => name === asked) ??
    columns.find(({ name }) => folded(name) === folded(asked));
  if (found) return found;
  const [likeliest] = columns
    .map(({ name }) => ({ name, edits: distance(folded(name), folded(asked)) }))
    .filter(({ edits }) => edits <= maxEditShare * Array.from(folded(asked)).length)
    .sort((a, b) => a.edits - b.edits);
  throw new UserError('error.csvColumnUnknown', {
    option,
    given: asked,
    likeliest: likeliest?.name ?? '',
    isNear: likeliest ? 'yes' : 'no',
    names: columns
      .slice(0, listed)
      .map(({ name }) => name)
      .join(', '),
    more: Math.max(0, columns.length - listed),
  });
}

/**
 * All columns in a list. A name that itself contains a comma may have been split: it is also tried as a whole.
 * @throws UserError naming the first unknown one
 */
export function namedColumns(
  columns: readonly Column[],
  wanted: readonly string[],
  option: 'use' | 'drop',
): ReadonlySet<Column> {
  const whole = folded(shown(wanted.join(',')));
  const one = wanted.length > 1 && columns.find(({ name }) => folded(name) === whole);
  if (one) return new Set([one]);
  return new Set(wanted.map((name) => namedColumn(columns, name, option)));
}

/** Keyboards produce different forms of a name: `（원）` or `(원)`, composed or decomposed Hangul. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
