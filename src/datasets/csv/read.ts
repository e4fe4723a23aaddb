/** Reads a CSV file into a table. */
import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../../errors.js';
import type { Table } from '../table.js';
import { isMissing, toNumber } from './cells.js';
import { decodeText } from './decode.js';
import { detectDelimiter } from './delimiter.js';
import { maxCellChars, maxCsvColumns, maxCsvRows, refuseLargeFile } from './limits.js';
import { columnNames } from './names.js';

interface CsvRecord {
  readonly cells: readonly string[];
  /** Line in the file on which the record ends, from 1. */
  readonly line: number;
}

/**
 * Comma, semicolon or tab between cells, the first line naming the columns; quoted cells may hold
 * any of them and line breaks. Rows that end early have gaps at their end.
 * @throws UserError when the bytes are no such table or exceed the limits, naming why and where
 */
export function readCsv(bytes: Uint8Array): Table {
  refuseLargeFile(bytes.length);
  const text = decodeText(bytes);
  const delimiter = detectDelimiter(text);
  const [header] = records(text, delimiter, 1);
  if (!header) throw new UserError('error.csvEmpty');
  const width = header.cells.length;
  if (width > maxCsvColumns) {
    throw new UserError('error.csvTooManyColumns', { columns: width, max: maxCsvColumns });
  }
  if (width < 2) throw new UserError('error.csvOneColumn');
  if (header.cells.every((cell) => toNumber(cell) !== undefined)) {
    throw new UserError('error.csvNoHeader');
  }
  // One record past the limit tells that the limit is exceeded, without reading on.
  const body = records(text, delimiter, maxCsvRows + 2).slice(1);
  if (body.length === 0) throw new UserError('error.csvHeaderOnly');
  if (body.length > maxCsvRows) throw new UserError('error.csvTooManyRows', { max: maxCsvRows });
  return {
    columns: columnNames(header.cells),
    rows: body.map((record) => fitted(record, width)),
  };
}

function records(text: string, delimiter: string, count: number): CsvRecord[] {
  const found: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: maxCsvColumns * maxCellChars,
      to: count,
      on_record: (cells, { lines }) => {
        found.push({ cells, line: lines });
        return null;
      },
    });
    return found;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UserError('error.csvBroken', { line: lineOf(error) });
  }
}

function lineOf(error: CsvError): number {
  const line: unknown = error.lines;
  return typeof line === 'number' ? line : 1;
}

/** The row's cells, as many as there are columns. */
function fitted({ cells, line }: CsvRecord, width: number): readonly string[] {
  if (cells.some((cell) => cell.length > maxCellChars)) {
    throw new UserError('error.csvLongCell', { line, max: maxCellChars });
  }
  const extra = cells.slice(width);
  if (!extra.every((cell) => isMissing(cell))) {
    throw new UserError('error.csvLongRow', { line, cells: cells.length, columns: width });
  }
  return [
    ...cells.slice(0, width),
    ...Array.from({ length: width - cells.length + extra.length }, () => ''),
  ];
}
