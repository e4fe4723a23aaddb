/** A column's unit: one, none, or thousands and millions. */
import { shown } from '../../content/shown.js';
import type { Unit } from '../../runs/dataset.js';
import type { WrittenNumber } from './written-number.js';

/** Minimum share of numbers with the unit. */
const minUnitShare = 0.5;

export interface Units {
  readonly unit?: Unit;
  /** Accepts numbers with the column's unit or none: two units in one column cannot be compared. */
  accepts(number: WrittenNumber): boolean;
  /** The factor to multiply the number by. */
  scaleOf(number: WrittenNumber): number;
}

/** `500K` next to `1.2M`: magnitudes rather than units. */
const scales: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
]);

export function unitsOf(written: readonly (WrittenNumber | undefined)[]): Units {
  const numbers = written.filter((number) => number !== undefined);
  const prefixes = countedBy(numbers, ({ prefix }) => prefix);
  const suffixes = countedBy(numbers, ({ suffix }) => suffix);
  const prefix = mostFrequent(prefixes, numbers.length);
  const keys = new Map([...suffixes.keys()].map((suffix) => [suffix, suffixKey(suffix)]));
  const keyOf = ({ suffix }: WrittenNumber): string => keys.get(suffix) ?? '';
  const accepted = new Set(['', prefix.trim()]);
  const hasUsualPrefix = (number: WrittenNumber): boolean =>
    number.prefix === '' || accepted.has(number.prefix.trim());
  const different = new Set([...keys.values()].filter((key) => key !== ''));
  if (different.size > 1 && [...different].every((key) => scales.has(key))) {
    return {
      ...(prefix !== '' && { unit: { prefix: shownUnit(prefix) } }),
      accepts: hasUsualPrefix,
      scaleOf: (number) => scales.get(keyOf(number)) ?? 1,
    };
  }
  const suffix = mostFrequent(suffixes, numbers.length);
  const usual = suffixKey(suffix);
  const unit = {
    ...(prefix !== '' && { prefix: shownUnit(prefix) }),
    ...(suffix !== '' && { suffix: shownUnit(suffix) }),
  };
  return {
    ...(Object.keys(unit).length > 0 && { unit }),
    accepts: (number) =>
      hasUsualPrefix(number) && (number.suffix === '' || keyOf(number) === usual),
    scaleOf: () => 1,
  };
}

/** Normalizes units: `kg`, ` kg` and ` Kg.` are the same, and so are `day` and `days`. */
function suffixKey(suffix: string): string {
  const key = suffix.trim().toLowerCase().replace(/\.$/, '');
  return key.length > 2 ? key.replace(/s$/, '') : key;
}

function countedBy(
  numbers: readonly WrittenNumber[],
  textOf: (number: WrittenNumber) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const number of numbers) {
    const text = textOf(number);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** The unit of at least half of the numbers, in its most common spelling; or nothing. */
function mostFrequent(counts: ReadonlyMap<string, number>, numbers: number): string {
  const [best] = [...counts].filter(([text]) => text !== '').sort((a, b) => b[1] - a[1]);
  return best && numbers - (counts.get('') ?? 0) >= minUnitShare * numbers ? best[0] : '';
}

/** Keeps the space between number and unit, which `shown` would strip. */
function shownUnit(unit: string): string {
  const inner = shown(unit);
  return `${unit.startsWith(' ') ? ' ' : ''}${inner}${unit.endsWith(' ') ? ' ' : ''}`;
}
