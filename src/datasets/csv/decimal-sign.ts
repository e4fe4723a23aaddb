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
  let thousands = false;
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const found = signsIn(rows, column);
    if (found.comma > found.point) votes[','] += 1;
    else if (found.point > found.comma) votes['.'] += 1;
    else thousands ||= found.threeDigits > 0 && found.smallIntegers > 0 && found.larger === 0;
  }
  if (votes[','] !== votes['.']) return votes[','] > votes['.'] ? ',' : '.';
  // 987 and 1.234 in one column, and no other decimals: thousands, where such files come from.
  const european = separator === ';' || separator === '\t';
  return european && (votes[','] > 0 || thousands) ? ',' : '.';
}

interface Signs {
  comma: number;
  point: number;
  threeDigits: number;
  smallIntegers: number;
  larger: number;
}

function signsIn(rows: readonly (readonly string[])[], column: number): Signs {
  const found: Signs = { comma: 0, point: 0, threeDigits: 0, smallIntegers: 0, larger: 0 };
  for (const row of rows) {
    const cell = row[column] ?? '';
    const isPlain = !cell.includes(',') && !cell.includes('.');
    if (isPlain && found.threeDigits === 0) {
      if (/^\d{1,3}$/.test(cell)) found.smallIntegers += 1;
      else if (/^\d{4,}$/.test(cell)) found.larger += 1;
    }
    if (isPlain) continue;
    const number = core.exec(cell.replace(spacedThousands, '').trim())?.[1];
    if (number === undefined) continue;
    if (onlyDecimalComma.test(number)) found.comma += 1;
    else if (onlyDecimalPoint.test(number)) found.point += 1;
    else if (pointThreeDigits.test(number)) found.threeDigits += 1;
    if (found.comma + found.point >= enoughCells) break;
  }
  return found;
}
