/** A column's numbers, with the unit that may stand beside them. */
import { shown } from '../../content/shown.js';
import type { OddCells, Unit } from '../../runs/protocol.js';
import { cleaned, isMissing, meansNoNumber } from './cells.js';
import type { DecimalSign } from './decimal-sign.js';
import { type WrittenNumber, plainNumber, writtenNumber } from './written-number.js';

/** Of the cells that hold something, this share must be numbers; the others are gaps. */
const minNumberShare = 0.95;
/** Cells that say "no number" in so many words may be more. */
const minNumberShareOfAll = 0.5;
/** A unit stands beside most numbers, or it is none. */
const minUnitShare = 0.5;
const namedExamples = 3;
/** As `keyOf` gives it. */
const noUnit = '\n';

export interface NumberCells {
  /** NaN where there is none. */
  readonly values: Float64Array;
  readonly unit?: Unit;
  readonly odd?: OddCells;
}

/** `undefined` where too few cells are numbers. */
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

/** The usual case: numbers and nothing else. */
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
  const written = cells.map((cell) =>
    isMissing(cell) ? undefined : writtenNumber(cleaned(cell), decimal),
  );
  const numbers = written.filter((number) => number !== undefined);
  const scale = scalesOf(numbers);
  const accepted = acceptedUnits(numbers);
  const values = new Float64Array(cells.length).fill(Number.NaN);
  const odd: string[] = [];
  let [count, silent] = [0, 0];
  for (const [row, number] of written.entries()) {
    const cell = cells[row] ?? '';
    if (number && (scale || accepted.has(keyOf(number)))) {
      count += 1;
      values[row] = number.value * (scale?.get(suffixKey(number.suffix)) ?? 1);
    } else if (!isMissing(cell)) {
      odd.push(cell);
      if (meansNoNumber(cell)) silent += 1;
    }
  }
  const present = count + odd.length;
  if (count < minNumberShare * (present - silent)) return undefined;
  if (count === 0 || count < minNumberShareOfAll * present) return undefined;
  const unit = unitOf(numbers, scale !== undefined);
  return { values, ...(unit && { unit }), ...(odd.length > 0 && { odd: oddCells(odd) }) };
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

/** `kg`, ` kg` and ` Kg.` are one unit, and so are `day` and `days`. */
function suffixKey(suffix: string): string {
  const key = suffix.trim().toLowerCase().replace(/\.$/, '');
  return key.length > 2 ? key.replace(/s$/, '') : key;
}

function keyOf({ prefix, suffix }: WrittenNumber): string {
  if (prefix === '' && suffix === '') return noUnit;
  return `${prefix.trim().toLowerCase()}\n${suffixKey(suffix)}`;
}

/** The column's unit, and no unit; two units in one column cannot be compared. */
function acceptedUnits(numbers: readonly WrittenNumber[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(keyOf(number), (counts.get(keyOf(number)) ?? 0) + 1);
  const units = [...counts].filter(([key]) => key !== noUnit).sort((a, b) => b[1] - a[1]);
  const [unit] = units;
  const isUnit = unit !== undefined && unit[1] >= minUnitShare * numbers.length;
  return new Set(isUnit ? [noUnit, unit[0]] : [noUnit]);
}

/** `500K` beside `1.2M`: parts of one number rather than its unit. */
const scales: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
]);

function scalesOf(numbers: readonly WrittenNumber[]): ReadonlyMap<string, number> | undefined {
  const keys = new Set<string>();
  for (const { suffix } of numbers) {
    keys.add(suffixKey(suffix));
    if (keys.size > scales.size) return undefined;
  }
  const prefixes = new Set(numbers.slice(0, 1000).map(({ prefix }) => prefix.trim()));
  const isMixed = [...keys].filter((key) => key !== '').length > 1;
  const fits = [...keys].every((key) => scales.has(key)) && prefixes.size <= 2;
  return isMixed && fits ? scales : undefined;
}

function unitOf(numbers: readonly WrittenNumber[], scaled: boolean): Unit | undefined {
  const prefix = mostFrequent(numbers.map((number) => number.prefix));
  const suffix = scaled ? '' : mostFrequent(numbers.map((number) => number.suffix));
  if (prefix === '' && suffix === '') return undefined;
  return {
    ...(prefix !== '' && { prefix: shownUnit(prefix) }),
    ...(suffix !== '' && { suffix: shownUnit(suffix) }),
  };
}

/** Keeps the space between number and unit, which `shown` would take off. */
function shownUnit(unit: string): string {
  const inner = shown(unit);
  return `${unit.startsWith(' ') ? ' ' : ''}${inner}${unit.endsWith(' ') ? ' ' : ''}`;
}

/** What stands beside at least half of the numbers, as most of them have it; or nothing. */
function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const empty = counts.get('') ?? 0;
  const [best] = [...counts].filter(([text]) => text !== '').sort((a, b) => b[1] - a[1]);
  return best && texts.length - empty >= minUnitShare * texts.length ? best[0] : '';
}
