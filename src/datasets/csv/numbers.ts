/** A column's numbers, with their unit, if any. */
import { shown } from '../../content/shown.js';
import type { OddCells, Unit } from '../../runs/dataset.js';
import { cleaned, isMissing, meansNoNumber } from './cells.js';
import type { DecimalSign } from './decimal-sign.js';
import { unitsOf } from './units.js';
import { type WrittenNumber, plainNumber, writtenNumber } from './written-number.js';

/** Minimum share of numbers among non-empty cells; the others become gaps. */
const minNumberShare = 0.95;
/** Cells that explicitly say "no value" may be more. */
const minNumberShareOfAll = 0.5;
const namedExamples = 3;
/** Sample size to detect text columns without parsing every cell. */
const sampleCells = 1000;

export interface NumberCells {
  /** NaN for gaps. */
  readonly values: Float64Array;
  readonly unit?: Unit;
  readonly odd?: OddCells;
}

/** `undefined` if too few cells are numbers. */
export function readNumbers(
  cells: readonly string[],
  decimal: DecimalSign,
): NumberCells | undefined {
  return (
    plainNumbers(cells, decimal) ??
    plainNumbers(cells, decimal === '.' ? ',' : '.') ??
    unitNumbers(cells, decimal)
  );
}

/** Fast path for the usual case: only plain numbers. */
function plainNumbers(cells: readonly string[], decimal: DecimalSign): NumberCells | undefined {
  const values = new Float64Array(cells.length);
  for (const [row, cell] of cells.entries()) {
    const value = isMissing(cell) ? Number.NaN : plainNumber(cell.trim(), decimal);
    if (value === undefined) return undefined;
    values[row] = value;
  }
  return { values };
}

function unitNumbers(cells: readonly string[], decimal: DecimalSign): NumberCells | undefined {
  const numberOf = numbersByCell(decimal);
  if (!areNumbersLikely(cells, numberOf)) return undefined;
  const written = cells.map(numberOf);
  const units = unitsOf(written);
  const values = new Float64Array(cells.length).fill(Number.NaN);
  const odd: string[] = [];
  let [count, silent] = [0, 0];
  for (const [row, number] of written.entries()) {
    const cell = cells[row] ?? '';
    if (number && units.accepts(number)) {
      count += 1;
      values[row] = number.value * units.scaleOf(number);
    } else if (!isMissing(cell)) {
      odd.push(cell);
      if (meansNoNumber(cell)) silent += 1;
    }
  }
  const present = count + odd.length;
  if (count < minNumberShare * (present - silent)) return undefined;
  if (count === 0 || count < minNumberShareOfAll * present) return undefined;
  const { unit } = units;
  return { values, ...(unit && { unit }), ...(odd.length > 0 && { odd: oddCells(odd) }) };
}

/** Cells repeat, and parsing one costs more than a cache lookup. */
function numbersByCell(decimal: DecimalSign): (cell: string) => WrittenNumber | undefined {
  const known = new Map<string, WrittenNumber | undefined>();
  return (cell) => {
    if (known.has(cell)) return known.get(cell);
    const number = isMissing(cell) ? undefined : writtenNumber(cleaned(cell), decimal);
    known.set(cell, number);
    return number;
  };
}

/** Whether a sample from all over the column could be numeric. */
function areNumbersLikely(
  cells: readonly string[],
  numberOf: (cell: string) => WrittenNumber | undefined,
): boolean {
  const step = Math.max(1, Math.floor(cells.length / sampleCells));
  const sample = cells.filter((cell, row) => row % step === 0 && !isMissing(cell));
  const numbers = sample.filter((cell) => numberOf(cell) !== undefined);
  return sample.length < sampleCells / 2 || numbers.length > sample.length / 4;
}

export function oddCells(cells: readonly string[]): OddCells {
  const examples: string[] = [];
  for (const cell of cells) {
    const text = shown(cell) || '?';
    if (!examples.includes(text)) examples.push(text);
    if (examples.length === namedExamples) break;
  }
  return { count: cells.length, examples };
}
