/**
 * Detects the decimal sign. It is a property of the file, not of a column: if one column has
 * `0,125`, `1.234` in another is 1234.
 */

export type DecimalSign = '.' | ',';

/** Forms that are only possible with one sign, here with a decimal comma. */
const onlyDecimalComma =
  /^(?:0,\d+|\d*,\d{1,2}|\d*,\d{4,}|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,})$/;
const onlyDecimalPoint =
  /^(?:0\.\d+|\d*\.\d{1,2}|\d*\.\d{4,}|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,})$/;
/** 1234 or 1.234: ambiguous. */
const threeDigits = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Matches the number in a cell with a sign and a unit around it. */
const core = /^[^\d.,]{0,6}([.,]?\d[\d.,]*)[^\d.,]{0,15}$/;
/** Other thousands separators, next to which the decimal sign is unambiguous. */
const spacedThousands = /(?<=\d)[\s'’](?=\d{3})/g;
/** How many cells of a column are sampled. */
const enoughCells = 200;
/** A single `5.000.000` among hundreds of `76,657` is a typo. */
const minTellingShare = 0.02;

export interface FoundDecimalSign {
  readonly decimal: DecimalSign;
  /** An example of a cell that the other sign would read differently, if the file is ambiguous. */
  readonly open?: string;
}

/** @param separator the file's separator: if it is a comma, cells rarely contain one */
export function decimalSignOf(
  rows: readonly (readonly string[])[],
  separator: string,
): FoundDecimalSign {
  const votes = { ',': 0, '.': 0 };
  const open: { readonly column: number; readonly cell: string }[] = [];
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const { comma, point, either, cell } = signsIn(rows, column);
    const isTelling = Math.max(comma, point) >= minTellingShare * either;
    if (comma !== point && isTelling) votes[comma > point ? ',' : '.'] += 1;
    else if (cell !== undefined) open.push({ column, cell });
  }
  if (votes[','] !== votes['.']) return { decimal: votes[','] > votes['.'] ? ',' : '.' };
  if (separator === ',') return { decimal: '.' };
  // In such files, 1.234 next to 987 means thousands, unless 1234 occurs as well.
  const grouped = open.filter(
    ({ column }) => hasCell(rows, column, /^\d{1,3}$/) && !hasCell(rows, column, /^\d{4,}$/),
  );
  const thousands = grouped.find(({ cell }) => cell.includes('.'));
  if (votes[','] > 0 || thousands) return { decimal: ',' };
  // Semicolons are used where the comma is the decimal sign; other separators say nothing.
  const [unclear] = separator === ';' && grouped.length === 0 ? open : [];
  return { decimal: '.', ...(unclear && { open: unclear.cell }) };
}

/** How many cells require the sign, how many are ambiguous, and the first of those. */
function signsIn(
  rows: readonly (readonly string[])[],
  column: number,
): { comma: number; point: number; either: number; cell?: string } {
  let [comma, point, either] = [0, 0, 0];
  let cell: string | undefined;
  for (const row of rows) {
    const text = row[column] ?? '';
    if (!text.includes(',') && !text.includes('.')) continue;
    const number = core.exec(text.replace(spacedThousands, '').trim())?.[1];
    if (number === undefined) continue;
    if (onlyDecimalComma.test(number)) comma += 1;
    else if (onlyDecimalPoint.test(number)) point += 1;
    else if (threeDigits.test(number)) {
      either += 1;
      cell ??= number;
    }
    if (comma + point >= enoughCells) break;
  }
  return { comma, point, either, ...(cell !== undefined && { cell }) };
}

function hasCell(rows: readonly (readonly string[])[], column: number, form: RegExp): boolean {
  return rows.some((row) => form.test(row[column] ?? ''));
}
