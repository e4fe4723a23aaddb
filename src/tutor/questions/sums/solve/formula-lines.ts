/** A formula as a beginner is told it: the result, the formula with their numbers, and what else those give. */
import type { Text } from '../../../../content/text.js';
import { hasMessage, type Translator } from '../../../../content/translator.js';
import { decimal } from '../sentences.js';
import type { Say, Worked } from './formula.js';
import { alongside } from './formulas.js';

/** Three digits that say something: 18.667, 0.0902, 0.00729. */
function readable(value: number, t: Translator): string {
  const size = Math.floor(Math.log10(Math.abs(value)));
  return decimal(value, t, size < -1 && value !== 0 ? Math.min(2 - size, 20) : 3);
}

const asPercent = (share: number, t: Translator): string => `${decimal(100 * share, t, 2)}%`;

/** A paragraph each; the first opens with the result. */
export function formulaLines(worked: Worked, t: Translator): readonly Text[] {
  const { formula, given, results, how, params = {} } = worked;
  const plain = (value: number): string => decimal(value, t, 6);
  const of = given.isPercent ? (value: number): string => asPercent(value, t) : plain;
  const isKept = formula.keepsUnit && given.isPercent;
  const say: Say = { of, plain };
  const others = alongside(worked)
    .map(
      (other) =>
        `${other.formula.name ?? ''} ${other.results.map((one) => readable(one, t)).join(', ')}`,
    )
    .join(', ');
  return [
    t.text(formula.words, {
      result: results.map((one) => (isKept ? asPercent(one, t) : readable(one, t))).join(', '),
      percent: results.map((one) => asPercent(one, t)).join(', '),
      how: how(say),
      ...params,
    }),
    ...(others === '' ? [] : [t.text('sum.formula.also', { others })]),
  ];
}

/** The numbers that it was given, with what each is: “weight 0.8”. */
export function givenLists({ used, given }: Worked, t: Translator): readonly string[] {
  return used.map((role) => {
    const key = `sum.formula.of.${role}`;
    if (!hasMessage(key)) throw new Error(`No message ${key}`);
    return t.plain(key, { value: (given[role] ?? []).map((one) => decimal(one, t, 6)).join(', ') });
  });
}
