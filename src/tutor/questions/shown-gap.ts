/**
 * “Train 99, val 71”, “val_acc is higher than acc”: which of the two is the larger. Words alone are the
 * same for both directions.
 */
import type { Topic } from '../../content/topics.js';

/** Such a share less is what one expects of rows that were not trained on. */
const SMALL = 0.04;

const set = String.raw`(?: ?(?:데이터|data|set|용))?`;
const training = `(?:train(?:ing)?|학습|훈련|트레인)${set}`;
const unseen = `(?:val(?:idation)?|test(?:ing)?|검증|테스트|시험)${set}`;
const accuracy = String.raw`[ _]?(?:acc(?:uracy)?|정확도)`;
const loss = String.raw`[ _]?(?:loss|손실|로스)`;

interface Measure {
  /** Its name on training rows, and on rows that were not trained on. */
  readonly training: string;
  readonly unseen: string;
  readonly trainingLarger: Topic;
  readonly trainingLittleLarger: Topic;
  readonly unseenLarger: Topic;
}

/** `loss` alone is that of the training rows, beside a `val_loss`. */
const measures: readonly Measure[] = [
  {
    training: `(?<!(?:${unseen})[ _]?)(?:${training})?${loss}`,
    unseen: `${unseen}${loss}`,
    trainingLarger: 'valBetter',
    trainingLittleLarger: 'valBetter',
    unseenLarger: 'valLossHigher',
  },
  {
    training: `(?<!(?:${unseen})[ _]?)(?:${training}(?:${accuracy})?|(?<![a-z_])acc(?:uracy)?|정확도)`,
    unseen: `${unseen}(?:${accuracy})?`,
    trainingLarger: 'testLower',
    trainingLittleLarger: 'smallGap',
    unseenLarger: 'valBetter',
  },
];

const be = String.raw`(?:에서는|에서|에선|에는|으로|이|가|은|는|\s?(?:is|was|are|of|at|around|about|only|=|:))*`;
const value = String.raw`${be}\s?(?:약 ?)?(\d+(?:\.\d+)?)`;
const valueBefore = String.raw`(?<![\d.])(\d+(?:\.\d+)?)%? (?:on|in|for) (?:the |my )?`;
const larger = String.raw`(?:\w+ )?(?:higher|greater|larger|bigger|above|better|over)(?: than)?|>`;
const smaller = String.raw`(?:\w+ )?(?:lower|smaller|less|below|worse|under)(?: than)?|<`;
const largerKorean = '(?:더 )?(?:높|크|큰|커|좋)';
const smallerKorean = '(?:더 )?(?:낮|작|나쁘|나빠|안 ?좋)';

/** @param text as `normalText` gives it */
export function shownGap(text: string): Topic | undefined {
  for (const measure of measures) {
    const unseenIs = comparedAs(text, measure);
    if (unseenIs === 'larger') return measure.unseenLarger;
    if (unseenIs === 'little smaller') return measure.trainingLittleLarger;
    if (unseenIs === 'smaller') return measure.trainingLarger;
  }
  return undefined;
}

function comparedAs(
  text: string,
  { training: known, unseen: other }: Measure,
): 'larger' | 'little smaller' | 'smaller' | undefined {
  const says = (pattern: string): boolean => new RegExp(`(?<![a-z_])${pattern}`, 'u').test(text);
  const numberFor = (name: string): number => {
    const found =
      new RegExp(`${valueBefore}${name}`, 'u').exec(text) ??
      new RegExp(`(?<![a-z_])${name}${value}`, 'u').exec(text);
    return Number(found?.[1]);
  };
  const [ofKnown, ofOther] = [numberFor(known), numberFor(other)];
  if (ofOther !== ofKnown && !Number.isNaN(ofOther + ofKnown)) {
    if (ofOther > ofKnown) return 'larger';
    return ofKnown - ofOther <= SMALL * ofKnown ? 'little smaller' : 'smaller';
  }
  const than = (one: string, how: string, second: string): string =>
    `${one}${be} ?(?:${how}) (?:the )?${second}`;
  const boda = (one: string, how: string, second: string): string =>
    `${one}${be} ?${second} ?보다 ?${how}|(?<![a-z_])${second} ?보다 ?${one}${be} ?${how}`;
  const isLarger =
    says(than(other, larger, known)) ||
    says(than(known, smaller, other)) ||
    says(boda(other, largerKorean, known)) ||
    says(boda(known, smallerKorean, other));
  if (isLarger) return 'larger';
  const isSmaller =
    says(than(other, smaller, known)) ||
    says(than(known, larger, other)) ||
    says(boda(other, smallerKorean, known)) ||
    says(boda(known, largerKorean, other));
  return isSmaller ? 'smaller' : undefined;
}
