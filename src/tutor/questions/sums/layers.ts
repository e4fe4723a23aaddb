/** Dense layers as people write them, from the inputs to the outputs: 11-6-6-1, `Dense(8), Dense(1)`, in words. */

export interface MarkedLayers {
  /** The text without them. */
  readonly text: string;
  /** Empty where there are none. */
  readonly layers: readonly number[];
  /** `use_bias=False`, or the same in words. */
  readonly isWithoutBias: boolean;
}

const chain = /(?<![\d.,-])\d{1,5}(?:\s?(?:-|→|->|–|=>)\s?\d{1,5}){2,}(?![\d%]|[.,]\d)/;
const withoutBias =
  /use_?bias(?: ?=| is)? ?false|bias ?= ?false|(?:no|w\/o|without(?: an?| any| the)?|zero|minus|turn(?:ed)? off(?: the)?) bias(?:es)?|bias(?:es)?,? (?:is |are )?(?:turned |switched |set )?(?:off|to false)|(?:bias|편향|바이어스)(?:는|은|이|가|를|을|도)? ?(?:없|빼|뺀|뺐|제외|안 ?쓰|안 ?씀|꺼|끄)/;

/** One of each, and small numbers in words: “a single sigmoid output”, “two hidden layers of 6”. */
const spelled: Readonly<Record<string, string>> = {
  ...{ one: '1', a: '1', an: '1', two: '2', three: '3', four: '4', five: '5', six: '6' },
  ...{ 'a single': '1', single: '1', eight: '8', ten: '10', 하나: '1', 한: '1', 두: '2' },
  ...{ 세: '3', 네: '4' },
};
const counts = Object.keys(spelled)
  .toSorted((one, other) => other.length - one.length)
  .join('|');
const activation = '(?:sigmoid|softmax|linear|relu|tanh|시그모이드|소프트맥스|렐루)';
const counted = new RegExp(
  `(?<![\\p{L}\\d])(${counts}) ?(?=(?:개의? ?)?(?:${activation} )?(?:hidden (?!layer(?!s? (?:of|with)))|inputs?(?! layer| of)|outputs?(?! (?:layer )?(?:of|with))|neurons?|units?|은닉|출력|입력))`,
  'gu',
);
const alike =
  /(\d) (?:hidden |dense )?layers? (?:of|with|each with) (\d+)(?: ?(?:units?|neurons?|nodes?))?(?: each)?|은닉층 ?(?:이 ?)?(\d) ?개(?:에|가|는|이|의)? ?(?:각각 ?)?(\d+) ?(?:개|유닛|뉴런)?(?:씩|짜리)?|(\d+) ?(?:개|유닛|뉴런)?(?: ?짜리|씩)(?:인)? ?은닉층 ?(?:이 ?)?(\d) ?개/g;
