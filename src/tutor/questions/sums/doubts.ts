/**
 * What a sum leaves open about the numbers of its question: those that no role explains, and those that
 * have one by their looks alone. They are said beside the sum, so that the asker can put them right.
 */
import { plain, type Text } from '../../../content/text.js';
import type { Translator } from '../../../content/translator.js';
import type { Reading } from './reading.js';
import type { Amounts, Part } from './roles.js';

/** Or, where a sum follows from one reading of the numbers among others, that reading. */
export type Doubts = LeftOpen | { readonly readAs: (t: Translator) => Text };

interface LeftOpen {
  /** Counts that the sum does without. */
  readonly left: readonly number[];
  /** The number that was taken for rows, and the one for batch_size. */
  readonly rows: number | undefined;
  readonly batch: number | undefined;
}

/** What looks like rows or a batch_size weighs less than this; a word for it weighs more. */
const BY_LOOKS = 1.5;

/**
 * @param amounts the numbers that the sum is worked with
 * @param answer the sum in words
 * @returns undefined where every number is accounted for
 */
export function doubtsOf(
  { text, parts, others, bars, made, scales, amounts: read }: Reading,
  amounts: Amounts,
  answer: () => readonly Text[],
): Doubts | undefined {
  const shape = shapeIn(text);
  const byLooks = (role: Part & keyof Amounts): number | undefined =>
    parts.find(
      ({ part, score, number }) =>
        part === role &&
        score < BY_LOOKS &&
        number.value === amounts[role] &&
        number.value !== shape[0],
    )?.number.value;
  const [rows, batch] = [byLooks('rows'), byLooks('batch')];
  if (others.length === 0 && rows === undefined && batch === undefined) return undefined;
  const known = new Set([
    ...Object.values({ ...read, ...amounts, ...scales }).flat(),
    ...bars.flatMap(({ done, total }) => [done, total]),
    ...(made?.parts ?? []),
    ...near(numbersOf(answer())),
    ...shape,
  ]);
  const left = [...new Set(others)].filter((value) => !known.has(value));
  if (left.length === 0 && rows === undefined && batch === undefined) return undefined;
  return { left, rows, batch };
}

/** In front of the sum. */
export function doubtWords(doubts: Doubts, t: Translator): Text {
  if ('readAs' in doubts) return doubts.readAs(t);
  const { left, rows, batch } = doubts;
  const count = (value: number): string => new Intl.NumberFormat(t.locale).format(value);
  return t.text('ask.doubt', {
    taken: `${rows === undefined ? '' : 'r'}${batch === undefined ? '' : 'b'}` || 'none',
    rows: rows ?? 0,
    batch: batch ?? 0,
    left: left.map(count).join(', '),
    some: left.length > 0 ? 'yes' : 'no',
  });
}

/** “x.shape is (8000, 28, 28)”: the rows, and the sizes of each. */
function shapeIn(text: string): readonly number[] {
  const [sizes = ''] = /\(\d+(?:, ?\d+)+,? ?\)/.exec(text) ?? [];
  return [...sizes.matchAll(/\d+/g)].map(Number);
}

function numbersOf(lines: readonly Text[]): readonly number[] {
  const written = lines.map(plain).join(' ');
  return [...written.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) =>
    Number(digits.replaceAll(',', '')),
  );
}

/** Who asks “76 or 77?” names both; one of them is the answer. */
function near(numbers: readonly number[]): readonly number[] {
  return numbers.flatMap((number) => [number - 1, number, number + 1]);
}
