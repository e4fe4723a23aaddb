/** “Train 99, val 71”: which of the two is the better, told by the numbers beside their names. */
import type { Topic } from '../../content/topics.js';

const training = String.raw`(?:train(?:ing)?|학습|훈련|트레인)(?: ?(?:데이터|set|data|용))?`;
const unseen = String.raw`(?:val(?:idation)?|test(?:ing)?|검증|테스트|시험)(?: ?(?:데이터|set|data|용))?`;
const accuracy = String.raw`[ _]?(?:acc(?:uracy)?|정확도)`;
const loss = String.raw`[ _]?(?:loss|손실|로스)`;
/** Nothing else may stand between a name and its number. */
const value = String.raw`\s?(?:에서는|에서|에선|에는|으로|이|가|은|는|is|was|of|at|around|about|=|:)*\s?(?:약|is|about)?\s?(\d+(?:\.\d+)?)`;

interface Gap {
  readonly training: RegExp;
  readonly unseen: RegExp;
  readonly topics: { readonly trainingLarger: Topic; readonly unseenLarger: Topic };
}

const numberBehind = (name: string): RegExp => new RegExp(`(?<![a-z])${name}${value}`, 'u');
const gaps: readonly Gap[] = [
  {
    training: numberBehind(`(?:${training})${loss}`),
    unseen: numberBehind(`(?:${unseen})${loss}`),
    topics: { trainingLarger: 'valBetter', unseenLarger: 'valLossHigher' },
  },
  {
    training: numberBehind(`(?:${training}(?:${accuracy})?)`),
    unseen: numberBehind(`(?:${unseen}(?:${accuracy})?)`),
    topics: { trainingLarger: 'testLower', unseenLarger: 'valBetter' },
  },
];

/** @param text as `normalText` gives it */
export function shownGap(text: string): Topic | undefined {
  for (const { training: of, unseen: beside, topics } of gaps) {
    const [trained, other] = [of, beside].map((pattern) => Number(pattern.exec(text)?.[1]));
    if (trained === undefined || other === undefined) continue;
    if (trained > other) return topics.trainingLarger;
    if (other > trained) return topics.unseenLarger;
  }
  return undefined;
}
