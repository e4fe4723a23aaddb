/** Parses a person's values for columns in the same way as the table's own cells. */
import { distance } from 'fastest-levenshtein';
import { UserError } from '../../errors.js';
import { shown } from '../../content/shown.js';
import { asTyped } from '../../content/typed.js';
import { isMissing } from '../csv/cells.js';
import { type Column, readColumns } from '../prepare/columns.js';
import type { Layout } from '../prepare/prepare.js';
import type { Table } from '../table.js';
import { readAsked } from './asked-text.js';

/** Maximum number of names, or values, that people still read. */
const listed = 12;
/** Maximum share of letters in which a misspelled name may differ. */
const maxEditShare = 0.5;

/** A column's value: a number, days since 1970 for dates, or a category's text. */
export type Understood =
  | { readonly kind: 'number' | 'date'; readonly value: number; readonly written: string }
  | { readonly kind: 'category'; readonly value: string; readonly written: string };

/**
 * @param asked `age:40 balance:0`
 * @returns values by column; omitted ones, and gaps, are missing
 * @throws UserError naming the first unknown column or value
 */
export function understand(
  asked: string,
  table: Table,
  columns: readonly Column[],
  layout: Layout,
): ReadonlyMap<Column, Understood> {
  const find = (name: string): Column | undefined => columnCalled(columns, name);
  const values = readAsked(asked, (name) => find(name) !== undefined);
  const understood = new Map<Column, Understood>();
  const said = new Set<Column>();
  for (const { name, value } of values) {
    const column = find(name);
    if (!column || !layout.chosen.used.includes(column)) throw noInput(name, column, layout);
    if (said.has(column)) throw new UserError('error.twice', { option: column.name });
    said.add(column);
    if (!isMissing(value)) understood.set(column, valueOf(column, value, table, columns));
  }
  return understood;
}

/** Case, spaces, hyphens and a unit in brackets after the name are ignored. */
function columnCalled(columns: readonly Column[], name: string): Column | undefined {
  const wanted = folded(name);
  if (wanted === '') return undefined;
  const whole = columns.find((column) => folded(column.name) === wanted);
  if (whole) return whole;
  const plain = columns.filter((column) => folded(withoutUnit(column.name)) === wanted);
  return plain.length === 1 ? plain[0] : undefined;
}

function withoutUnit(name: string): string {
  return name.replace(/\s*[([（].*$/u, '');
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

function noInput(name: string, column: Column | undefined, layout: Layout): UserError {
  const { targetColumn, chosen } = layout;
  const names = chosen.used.map((used) => used.name);
  const list = {
    names: names.slice(0, listed).map(asTyped).join(', '),
    more: Math.max(0, names.length - listed),
  };
  if (column === targetColumn) {
    return new UserError('error.tryTarget', { column: column.name, ...list });
  }
  if (column) return new UserError('error.tryLeftOut', { column: column.name, ...list });
  const [near] = names
    .map((other) => ({ other, edits: distance(folded(other), folded(name)) }))
    .filter(({ edits }) => edits <= maxEditShare * folded(name).length)
    .sort((a, b) => a.edits - b.edits);
  return new UserError('error.tryColumn', {
    given: shown(name) || '?',
    ...list,
    near: near ? asTyped(near.other) : 'none',
  });
}

/** Parsed like another cell of its column: with its units, date order and spellings. */
function valueOf(
  column: Column,
  text: string,
  table: Table,
  columns: readonly Column[],
): Understood {
  const at = columns.indexOf(column);
  const cells = [...table.rows.map((row) => [row[at] ?? '']), [text]];
  const [again] = readColumns({ ...table, columns: [column.name], rows: cells });
  const value = again?.values.at(-1) ?? Number.NaN;
  const written = shown(text);
  const given = { column: column.name, given: written };
  if (column.kind === 'category') {
    const level =
      again?.kind === 'category'
        ? column.levels.find((one) => folded(one) === folded(again.levels[value] ?? ''))
        : undefined;
    if (level === undefined) throw unknownValue(column.levels, given);
    return { kind: 'category', value: level, written: shown(level) };
  }
  if (again?.kind !== column.kind || Number.isNaN(value)) {
    const example = shown(
      table.rows.map((row) => row[at] ?? '').find((cell) => !isMissing(cell)) ?? '',
    );
    const key = column.kind === 'date' ? 'error.tryDate' : 'error.tryNumber';
    throw new UserError(key, { ...given, example });
  }
  return { kind: column.kind, value, written };
}

function unknownValue(
  levels: readonly string[],
  given: { readonly column: string; readonly given: string },
): UserError {
  return new UserError('error.tryCategory', {
    ...given,
    values: levels
      .slice(0, listed)
      .map((level) => shown(level))
      .join(', '),
    more: Math.max(0, levels.length - listed),
  });
}