/** “One hidden layer” of which nobody says how many units it has. */
const only =
  /(?<![\p{L}\d])(?:one|an?|1|single) hidden layer(?!s| ?(?:of|with) (?!\d))|은닉층 ?(?:이 ?|은 ?)?(?:하나|1 ?개|한 ?개)(?!씩)/gu;

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
        .join(', hidden ')} `;
    });
}

const flattened =
  /flatten|unroll|일렬|1차원|한 ?줄로|펴서|펴고|펼쳐|펼친|펴면|mlp|fully[- ]connected|완전 ?연결|dense|neurons?|뉴런|유닛/;
const flattens = /flatten|unroll|일렬|1차원|한 ?줄로|펴서|펴고|펼쳐|펼친|펴면/;
const shape =
  /\(? ?(\d{1,4}) ?(?:[x*,]|by|곱하기) ?(\d{1,4})(?: ?(?:[x*,]|by|곱하기) ?(\d{1,4}))? ?,? ?\)?/g;
const spokenOf = /param|파라미터|매개 ?변수|weights?|가중치|bias|편향|connections?/;

/** “28x28” that is flattened is that many inputs. */
function flat(text: string): string {
  if (!flattened.test(text) || !spokenOf.test(text) || text.includes('conv')) return text;
  return text.replace(shape, (written, ...sides: (string | undefined)[]) => {
    const [one = '1', two = '1', three = '1'] = sides;
    const isShape =
      /\d ?(?:[x*]|by|곱하기) ?\d/.test(written) || (flattens.test(text) && written.includes('('));
    return isShape ? ` input ${Number(one) * Number(two) * Number(three)} ` : written;
  });
}

/** Classes are the outputs where no others are named. */
type Kind = 'input' | 'hidden' | 'output' | 'classes';
type Pattern = readonly [Kind, RegExp];

const n = String.raw`(\d{1,6})`;
/** “Hidden 6, 6”. */
const list = String.raw`(\d{1,6}(?:개?\s?(?:,|and|와|과|이?랑|-)\s?\d{1,5}(?![\d.%]))*)`;
const of = String.raw`(?: {0,2}(?:이|은|는|가|에|의|을|를))? {0,2}(?:=|:|of |with |has |is |are )?\s?\(?`;
const place = (source: string): RegExp => new RegExp(source, 'gu');
const after = String.raw`(?:units?|neurons?|nodes?|유닛|뉴런|노드)`;
const gets = String.raw`(?:takes?|gets?|receives?|accepts?|fed|on top of|after|comes after|from)(?: an?| in)?`;
const code: readonly Pattern[] = [
  [
    'input',
    place(
      `(?:input_?shape|shape|input|input_?size|in_features)\\s?=?\\s?\\(+\\s?(?:none,\\s?)?${n}|(?:input_?dim|in_features|input_?size)\\s?=\\s?${n}`,
    ),
  ],
  ['hidden', place(`(?<=linear\\s?\\(\\s?\\d{1,6}\\s?,\\s?)${n}`)],
  ['input', place(`linear\\s?\\(\\s?${n}(?=\\s?,)`)],
  ['hidden', place(`dense\\s?\\(?\\s?(?:units\\s?=\\s?)?${n}(?! ?(?:개 ?층|layers?))`)],
  ['output', place(`out_features\\s?=\\s?${n}`)],
];
const numberFirst: readonly Pattern[] = [
  [
    'output',
    place(
      `${n} ?(?:개의? ?|개짜리 ?)?(?:[- ]?(?:class(?:es)?|way) )?(?:${activation} )?(?:outputs?|out(?![a-z])(?! of)|output (?:layer|${after})|출력(?:층)?)(?: ?${after})?|${n} ?(?:개|가지)?(?:를|을|로)? ?(?:내보내|내놓|출력하)`,
    ),
  ],
  [
    'hidden',
    place(
      `${n}[- ]?(?:개의? ?|개짜리 ?)?(?:(?:hidden|은닉)(?:층)?(?: ?(?:${after}|layer))?|${after})(?: hidden(?: layer)?)?`,
    ),
  ],
  [
    'input',
    place(
      `${n} ?(?:개의? ?|개짜리 ?|-dimensional )?(?:[a-z]+ )?(?:inputs?|input (?:features?|columns?|${after})|features?|columns?|입력|특성|열(?!\\p{L})|피처|컬럼)|${n} in(?=,| and|$|\\))|${gets} ${n}(?: (?:numbers|values|pixels|inputs?|features?))?|${n} ?개(?:를|을|씩)? ?(?:받|넣)`,
    ),
  ],
];
const nameFirst: readonly Pattern[] = [
  [
    'output',
    place(
      `(?:outputs?|output layer|출력(?:층)?)(?: ?${activation})?${of}${n}(?: ?(?:classes|units?|neurons?|nodes?|유닛|뉴런))?`,
    ),
  ],
  ['hidden', place(`(?:hidden(?: layers?)?|은닉(?:층)?)${of}${list}(?: ?${after})?`)],
  [
    'input',
    place(
      `(?:inputs?(?: layer)?|입력(?:층)?|features|특성|피처|input of)${of}${n}(?: (?:numbers|values|pixels))?`,
    ),
  ],
  ['hidden', place(`${after}${of}${list}`)],
];
const classes: Pattern = [
  'classes',
  place(`${n} ?(?:개의? ?)?(?:classes|categories|클래스)|(?:classes|categories|클래스)${of}${n}`),
];
const name =
  /inputs?|hidden|outputs?|units?|neurons?|nodes?|features?|columns?|입력|은닉|출력|유닛|뉴런|노드|특성|피처/;
/** “Input 6, hidden 4” or “6 inputs, 4 hidden”: as the first of them is written. */
const isNameFirst = (text: string): boolean => {
  const [named, numbered] = [text.search(name), text.search(/\d/)];
  return named >= 0 && named < numbered;
};
/** “Dense(8) on 7 inputs then 3”. */
const afterThen = place(`then ${n}(?!\\d| ?[a-z])`);
/** “11 inputs, then 6, 6 and 1”: all that follows, the last of them the outputs. */
const afterInputs: Pattern = [
  'hidden',
  place(
    `(?<=(?:inputs?|features?|입력) ?,? ?(?:then|and then|->|다음|그다음) ?)${list}(?!\\d| ?[a-z])`,
  ),
];
interface Layer {
  readonly kind: Kind;
  readonly at: number;
  readonly units: number;
}

/** “The layer before it has 64”, “앞에 층이 64개”: written backwards. */
const before =
  /앞에? ?(?:있는 ?)?(?:층|레이어)|layer before|previous layer|preceding|앞 ?층|\)? (?:right |directly |immediately )?(?:after|following|behind|on top of) (?:an? |the )?(?:dense|linear)/;
/** Two layers that follow one another have weights between them, whatever is before. */
const between =
  /after|follow|before|previous|preced|on top|feeds?|into|then|between|다음|뒤|앞|이어|연결|사이|->|→/;

/** @param text as `normalText` gives it */
export function markLayers(text: string): MarkedLayers {
  const isWithoutBias = withoutBias.test(text);
  const written = chain.exec(text)?.[0];
  if (written !== undefined) {
    const layers = written.split(/\D+/).map(Number);
    return { text: text.replace(chain, ' '), layers, isWithoutBias };
  }
  const found: Layer[] = [];
  let rest = flat(spelledOut(text));
  const inWords = isNameFirst(rest) ? [nameFirst, numberFirst] : [numberFirst, nameFirst];
  const then: Pattern = ['hidden', afterThen];
  for (const [kind, pattern] of [
    ...code,
    afterInputs,
    ...inWords.flat(),
    classes,
    ...(text.includes('dense') ? [then] : []),
  ]) {
    rest = rest.replace(pattern, (...match) => {
      const at = match.findIndex((part) => typeof part === 'number');
      const [words] = match as [string];
      const units = match.slice(1, at).find((part) => part !== undefined) as string;
      const where = match[at] as number;
      for (const one of units.split(/\D+/)) found.push({ kind, at: where, units: Number(one) });
      return ' '.repeat(words.length);
    });
  }
  const layers = inOrder(found, text);
  return layers.length > 1
    ? { text: rest, layers, isWithoutBias }
    : { text, layers: [], isWithoutBias };
}

function inOrder(found: readonly Layer[], text: string): readonly number[] {
  const of = (kind: Kind): readonly number[] =>
    found
      .filter((one) => one.kind === kind)
      .toSorted((one, other) => one.at - other.at)
      .map(({ units }) => units);
  const [inputs, hidden, named] = [of('input'), of('hidden'), of('output')];
  const outputs = named.length === 0 && inputs.length > 0 ? of('classes') : named;
  const inner = before.test(text) && inputs.length === 0 ? hidden.toReversed() : hidden;
  const layers = [...inputs.slice(0, 1), ...inner, ...outputs];
  if (layers.some((units) => !(units >= 1))) return [];
  if (inputs.length > 0) return layers.length > 1 ? layers : [];
  return layers.length === 2 && between.test(text) && spokenOf.test(text) ? layers : [];
}
