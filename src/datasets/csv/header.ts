/** Finds the header line: below titles and comments, or not at all. */
import { isMissing } from './cells.js';
import type { CsvRecord } from './records.js';
import { areValues, isValueLike } from './value-like.js';

/** Maximum lines of titles and notes above a table. */
const maxTitleLines = 30;
/** How many rows are sampled to determine a column's type. */
const sampleRows = 200;

export interface Headed {
  /** Absent if the first record is data. */
  readonly header?: CsvRecord;
  readonly body: readonly CsvRecord[];
  /** The number of records above it. */
  readonly above: number;
}

/** @param width the most common number of cells per record */
export function findHeader(records: readonly CsvRecord[], width: number): Headed {
  const start = firstTableRecord(records, width);
  const [first] = records.slice(start, start + 1);
  if (!first) return { body: [], above: start };
  const body = records.slice(start + 1);
  if (!isHeader(first, body)) return { body: records.slice(start), above: start };
  return { header: { ...first, cells: namesFor(first.cells, body, width) }, body, above: start };
}

/** Comments start with `#`; a title has few cells, and the header is below it. */
function firstTableRecord(records: readonly CsvRecord[], width: number): number {
  let start = 0;
  while (start < records.length && isComment(records, start, width)) start += 1;
  let at = start;
  while (at < start + maxTitleLines && isSparse(records[at], width)) at += 1;
  const candidate = records[at];
  if (at === start || !candidate) return start;
  // A single title line may also come before data without a header.
  const below = records.slice(at + 1);
  return isHeader(candidate, below) || records[start]?.cells.length === 1 ? at : start;
}

function isComment(records: readonly CsvRecord[], at: number, width: number): boolean {
  const { cells = [] } = records[at] ?? {};
  if (!cells[0]?.trimStart().startsWith('#')) return false;
  // `#,name,price` is a header, and so is `# name,price` directly above the data.
  return cells.length !== width || isHeader(records[at + 1], records.slice(at + 2));
}

function isSparse(record: CsvRecord | undefined, width: number): boolean {
  if (!record) return false;
  // Of two names the first may be missing, like that of an index.
  if (width === 2 && (record.cells[0] ?? '').trim() === '') return false;
  const filled = record.cells.filter((cell) => cell.trim() !== '').length;
  return filled <= Math.max(1, Math.floor(width / 2)) && filled < width;
}

/**
 * Counts columns for and against a header: a word above numbers is a name, a number
 * above numbers is not, and neither is a word that occurs again below.
 */
function isHeader(record: CsvRecord | undefined, below: readonly CsvRecord[]): boolean {
  if (!record) return false;
  const sample = below.slice(0, sampleRows);
  // A table with names on both sides has an empty corner, and no row starts that way.
  const hasCorner =
    (record.cells[0] ?? '').trim() === '' &&
    sample.length > 0 &&
    sample.every(({ cells }) => (cells[0] ?? '').trim() !== '');
  if (hasCorner) return true;
  const named = numbersAsNames(record.cells, sample);
  let [names, values] = [0, 0];
  for (const [column, raw] of record.cells.entries()) {
    const cell = raw.trim();
    if (cell === '' || named.has(column)) continue;
    const cells = sample.map(({ cells }) => (cells[column] ?? '').trim());
    if (areValues(cells)) {
      if (isValueLike(cell) && looksLike(cell, cells)) values += 1;
      else if (!isMissing(cell)) names += 1;
    } else if (cells.includes(cell) && !isRepeat(record, sample)) values += 1;
  }
  return names >= values;
}

/** `1월` or 2024-01-01 above plain numbers is a name, above similar cells it is data. */
function looksLike(cell: string, below: readonly string[]): boolean {
  const form = formOf(cell);
  return /^[+-]?0$/.test(form) || below.some((other) => formOf(other) === form);
}

/** The cell's form, with 0 for every number. */
function formOf(cell: string): string {
  const isDate = /^\d+([-/.])\d+\1\d+$/.test(cell);
  return cell.replace(isDate ? /\d+/g : /\d[\d.,]*/g, '0');
}

/** Programs that write a table in parts repeat its header. */
function isRepeat({ cells }: CsvRecord, sample: readonly CsvRecord[]): boolean {
  return sample.some((other) => sameCells(other.cells, cells));
}

/** Columns whose names are integers: years, or 0, 1, 2 … as in pandas. */
function numbersAsNames(cells: readonly string[], sample: readonly CsvRecord[]): Set<number> {
  const columns = [...cells.keys()].filter((column) => /^\s*\d{1,4}\s*$/.test(cells[column] ?? ''));
  const numbers = columns.map((column) => Number(cells[column]));
  const areYears = numbers.every((number) => number >= 1800 && number <= 2100);
  const areCounted =
    numbers.length > 1 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
  const isLikeData = sample
    .slice(0, 3)
    .some(({ cells }) =>
      areYears
        ? columns.some((column) => /^\s*(?:1[89]|20)\d{2}\s*$/.test(cells[column] ?? ''))
        : columns.every(
            (column, index) => Number(cells[column]) === Number(cells[columns[0] ?? 0]) + index,
          ),
    );
  const startsLow = (numbers[0] ?? 9) <= 1 && columns.length > 2;
  const areNames = !isLikeData && (areYears || (areCounted && startsLow));
  return new Set(areNames ? columns : []);
}

/** R writes row names without a header above them: the header is one cell short. */
function namesFor(
  cells: readonly string[],
  body: readonly CsvRecord[],
  width: number,
): readonly string[] {
  const isShort = cells.length === width - 1 && cells.every((cell) => cell.trim() !== '');
  const endsEmpty = body.every(({ cells }) => (cells[width - 1] ?? '').trim() === '');
  const names = isShort && !endsEmpty ? ['', ...cells] : cells;
  // `# name,price`: the comment sign is not part of the name.
  const [first = '', ...others] = names;
  return /^#\s*\S/.test(first) ? [first.replace(/^#\s*/, ''), ...others] : names;
}

export function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell.trim() === b[index]?.trim());
}
