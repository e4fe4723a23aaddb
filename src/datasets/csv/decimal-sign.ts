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
const pointThreeDigits = /^[1-9]\d{0,2}\.\d{3}$/;

/** The number of a cell with signs and a unit around it. */
const core = /^[^\d.,]{0,6}([.,]?\d[\d.,]*)[^\d.,]{0,15}$/;
/** Between digits, where another sign stands before the decimals anyway. */
const spacedThousands = /(?<=\d)[\s'’](?=\d{3})/g;
/** So many cells of a column are enough to know its sign. */
const enoughCells = 200;

/** @param separator of the file's cells: a comma between them is rarely one within them */
export function decimalSignOf(
  rows: readonly (readonly string[])[],
  separator: string,
): DecimalSign {
  const votes = { ',': 0, '.': 0 };
  const open: number[] = [];
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const { comma, point, threeDigits } = signsIn(rows, column);
    if (comma !== point) votes[comma > point ? ',' : '.'] += 1;
    else if (threeDigits) open.push(column);
  }
  if (votes[','] !== votes['.']) return votes[','] > votes['.'] ? ',' : '.';
  // Where such files come from, 1.234 beside 987 is a thousand, unless there is 1234 as well.
  const areThousands = open.some(
    (column) => hasCell(rows, column, /^\d{1,3}$/) && !hasCell(rows, column, /^\d{4,}$/),
  );
  return separator !== ',' && (votes[','] > 0 || areThousands) ? ',' : '.';
}

function signsIn(
  rows: readonly (readonly string[])[],
  column: number,
): { comma: number; point: number; threeDigits: boolean } {
  let [comma, point, threeDigits] = [0, 0, false];
  for (const row of rows) {
    const cell = row[column] ?? '';
    if (!cell.includes(',') && !cell.includes('.')) continue;
    const number = core.exec(cell.replace(spacedThousands, '').trim())?.[1];
    if (number === undefined) continue;
    if (onlyDecimalComma.test(number)) comma += 1;
    else if (onlyDecimalPoint.test(number)) point += 1;
    else threeDigits ||= pointThreeDigits.test(number);
    if (comma + point >= enoughCells) break;
  }
  return { comma, point, threeDigits };
}

function hasCell(rows: readonly (readonly string[])[], column: number, form: RegExp): boolean {
  return rows.some((row) => form.test(row[column] ?? ''));
}
