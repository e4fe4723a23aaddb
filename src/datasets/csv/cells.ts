/** What a cell's text means: a gap, a number, or neither. */

/** Spellings of "no value" that spreadsheets, R, pandas and SQL leave behind, in lower case. */
const missingMarkers = new Set(['', '-', '?', 'na', 'n/a', '#n/a', 'nan', 'null']);

export function isMissing(cell: string): boolean {
  return missingMarkers.has(cell.trim().toLowerCase());
}

/** Larger values would overflow when squared for the standard deviation. */
const maxMagnitude = 1e100;

/** `1234.5`, `-1e-3`, and `1,234.5` with commas between thousands. */
const pointNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** The same where the decimal sign is a comma: `1234,5` and `1.234,5`. */
const commaNumber = /^[+-]?(?:\d{1,3}(?:\.\d{3})+(?:,\d*)?|\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i;

type Convention = (cell: string) => number | undefined;

const withPoint: Convention = (cell) =>
  pointNumber.test(cell) ? bounded(Number(cell.replaceAll(',', ''))) : undefined;

const withComma: Convention = (cell) =>
  commaNumber.test(cell) ? bounded(Number(cell.replaceAll('.', '').replace(',', '.'))) : undefined;

function bounded(value: number): number | undefined {
  return Math.abs(value) <= maxMagnitude ? value : undefined;
}

/** One cell on its own, written the English way; `undefined` when it is not a number. */
export function toNumber(cell: string): number | undefined {
  return withPoint(cell.trim());
}

/**
 * A column's numbers, NaN where a cell is missing; `undefined` when a cell is neither. The decimal
 * sign is decided for the whole column: a point, or, where that does not fit every cell, a comma.
 */
export function toNumbers(cells: readonly string[]): Float64Array | undefined {
  return convert(cells, withPoint) ?? convert(cells, withComma);
}

function convert(cells: readonly string[], convention: Convention): Float64Array | undefined {
  const values = new Float64Array(cells.length);
  for (const [row, cell] of cells.entries()) {
    const value = isMissing(cell) ? Number.NaN : convention(cell.trim());
    if (value === undefined) return undefined;
    values[row] = value;
  }
  return values;
}
