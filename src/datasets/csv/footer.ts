/** Finds lines that are not part of the table: repeated headers, totals, notes below it. */
import { shown } from '../../content/shown.js';
import type { ReadingNotes } from '../../runs/dataset.js';
import { cleaned, isMissing, meansNoNumber } from './cells.js';
import type { DecimalSign } from './decimal-sign.js';
import { sameCells } from './header.js';
import type { CsvRecord } from './records.js';
import { areValues, isValueLike } from './value-like.js';
import { writtenNumber } from './written-number.js';

const maxFooterLines = 30;
const namedExamples = 2;
const sampleRows = 200;
/** A word in more than this share of rows is an ordinary value. */
const maxTotals = 3;
const maxTotalsShare = 0.05;
const minRowsOfSum = 5;
/** How far the sum may be from an estimate based on the first rows. */
const roughTolerance = 0.9;
/** Totals are often of rounded numbers. */
const totalsTolerance = 0.002;

const totalsWord =
  /^(?:(?:grand|sub)?[ -]?total(?:s|e|es)?|sum|summe|gesamt(?:summe)?|insgesamt|zwischensumme|somme|suma|totale|합계|총계|소계|총합계?|누계|계|合計|総計|小計|总计)\s*[:：]?$/i;
const meansWord =
  /^(?:mean|average|avg\.?|mittelwert|durchschnitt|moyenne|promedio|media|평균|平均)\s*[:：]?$/i;

export interface Trimmed {
  readonly body: readonly CsvRecord[];
  readonly notes: Pick<ReadingNotes, 'headersRepeated' | 'totals' | 'footer'>;
}

export function trimBody(
  records: readonly CsvRecord[],
  header: readonly string[] | undefined,
  width: number,
  decimal: DecimalSign,
): Trimmed {
  const rows = records.filter((record) => !isComment(record, width));
  const once = header ? rows.filter(({ cells }) => !sameCells(cells, header)) : rows;
  const repeated = rows.length - once.length;
  const values = valueColumns(once, width);
  const named = once.filter((record) => isTotals(record, values));
  // A frequent word is an ordinary value: "average" among "low" and "high".
  const areTotals = named.length <= Math.max(maxTotals, maxTotalsShare * once.length);
  const namedTotals = new Set(areTotals ? named : []);
  const totals: CsvRecord[] = [];
  const notes: CsvRecord[] = [];
  let end = once.length;
  for (; end > 0 && once.length - end < maxFooterLines; end -= 1) {
    const record = once[end - 1];
    if (!record) break;
    if (namedTotals.has(record)) totals.unshift(record);
    else if (isFooter(record, values, width)) notes.unshift(record);
    else break;
  }
  let body = once.slice(0, end);
  const last = body.at(-1);
  if (last && totals.length === 0 && isSumOf(last, body.slice(0, -1), values, decimal)) {
    totals.push(last);
    body = body.slice(0, -1);
  }
  const between = body.filter((record) => namedTotals.has(record));
  if (between.length > 0) {
    totals.unshift(...between);
    body = body.filter((record) => !namedTotals.has(record));
  }
  return {
    body,
    notes: {
      ...(repeated > 0 && { headersRepeated: repeated }),
      ...(totals.length > 0 && {
        totals: totals.map((record) => shown(totalsWordOf(record)) || nameOf(record)),
      }),
      ...(notes.length > 0 && {
        footer: { lines: notes.length, examples: notes.slice(0, namedExamples).map(nameOf) },
      }),
    },
  };
}

/** `# …` between rows, or the `|---|---|` line of a Markdown table. */
function isComment({ cells }: CsvRecord, width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const isNote = cells.length < width && (filled[0] ?? '').trimStart().startsWith('#');
  return isNote || (filled.length > 1 && filled.every((cell) => /^\s*:?-{3,}:?\s*$/.test(cell)));
}

/** Numeric or date columns. */
function valueColumns(body: readonly CsvRecord[], width: number): number[] {
  const sample = body.slice(0, sampleRows);
  return Array.from({ length: width }, (_, column) => column).filter((column) =>
    areValues(sample.map(({ cells }) => cells[column] ?? '')),
  );
}

function nameOf({ cells }: CsvRecord): string {
  return shown(cells.find((cell) => cell.trim() !== '') ?? '');
}

/** A row labelled as a total in its first text, with a number beside it. */
function isTotals(record: CsvRecord, values: readonly number[]): boolean {
  return (
    totalsWordOf(record) !== '' && values.some((column) => isValueLike(record.cells[column] ?? ''))
  );
}

/** The label in one of the first two cells, as the first may be a row number. Empty if there is none. */
function totalsWordOf({ cells }: CsvRecord): string {
  let filled = 0;
  for (const cell of cells) {
    const word = cleaned(cell);
    if (word === '') continue;
    if (!isValueLike(word)) return totalsWord.test(word) || meansWord.test(word) ? word : '';
    filled += 1;
    if (filled === 2) break;
  }
  return '';
}

/** Text where all other rows have numbers, with another number of cells. */
function isFooter({ cells }: CsvRecord, values: readonly number[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first = ''] = filled;
  if (isMissing(first) || isValueLike(first)) return false;
  if (filled.length === 1 && cells.length < width) return true;
  const hasValues = values.some((column) => isValueLike(cells[column] ?? ''));
  const isSparse = filled.length <= Math.max(1, Math.floor(width / 2));
  if (values.length > 0 && !hasValues && (cells.length !== width || isSparse)) {
    return values.some((column) => !isMissing(cells[column] ?? '')) || filled.length === 1;
  }
  const words = values.filter((column) => !isMissing(cells[column] ?? ''));
  // A sentence with as many commas as a row.
  if (!hasValues && values.length > 1 && words.length === values.length) {
    return !words.every((column) => meansNoNumber(cells[column] ?? ''));
  }
  return values.includes(0) && cells.length !== width && first === cells[0];
}

/** Every number of the last row is the sum of those above it, and a text is missing. */
function isSumOf(
  { cells }: CsvRecord,
  above: readonly CsvRecord[],
  values: readonly number[],
  decimal: DecimalSign,
): boolean {
  if (above.length < minRowsOfSum) return false;
  const number = (record: readonly string[], column: number): number =>
    writtenNumber(cleaned(record[column] ?? ''), decimal)?.value ?? 0;
  const sum = (records: readonly CsvRecord[], column: number): number =>
    records.reduce((total, { cells }) => total + number(cells, column), 0);
  const filled = values.filter((column) => !isMissing(cells[column] ?? ''));
  const isWhole = cells.every((cell) => cell.trim() !== '');
  const isNear = (column: number, expected: number, tolerance: number): boolean =>
    expected !== 0 && Math.abs(number(cells, column) - expected) <= tolerance * Math.abs(expected);
  // Estimate from the first rows, to avoid summing all of them where it cannot match.
  const first = above.slice(0, sampleRows);
  const growth = above.length / first.length;
  return (
    filled.length >= (isWhole ? 2 : 1) &&
    filled.every((column) => isNear(column, sum(first, column) * growth, roughTolerance)) &&
    filled.every((column) => isNear(column, sum(above, column), totalsTolerance))
  );
}
