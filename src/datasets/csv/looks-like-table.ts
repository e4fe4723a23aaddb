/** Distinguishes a table from other text when the file name does not. */
import { UserError } from '../../errors.js';
import { findDialect } from './dialect.js';
import { recordsOf, type CsvRecord } from './records.js';

/** Minimum: a header line and two rows. */
const minRecords = 3;
const sampleRecords = 200;
/** Comments and totals may surround the rows. */
const minShare = 0.8;

/** Whether nearly all lines have the same number of cells; if separated only by spaces, some must be numbers. */
export function looksLikeTable(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n');
  const { width, skip, ...dialect } = findDialect(lines);
  if (width < 2) return false;
  const records: CsvRecord[] = [];
  try {
    for (const record of recordsOf(lines, dialect)) {
      records.push(record);
      if (records.length === sampleRecords) break;
    }
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
  const rows = records.slice(skip);
  const alike = rows.filter(({ cells }) => cells.length === width);
  if (rows.length < minRecords || alike.length < minShare * rows.length) return false;
  const withNumbers = alike.filter(({ cells }) => cells.some((cell) => /^-?\d/.test(cell.trim())));
  return dialect.separator !== ' ' || withNumbers.length >= minShare * alike.length;
}
