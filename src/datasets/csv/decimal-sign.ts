/**
 * Which sign stands before decimals. It belongs to the file, not to a column: where one column has
 * `0,125`, the `1.234` of another is 1234.
 */

export type DecimalSign = '.' | ',';

/** Forms that only one of the two signs allows, here for `,` before decimals. */
const onlyDecimalComma =
  /^(?:0,\d+|\d*,\d{1,2}|\d*,\d{4,}|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,})$/;
const onlyDecimalPoint =
  /^(?:0\.\d+|\d*\.\d{1,2}|\d*\.\d{4,}|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,})$/;
/** 1234 or 1.234: either sign allows it. */
const threeDigits = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** The number of a cell with signs and a unit around it. */
const core = /^[^\d.,]{0,6}([.,]?\d[\d.,]*)[^\d.,]{0,15}$/;
/** Between digits, where another sign stands before the decimals anyway. */
const spacedThousands = /(?<=\d)[\s'’](?=\d{3})/g;
/** So many cells of a column are enough to know its sign. */
const enoughCells = 200;
/** One `5.000.000` among hundreds of `76,657` is a slip. */
const minTellingShare = 0.02;

export interface FoundDecimalSign {
  readonly decimal: DecimalSign;
  /** A cell that the other sign would make another number of, where nothing in the file decides. */
  readonly open?: string;
}

/** @param separator of the file's cells: a comma between them is rarely one within them */
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
  // Where such files come from, 1.234 beside 987 is a thousand, unless there is 1234 as well.
  const grouped = open.filter(
    ({ column }) => hasCell(rows, column, /^\d{1,3}$/) && !hasCell(rows, column, /^\d{4,}$/),
  );
  const thousands = grouped.find(({ cell }) => cell.includes('.'));
  if (votes[','] > 0 || thousands) return { decimal: ',' };
  // Semicolons are used where a comma may stand before decimals; other signs say nothing.
  const [unclear] = separator === ';' && grouped.length === 0 ? open : [];
  return { decimal: '.', ...(unclear && { open: unclear.cell }) };
}

/** How many cells speak for a sign, how many for either, and the first of those. */
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
