/** A derivation as a beginner is told it: the result and its formula, then where its numbers came from. */
import { plain, type Text } from '../../../../content/text.js';
import {
  hasMessage,
  type MessageKey,
  type MessageParams,
  type Translator,
} from '../../../../content/translator.js';
import { decimal, duration } from '../sentences.js';
import { isRange, type Value } from './equation.js';
import type { Applied, Derivation } from './solve.js';
import { measureOf, type Unknown } from './unknowns.js';

/** A paragraph each. What was taken for granted comes last. */
export function derivationLines(
  { wanted, value, applied }: Derivation,
  t: Translator,
): readonly Text[] {
  const told = applied.filter(({ equation }) => equation.told !== undefined).toReversed();
  const result = resultText(wanted, value, t);
  const lines = told.map((step, index) => {
    const how = howParams(step, applied, t);
    const { note } = step.equation;
    return [
      ...(index === 0
        ? [...result, ...t.text('sum.solve.how', how)]
        : t.text('sum.solve.then', {
            ...how,
            result: plain(resultText(step.equation.gives, step.value, t)),
          })),
      ...(note === undefined
        ? []
        : [
            { text: ' ' },
            ...t.text(note, { ...step.numbers, ...(isRange(step.value) && rangeParams(step)) }),
          ]),
    ];
  });
  const assumed = applied.flatMap(({ equation: { gives, assumes }, value: taken }) =>
    assumes === undefined || isRange(taken) ? [] : [t.text(assumes, { [gives]: taken })],
  );
  const isMeasured = ['time', 'rate'].includes(measureOf(wanted));
  return [...lines, ...assumed, ...(isMeasured ? [t.text('sum.solve.about')] : [])];
}

/** The numbers that it was given, with what each is: “4,200 rows”. */
export function givenNumbers({ applied, used }: Derivation, t: Translator): readonly string[] {
  return [...used].flatMap((unknown) => {
    const value = applied.find(({ numbers }) => numbers[unknown] !== undefined)?.numbers[unknown];
    return value === undefined ? [] : [t.plain(keyOf('of', unknown), wordsFor(unknown, value, t))];
  });
}

/** Of several batch sizes, the one that leaves no row over, else 0. */
function rangeParams({ numbers: { trainRows = 0, steps = 0 }, value }: Applied): MessageParams {
  const even = steps > 0 && trainRows % steps === 0 ? trainRows / steps : 0;
  return { ...(isRange(value) && value), even };
}

function resultText(unknown: Unknown, value: Value, t: Translator): Text {
  if (!isRange(value)) return t.text(keyOf('is', unknown), wordsFor(unknown, value, t));
  const { from, to } = value;
  if (unknown !== 'batch') return t.text('sum.solve.is.rows.range', { from, to });
  if (to === Infinity) return t.text('sum.solve.is.batch.from', { from });
  return t.text('sum.solve.is.batch.range', { from, to });
}

/** A name in a formula, `#` for the bare number. */
const name = /#?[a-z]+/gi;

/** The formula with its numbers, and how its result was rounded. */
function howParams(
  { equation: { told = '', from, exact }, numbers, value }: Applied,
  applied: readonly Applied[],
  t: Translator,
): { readonly how: string; readonly exact: string; readonly rounding: string } {
  const how = told.replace(name, (found) => {
    if (found === 'second') return duration(1000, t);
    const unknown = found.replace('#', '') as Unknown;
    const number = numbers[unknown] ?? 0;
    return found.startsWith('#')
      ? decimal(number, t)
      : t.plain(keyOf('of', saidAs(unknown, applied)), wordsFor(unknown, number, t));
  });
  const before = isRange(value) ? undefined : exact?.(...from.map((one) => numbers[one] ?? 0));
  if (before === undefined || isRange(value) || Math.abs(before - value) < 1e-9)
    return { how, exact: '', rounding: 'none' };
  // 10,000 × (1 − 0.8) is 1,999.9999999999998 to a computer, which Keras rounds down.
  const short = decimal(before, t);
  const isWhole = short === decimal(Math.round(before), t);
  return {
    how,
    exact: isWhole ? decimal(before, t, 13) : short,
    rounding: value > before ? 'up' : 'down',
  };
}

/** A number that only got another name is told by its first one: rows of which all train are just rows. */
function saidAs(unknown: Unknown, applied: readonly Applied[]): Unknown {
  const { equation } = applied.find((one) => one.equation.gives === unknown) ?? {};
  const [other] = equation?.told === undefined ? (equation?.from ?? []) : [];
  return other === undefined ? unknown : saidAs(other, applied);
}

function wordsFor(unknown: Unknown, value: number, t: Translator): MessageParams {
  switch (measureOf(unknown)) {
    case 'share':
      return { value: decimal(value, t, 4), percent: decimal(100 * value, t, 2) };
    case 'time':
      return { value: duration(value, t) };
    case 'rate':
      return { value: decimal(Number(value.toPrecision(4)), t) };
    case 'count':
      return { value, ...(unknown === 'bytes' ? sizeOf(value, t) : {}) };
  }
}

function sizeOf(bytes: number, t: Translator): MessageParams {
  const unit = bytes >= 1e9 ? 'GB' : bytes >= 1e6 ? 'MB' : bytes >= 1e3 ? 'kB' : 'B';
  return { unit, size: decimal(bytes / { GB: 1e9, MB: 1e6, kB: 1e3, B: 1 }[unit], t, 1) };
}

/** @throws Error where the table tells of a number that has no words: a fault of ours, found by tests. */
function keyOf(form: 'is' | 'of', unknown: Unknown): MessageKey {
  const key = `sum.solve.${form}.${unknown}`;
  if (!hasMessage(key)) throw new Error(`No message ${key}`);
  return key;
}
