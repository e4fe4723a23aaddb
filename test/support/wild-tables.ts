/** Reads realistic files. */
import iconv from 'iconv-lite';
import { readCsv } from '../../src/datasets/csv/read.js';
import { type Column, readColumns } from '../../src/datasets/prepare/columns.js';
import { prepare } from '../../src/datasets/prepare/prepare.js';
import type { DataSummary, ReadingNotes } from '../../src/runs/dataset.js';

export const rows = Array.from({ length: 40 }, (_, row) => row);

export function file(
  header: string | undefined,
  row: (row: number) => string,
  { encoding = 'utf-8', end = '\n', count = 40 } = {},
): Buffer {
  const lines = Array.from({ length: count }, (_, index) => row(index));
  return iconv.encode([...(header === undefined ? [] : [header]), ...lines].join(end), encoding);
}

export function read(bytes: Buffer | string): { notes: ReadingNotes; columns: Column[] } {
  const table = readCsv(Buffer.from(bytes));
  if (!table.notes) throw new Error('a file has notes');
  return { notes: table.notes, columns: readColumns(table) };
}

export function column(bytes: Buffer | string, name: string): Column {
  const { columns } = read(bytes);
  const found = columns.find((column) => column.name === name);
  if (!found) throw new Error(`no ${name} among ${columns.map(({ name }) => name).join(', ')}`);
  return found;
}

/** Numbers as they are, categories as text. */
export function valuesOf(found: Column): (number | string | undefined)[] {
  if (found.kind !== 'category') return [...found.values];
  return Array.from(found.values, (level) => found.levels[level]);
}

export function summary(bytes: Buffer | string, target?: string): DataSummary {
  const { summary } = prepare(
    'x',
    readCsv(Buffer.from(bytes)),
    target === undefined ? {} : { target },
  );
  return {
    ...summary,
    rows: { ...summary.rows, training: 0, validation: 0, test: 0 },
  };
}

export const x = (row: number): number => ((row * 37) % 101) / 4;
export const comma = (value: number): string => String(value).replace('.', ',');
export const grouped = (value: number, sign: string): string =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/g, sign);
export const answer = (row: number): string => (row % 3 === 0 ? 'yes' : 'no');
