/** Finds columns by the names that people write. */
import { distance } from 'fastest-levenshtein';
import { shown } from '../../content/shown.js';
import { UserError } from '../../errors.js';
import type { Column } from './columns.js';

/** A name that differs in more of its letters is another name. */
const maxEditShare = 0.5;
/** Names that one reads rather than skips. */
const listed = 12;

/**
 * The column called so; case, outer spaces and forms of a sign are ignored.
 * @throws UserError naming the likeliest one when there is none
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
 * All columns of a list. A name that has a comma itself may have been taken apart: it is tried whole.
 * @throws UserError naming the first that is none
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

/** Keyboards write one name in several ways: `（원）` or `(원)`, Hangul whole or letter by letter. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
