/** Finds out what stands between a file's cells and around them. */
import { type CsvRecord, type Dialect, recordsOf } from './records.js';
import { UserError } from '../../errors.js';

/** In this order where two fit as well: semicolons stand between cells more often than in each row's texts. */
const separators = ['\t', ';', '|', ',', ' '] as const;

/** Enough of the text to tell; the rest need not be walked through. */
const sampleChars = 100_000;
const sampleRecords = 200;
/** Spaces stand in texts as well, so nearly every line must agree. */
const minSpaceAgreement = 0.95;

export interface FoundDialect extends Dialect {
  /** Cells that most records have. */
  readonly width: number;
  /** Lines to skip: 1 where the first says `sep=;`. */
  readonly skip: 0 | 1;
}

/** The dialect in which the most records have the same number of cells, two at least. */
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

/** How many of the records agree on their number of cells; none when that number is 1. */
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
      // Comments need not have the table's cells.
      if (!record.cells[0]?.startsWith('#')) found.push(record);
      if (found.length === sampleRecords) break;
    }
  } catch (error) {
    // The sample may end within a quoted cell.
    if (!(error instanceof UserError)) throw error;
  }
  return found;
}

/** Single quotes are quotes where they stand around every name of the header. */
function quoteOf(sample: string, separator: Dialect['separator']): Dialect['quote'] {
  const header =
    sample.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const names = header.split(separator === ' ' ? / +/ : separator).map((name) => name.trim());
  const named = names.filter((name) => name !== '');
  return named.length > 1 && named.every((name) => /^'.+'$/.test(name)) ? "'" : '"';
}
