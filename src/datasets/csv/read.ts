/** Reads a CSV file into a table. */
import { UserError } from '../../errors.js';
import { shown } from '../../content/shown.js';
import type { ReadingNotes } from '../../runs/dataset.js';
import type { Table } from '../table.js';
import { isMissing } from './cells.js';
import { decimalSignOf } from './decimal-sign.js';
import { decodeText } from './decode.js';
import { findDialect } from './dialect.js';
import { trimBody } from './footer.js';
import { findHeader } from './header.js';
import { maxCellChars, maxCsvColumns, maxCsvRows, refuseLargeFile } from './limits.js';
import { columnNames } from './names.js';
import { type CsvRecord, type Dialect, recordsOf } from './records.js';

/** Titles, totals and notes are in the file, but are not rows of the table. */
const maxOtherLines = 100;

/**
 * Comma, semicolon, tab, bar or spaces between cells, with or without a header line;
 * quoted cells may contain separators and line breaks. Short rows are padded with gaps.
 * @throws UserError when the bytes are not such a table or exceed the limits, saying why and where
 */
export function readCsv(bytes: Uint8Array): Table {
  refuseLargeFile(bytes.length);
  const decoded = decodeText(bytes);
  const text = decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  const dialect = findDialect(text);
  if (dialect.width > 1) refuseWidth(dialect.width);
  const records = readRecords(text, dialect, dialect.skip);
  if (records.length === 0) throw new UserError('error.csvEmpty');
  const { header, body, above } = findHeader(records, dialect.width);
  const width = header?.cells.length ?? dialect.width;
  refuseWidth(width);
  if (body.length === 0) throw new UserError('error.csvHeaderOnly');
  const { decimal, open } = decimalSignOf(
    body.map(({ cells }) => cells),
    dialect.separator,
  );
  const trimmed = trimBody(body, header?.cells, width, decimal);
  if (trimmed.body.length === 0) throw new UserError('error.csvHeaderOnly');
  if (trimmed.body.length > maxCsvRows) {
    throw new UserError('error.csvTooManyRows', { max: maxCsvRows });
  }
  const linesAbove = above + dialect.skip;
  const notes: ReadingNotes = {
    encoding: decoded.encoding,
    ...(decoded.guessed && { encodingGuessed: true }),
    ...(decoded.isUnlikely && { encodingUnlikely: true }),
    separator: dialect.separator,
    decimal,
    ...(open !== undefined && { decimalGuessed: shown(open) }),
    ...(dialect.quote === "'" && { quote: dialect.quote }),
    ...(linesAbove > 0 && { linesAbove }),
    ...(!header && { headerMissing: true }),
    ...trimmed.notes,
  };
  return {
    columns: columnNames(header?.cells ?? Array.from({ length: width }, () => '')),
    rows: trimmed.body.map((record) => fitted(record, width)),
    notes,
  };
}

/** @throws UserError before more is kept than the limits allow */
function readRecords(text: string, dialect: Dialect, skip: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  const body = skip > 0 ? text.slice(text.indexOf('\n') + 1) : text;
  for (const { cells, line } of recordsOf(body, dialect)) {
    records.push({ cells, line: line + skip });
    if (records.length > maxCsvRows + maxOtherLines) {
      throw new UserError('error.csvTooManyRows', { max: maxCsvRows });
    }
  }
  return records;
}

function refuseWidth(width: number): void {
  if (width > maxCsvColumns) {
    throw new UserError('error.csvTooManyColumns', { columns: width, max: maxCsvColumns });
  }
  if (width < 2) throw new UserError('error.csvOneColumn');
}

/** The row's cells, padded to the number of columns. */
function fitted({ cells, line }: CsvRecord, width: number): readonly string[] {
  if (cells.some((cell) => cell.length > maxCellChars)) {
    throw new UserError('error.csvLongCell', { line, max: maxCellChars });
  }
  if (cells.length === width) return cells;
  const extra = cells.slice(width);
  if (!extra.every((cell) => isMissing(cell))) {
    throw new UserError('error.csvLongRow', { line, cells: cells.length, columns: width });
  }
  return [
    ...cells.slice(0, width),
    ...Array.from({ length: width - cells.length + extra.length }, () => ''),
  ];
}
