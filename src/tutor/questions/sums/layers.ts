/** Dense layers as people write them, from the inputs to the outputs: 11-6-6-1. */

const chain = /(?<![\d.,-])\d{1,5}(?:\s?(?:-|→|->|–|=>)\s?\d{1,5}){2,}(?![\d%]|[.,]\d)/;
const dense = /dense\s?\(?\s?(?:units\s?=\s?)?(\d+)/g;
const inputs =
  /(?:input_?shape|shape|input)\s?=?\s?\(+\s?(?:none,\s?)?(\d+)|input_?dim\s?=\s?(\d+)|(\d+) ?(?:개의? ?)?(?:inputs?|input (?:features?|columns?|neurons?|units?)|features?|columns?|입력|특성|열|피처)|(?:inputs?|입력(?:층)?|features|특성)(?:이|은|는|가)? ?(?:=|:|of )?\s?(\d+)/;
const units =
  /(\d+) ?(?:개의? ?)?(?:(?:hidden|output|은닉|출력)(?:층)?(?: ?(?:units?|neurons?|nodes?|layer|유닛|뉴런|노드))?|units?|neurons?|outputs?|nodes?|유닛|뉴런|노드)|(?:hidden(?: layers?)?|은닉(?:층)?|outputs?|출력(?:층)?|units?|유닛|뉴런)(?:이|은|는|가|에|의)? ?(?:=|:|of |with |has )?\s?(\d+(?:\s?(?:,|and|와|과|랑|-)\s?\d+)*)/g;
const then = /then (\d+)/g;

const spelled: Readonly<Record<string, string>> = {
  ...{
    one: '1',
    a: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    eight: '8',
    ten: '10',
  },
  ...{ 하나: '1', 한: '1', 두: '2', 세: '3', 네: '4' },
};
const counts = Object.keys(spelled).join('|');
const counted = new RegExp(
  `(?<![\\p{L}\\d])(${counts}) ?(?=(?:개의? ?)?(?:hidden (?!layer(?!s? (?:of|with)))|inputs?|outputs?|output layer|neurons?|units?|은닉|출력|입력))`,
  'gu',
);
/** “Two hidden layers of 6”, “6개짜리 은닉층 2개”. */
const alike =
  /(\d) (?:hidden |dense )?layers? (?:of|with|each with) (\d+)(?: ?(?:units?|neurons?|nodes?))?(?: each)?|은닉층 ?(?:이 ?)?(\d) ?개(?:에|가|는|이|의)? ?(?:각각 ?)?(\d+) ?(?:개|유닛|뉴런)?(?:씩|짜리)?|(\d+) ?(?:개|유닛|뉴런)?(?: ?짜리|씩)(?:인)? ?은닉층 ?(?:이 ?)?(\d) ?개/g;

/** “One hidden layer” of which nobody says how many units it has. */
const only =
  /(?<![\p{L}\d])(?:one|an?|1|single) hidden layer(?!s| ?(?:of|with))|은닉층 ?(?:이 ?|은 ?)?(?:하나|1 ?개|한 ?개)(?!씩)/gu;

/** With each of several layers that are alike on its own. */
function spelledOut(text: string): string {
  return text
    .replace(only, ' hidden ')
    .replace(counted, (_all, count: string) => `${spelled[count] ?? count} `)
    .replace(alike, (_all, ...found: (string | undefined)[]) => {
      const [many, units, manyKorean, unitsKorean, unitsFirst, manyLast] = found;
      const times = Number(many ?? manyKorean ?? manyLast);
      return ` hidden ${Array<string>(times)
        .fill(units ?? unitsKorean ?? unitsFirst ?? '')
        .join(', ')} `;
    });
}

export interface MarkedLayers {
  /** The text without them. */
  readonly text: string;
  /** Empty where there are none. */
  readonly layers: readonly number[];
}

export function markLayers(text: string): MarkedLayers {
  const written = chain.exec(text)?.[0];
  if (written !== undefined) {
    const layers = written.split(/\D+/).map(Number);
    return { text: text.replace(chain, ' '), layers };
  }
  const spelt = spelledOut(text);
  const first = inputs.exec(spelt);
  const input = Number(first?.slice(1).find((digits: string | undefined) => digits !== undefined));
  if (!first || !(input >= 1)) return { text, layers: [] };
  const without = spelt.replace(inputs, ' ');
  const isCode = /dense\s?\(?\s?\d/.test(without);
  const found = [
    ...without.matchAll(isCode ? dense : units),
    ...(isCode ? without.matchAll(then) : []),
  ].flatMap(([, one, other]) => (one ?? other ?? '').split(/\D+/).map(Number));
  if (found.length === 0) return { text, layers: [] };
  const rest = without.replace(isCode ? dense : units, ' ').replace(isCode ? then : /$^/, ' ');
  return { text: rest, layers: [input, ...found] };
}
