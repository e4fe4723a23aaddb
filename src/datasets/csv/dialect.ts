/** Detects a file's separator and quote character. */
import { type CsvRecord, type Dialect, recordsOf } from './records.js';
import { UserError } from '../../errors.js';

/** Order of preference on ties: semicolons are separators more often than part of every row's text. */
const separators = ['\t', ';', '|', ',', ' '] as const;

/** Sample size: enough of the text to decide. */
const sampleChars = 100_000;
const sampleRecords = 200;
/** Spaces also occur in text, so nearly every line must agree. */
const minSpaceAgreement = 0.95;

export interface FoundDialect extends Dialect {
  /** The most common number of cells per record. */
  readonly width: number;
  /** Lines to skip: 1 if the first is `sep=;`. */
  readonly skip: 0 | 1;
}

/** The dialect in which the most records have the same number of cells, at least two. */
export function findDialect(text: string): FoundDialect {
  const told = /^"?sep=([,;\t|])"?[,;\t| ]*\n/i.exec(text)?.[1] as Dialect['separator'] | undefined;
  const skip = told === undefined ? 0 : 1;
  const body = told === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const sample = body.slice(0, sampleChars);
  const candidates = told === undefined ? separators : [told];
  const judged = candidates
    .map((separator) => ({ separator, quote: quoteOf(sample, separator) }))
    .map((dialect) => ({ ...dialect, ...agreement(recordsIn(sample, dialect)) }))
    .filter(({ separator, share }) => separator !== ' ' || share >= minSpaceAgreement);
  const best = judged.reduce((most, next) => (next.share > most.share ? next : most));
  if (best.share > 0)
    return { separator: best.separator, quote: best.quote, width: best.width, skip };
  return { separator: told ?? ',', quote: '"', width: 1, skip };
}

/** How many records agree on their number of cells; 0 if that number is 1. */
function agreement(records: readonly CsvRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let [width, most] = [1, 0];
  for (const [cells, count] of counts) {
    if (cells > 1 && count > most) [width, most] = [cells, count];
  }
  return { width, share: records.length === 0 ? 0 : most / records.length };
}

function recordsIn(sample: string, dialect: Dialect): CsvRecord[] {
  const found: CsvRecord[] = [];
  try {
    for (const record of recordsOf(sample, dialect)) {
      // Comments need not have the table's number of cells.
      if (!record.cells[0]?.startsWith('#')) found.push(record);
      if (found.length === sampleRecords) break;
    }
  } catch (error) {
    // The sample may end inside a quoted cell.
    if (!(error instanceof UserError)) throw error;
  }
  return found;
}

/** Single quotes count as quotes if they surround every name in the header. */
function quoteOf(sample: string, separator: Dialect['separator']): Dialect['quote'] {
  const header =
    sample.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const names = header.split(separator === ' ' ? / +/ : separator).map((name) => name.trim());
  const named = names.filter((name) => name !== '');
  return named.length > 1 && named.every((name) => /^'.+'$/.test(name)) ? "'" : '"';
}
