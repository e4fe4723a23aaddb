/** What stands beside a column's numbers: one unit, none, or thousands and millions. */
import { shown } from '../../content/shown.js';
import type { Unit } from '../../runs/dataset.js';
import type { WrittenNumber } from './written-number.js';

/** A unit stands beside most numbers, or it is none. */
const minUnitShare = 0.5;

export interface Units {
  readonly unit?: Unit;
  /** Numbers of the column's unit, or without any: two units in one column cannot be compared. */
  accepts(number: WrittenNumber): boolean;
  /** What the number is to be multiplied with. */
  scaleOf(number: WrittenNumber): number;
}

/** `500K` beside `1.2M`: parts of one number rather than its unit. */
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

/** `kg`, ` kg` and ` Kg.` are one unit, and so are `day` and `days`. */
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

/** What stands beside at least half of the numbers, as most of them have it; or nothing. */
function mostFrequent(counts: ReadonlyMap<string, number>, numbers: number): string {
  const [best] = [...counts].filter(([text]) => text !== '').sort((a, b) => b[1] - a[1]);
  return best && numbers - (counts.get('') ?? 0) >= minUnitShare * numbers ? best[0] : '';
}

/** Keeps the space between number and unit, which `shown` would take off. */
function shownUnit(unit: string): string {
  const inner = shown(unit);
  return `${unit.startsWith(' ') ? ' ' : ''}${inner}${unit.endsWith(' ') ? ' ' : ''}`;
}
