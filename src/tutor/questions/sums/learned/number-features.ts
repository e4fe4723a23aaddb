/**
 * A number of a question as the learned reader sees it: the words around it, alone and in pairs, how it is
 * written and how large it is, which equations it fits with the others, and what the written rules take it
 * for. A rule is one voice among others here.
 */
import { hashOf, type Features } from '../../chooser/features.js';
import type { FoundNumber, MarkedText } from '../numbers.js';
import type { Part } from '../roles.js';
import { stemsOf, tokensOf } from './tokens.js';

/** What the rules say of a number, and how loudly. */
export interface RuledPart {
  readonly part: Part;
  readonly score: number;
}

/** Words this near count by their place, others by their side. */
const BY_PLACE = [-3, -2, -1, 1, 2, 3];
/** No word farther from a number says what it is. */
const REACH = 8;
const FAR = 12;

/** @returns for each number its features */
export function numberFeatures(
  { text, numbers }: MarkedText,
  ruled: readonly RuledPart[],
): readonly Features[] {
  const tokens = tokensOf(text);
  const places = tokens.flatMap((token, place) => (token === '#' ? [place] : []));
  const values = numbers.map(({ value }) => value);
  return numbers.map((number, index) => {
    const found = new Map<number, number>();
    const add = (...features: readonly string[]): void => {
      for (const feature of features) found.set(hashOf(feature), 1);
    };
    const place = places[index] ?? 0;
    const around = (offset: number): string => tokens[place + offset] ?? '';
    for (const offset of BY_PLACE) add(...stemsOf(around(offset)).map((one) => `${offset} ${one}`));
    add(`- ${around(-1)} + ${around(1)}`, `+ ${around(1)} ${around(2)}`);
    add(`- ${around(-2)} ${around(-1)}`, `++ ${around(1)} ${around(2)} ${around(3)}`);
    add(`-- ${around(-3)} ${around(-2)} ${around(-1)}`);
    const [before, behind] = [places[index - 1] ?? -1, places[index + 1] ?? tokens.length];
    tokens.forEach((token, at) => {
      add(`in ${token}`);
      if (at < place && at > before && place - at <= REACH)
        add(...stemsOf(token).map((one) => `left ${one}`));
      if (at > place && at < behind && at - place < REACH)
        add(...stemsOf(token).map((one) => `right ${one}`));
      if (at < before && place - at <= FAR) add(`far left ${token}`);
      if (at > behind && at - place < FAR) add(`far right ${token}`);
    });
    add(...looksOf(number, index, numbers));
    add(...fitting(values, index).map((fit) => `${fit} ${number.form}`));
    const rule = ruled[index];
    if (rule) add(`rule ${rule.part}`, `rule ${rule.part} ${Math.round(rule.score / 2)}`);
    return found;
  });
}

function looksOf(
  { form, value, done, isNegative }: FoundNumber,
  index: number,
  numbers: readonly FoundNumber[],
): readonly string[] {
  const counts = numbers
    .flatMap((other) => (other.form === 'count' ? [other.value] : []))
    .sort((a, b) => b - a);
  return [
    `${form} ${magnitude(value)}`,
    `value ${value}`,
    `power of two ${value >= 2 && Number.isInteger(Math.log2(value))}`,
    `number ${index}`,
    `of ${numbers.length}`,
    `rank ${counts.indexOf(value)} of ${counts.length}`,
    `after ${numbers[index - 1]?.form}`,
    `before ${numbers[index + 1]?.form}`,
    ...(isNegative ? ['negative'] : []),
    `full ${done === undefined ? 'no' : done === value}`,
  ];
}

/** In half powers of ten. */
const magnitude = (value: number): number => (value <= 0 ? 0 : Math.round(Math.log10(value) * 2));

/** Equations of this trade that the number satisfies with two others. */
function fitting(values: readonly number[], index: number): readonly string[] {
  const value = values[index] ?? 0;
  const fits = new Set<string>();
  const others = values.filter((_other, at) => at !== index);
  others.forEach((one, at) => {
    if (one === value) fits.add('same');
    others.forEach((two, other) => {
      if (at === other) return;
      if (two > 1 && Math.ceil(one / two) === value) fits.add('quotient');
      if (one * two === value) fits.add('product');
      if (two > 0 && two < 1 && Math.abs(one * (1 - two) - value) <= 1) fits.add('rest');
      if (one > 1 && two > 1 && Math.ceil(value / one) === two) fits.add('divided');
      if (two > 1 && one < value && Math.ceil(one / value) === two) fits.add('divides');
    });
  });
  return [...fits];
}
