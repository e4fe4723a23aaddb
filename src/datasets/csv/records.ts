/**
 * Cuts text into records of cells. Made here because a fault must name the line where it begins. csv-parse
 * 7 names the last line of the file for a quote that was never closed, says nothing of one that a later
 * quote closed, and takes three times as long. papaparse 5 is as fast, but takes the quotes of `"a", "b, c"`
 * for text, each space for a separator, and does not tell a doubled quote from one that opens a cell.
 */
import { UserError } from '../../errors.js';
import { maxCellChars } from './limits.js';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Line in the file on which the record begins, from 1. */
  readonly line: number;
}

/** How the cells of a file stand beside each other. */
export interface Dialect {
  readonly separator: ',' | ';' | '\t' | '|' | ' ';
  readonly quote: '"' | "'";
}

/**
 * Records one after another, those without any text left out.
 * @param text with `\n` as its only line end
 * @throws UserError when a quote is never closed, naming the line where it stands
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

/** Any number of spaces is one separator; elsewhere each counts. */
function split(line: string, separator: Dialect['separator']): string[] {
  return separator === ' ' ? line.trim().split(/ +/) : line.split(separator);
}

/** One record in which quotes stand; it may go over several lines. */
class QuotedRecord {
  readonly cells: string[] = [];
  /** Of the text, behind the record. */
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

  /** Reads the cell at `end`; whether another follows it. */
  #cell(): boolean {
    const { text, dialect } = this;
    const { separator, quote } = dialect;
    let start = this.end;
    while (text[start] === ' ' || (separator !== '\t' && text[start] === '\t')) start += 1;
    // Excel's ="00123", which keeps it from becoming a number, is the text in quotes.
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

  /** A quote inside that is neither doubled nor the last of the cell is text, unless it seems to open a cell. */
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

  /** Behind the spaces that may follow a closing quote, or −1 where the cell goes on. */
  #closed(at: number): number {
    let end = at;
    if (this.dialect.separator !== ' ') while (this.text[end] === ' ') end += 1;
    return this.#endsCell(end) ? end : -1;
  }

  /** @throws UserError where the cell has swallowed rows, as one does whose quote was never closed */
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
