/**
 * Splits text into records of cells. Our own, because an error must name the line where it starts. csv-parse
 * 7 names the file's last line for a quote that was never closed, does not report one that a later
 * quote closes, and takes three times as long. papaparse 5 is as fast, but reads the quotes in `"a", "b, c"`
 * as text, each space as a separator, and cannot distinguish a doubled quote from one that opens a cell.
 */
import { UserError } from '../../errors.js';
import { maxCellChars } from './limits.js';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** The line in the file on which the record starts, from 1. */
  readonly line: number;
}

/** A file's cell format. */
export interface Dialect {
  readonly separator: ',' | ';' | '\t' | '|' | ' ';
  readonly quote: '"' | "'";
}

/**
 * Yields records one after another, skipping empty ones.
 * @param text with only `\n` as line ends
 * @throws UserError when a quote is never closed, naming its line
 */
export function* recordsOf(text: string, dialect: Dialect): Generator<CsvRecord, void, undefined> {
  let line = 1;
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const whole = text.slice(at, end);
    if (whole.includes(dialect.quote)) {
      const quoted = new QuotedRecord(text, at, line, dialect);
      if (quoted.cells.some(hasText)) yield { cells: quoted.cells, line };
      at = quoted.end + 1;
      line += quoted.lines;
    } else {
      const cells = split(whole, dialect.separator);
      if (cells.some(hasText)) yield { cells, line };
      at = end + 1;
      line += 1;
    }
  }
}

function hasText(cell: string): boolean {
  return cell !== '' && cell.trim() !== '';
}

/** Several spaces are one separator; any other separator counts each time. */
function split(line: string, separator: Dialect['separator']): string[] {
  return separator === ' ' ? line.trim().split(/ +/) : line.split(separator);
}

/** A record with quotes, which may span several lines. */
class QuotedRecord {
  readonly cells: string[] = [];
  /** The position after the record. */
  end: number;
  lines = 1;

  constructor(
    private readonly text: string,
    start: number,
    private readonly line: number,
    private readonly dialect: Dialect,
  ) {
    this.end = start;
    for (let more = true; more;) {
      more = this.#cell();
    }
  }

  /** Reads the cell at `end`. @returns whether another follows */
  #cell(): boolean {
    const { text, dialect } = this;
    const { separator, quote } = dialect;
    let start = this.end;
    while (text[start] === ' ' || (separator !== '\t' && text[start] === '\t')) start += 1;
    // Excel's ="00123", which keeps the text from becoming a number, is the text in quotes.
    const opening = text[start] === '=' && text[start + 1] === quote ? start + 1 : start;
    if (text[opening] === quote) this.#quotedCell(opening);
    else this.#plainCell(separator === ' ' ? start : this.end);
    if (text[this.end] !== separator) return false;
    this.end += 1;
    if (separator !== ' ') return true;
    while (text[this.end] === ' ') this.end += 1;
    return this.end < text.length && text[this.end] !== '\n';
  }

  #plainCell(start: number): void {
    let end = start;
    while (end < this.text.length && !this.#endsCell(end)) end += 1;
    this.cells.push(this.text.slice(start, end));
    this.end = end;
  }

  #endsCell(at: number): boolean {
    const char = this.text[at];
    return char === this.dialect.separator || char === '\n' || char === undefined;
  }

  /** A quote inside a cell that is neither doubled nor its end is text, unless it seems to open a cell. */
  #quotedCell(opening: number): void {
    const { text, dialect } = this;
    const openedOn = this.line + this.lines - 1;
    const parts: string[] = [];
    let [from, opensCell] = [opening + 1, false];
    for (;;) {
      const at = text.indexOf(dialect.quote, from);
      const behind = at < 0 ? -1 : this.#closed(at + 1);
      if (at < 0) throw new UserError('error.csvBroken', { line: openedOn });
      if (behind >= 0) {
        parts.push(text.slice(from, at));
        this.end = behind;
        break;
      }
      const doubled = text[at + 1] === dialect.quote;
      opensCell ||= !doubled && text[at - 1] === dialect.separator;
      parts.push(text.slice(from, at + 1));
      from = at + (doubled ? 2 : 1);
    }
    const cell = parts.join('');
    this.#addQuoted(cell, openedOn, opensCell);
  }

  /** The position after any spaces following a closing quote, or −1 if the cell continues. */
  #closed(at: number): number {
    let end = at;
    if (this.dialect.separator !== ' ') while (this.text[end] === ' ') end += 1;
    return this.#endsCell(end) ? end : -1;
  }

  /** @throws UserError if the cell has swallowed rows, as happens when its quote was never closed */
  #addQuoted(cell: string, line: number, opensCell: boolean): void {
    if (cell.includes('\n')) {
      const breaks = cell.split('\n');
      const { separator } = this.dialect;
      const usual = this.cells.length;
      const rows = breaks.slice(1, -1).filter((inner) => split(inner, separator).length > usual);
      const swallowed = rows.length > 1 && rows.length === breaks.length - 2 && separator !== ' ';
      if (opensCell || swallowed || cell.length > maxCellChars) {
        throw new UserError('error.csvBroken', { line });
      }
      this.lines += breaks.length - 1;
    }
    this.cells.push(cell);
  }
}
