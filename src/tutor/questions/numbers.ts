/** Finds numbers as people write them: 60000, 60,000, 60k, 6만, 1만 2천, 0.2, 1e-3. */

export interface MarkedText {
  /** The text with every number replaced by `#0#`, `#1#` …, its place in `values`. */
  readonly text: string;
  readonly values: readonly number[];
}

/** Digits in names: `conv2d`, `tf 2.15`, `cifar10`, `f1` are no amounts. */
const names =
  /(?<![\p{L}\d])(?:conv[123]d|pool[123]d|cifar-?100?|(?:keras|tf|tensorflow|python|cuda)\s?v?\d+(?:\.[\dx]+)*|v\d+(?:\.\d+)+|version\s?\d+(?:\.\d+)*|l[12](?![\p{L}\d])|f1(?![\d])|resnet-?\d+|vgg-?\d+|gpt-?\d+|rtx\s?\d+|y\d|x\d)/gu;

const digits = String.raw`\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+`;
const numberPattern = new RegExp(
  String.raw`(?<![\d.#])(?<man>${digits})\s?만(?:\s?(?<cheon>\d+)\s?천)?(?:\s?(?<rest>\d{1,4})(?=\s?(?:개|장|행|건|명)))?` +
    String.raw`|(?<![\d.#])(?<short>${digits})(?<unit>k(?![\p{L}])|\s?(?:thousand|million|천|억))` +
    String.raw`|(?<![\d.#])(?<plain>${digits})` +
    String.raw`|(?<![\p{L}\d])(?<bare>만|천|백)(?=\s?(?:개|장|행|건|명))`,
  'gu',
);
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  million: 1e6,
  백: 100,
  천: 1e3,
  만: 1e4,
  억: 1e8,
};

/** Counting words before what is counted; elsewhere `one` and `한` are no amounts. */
const spelled: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, eight: 8, ten: 10, twenty: 20, fifty: 50, hundred: 100 },
  ...{ 두: 2, 세: 3, 네: 4, 다섯: 5, 여덟: 8, 열: 10, 스무: 20 },
};
const spelledPattern = new RegExp(
  String.raw`(?<![\p{L}\d])(${Object.keys(spelled).join('|')})(?=\s?(?:gpus?|epochs?|에포크|에폭|번|개|장|대)(?![\p{L}]|\p{sc=Hangul}{3}))`,
  'gu',
);

/** @param text as `normalText` gives it: without the sign `#` */
export function markNumbers(text: string): MarkedText {
  const values: number[] = [];
  const mark = (value: number): string => `#${values.push(value) - 1}#`;
  const marked = text
    .replace(names, ' ')
    .replace(spelledPattern, (word) => String(spelled[word] ?? word))
    .replace(numberPattern, (...found) => mark(valueOf(found.at(-1) as Groups)));
  return { text: marked, values };
}

type Groups = Readonly<Record<string, string | undefined>>;

function valueOf({ man, cheon, rest, short, unit = '', plain, bare = '' }: Groups): number {
  if (man !== undefined) {
    return plainNumber(man) * 1e4 + Number(cheon ?? 0) * 1e3 + Number(rest ?? 0);
  }
  if (short !== undefined) return plainNumber(short) * (scales[unit.trim()] ?? 1);
  return plain === undefined ? (scales[bare] ?? 1) : plainNumber(plain);
}

const plainNumber = (text: string): number => Number(text.replace(/[,_]/g, ''));
