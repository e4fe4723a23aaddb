/** “Double the batch”, “에포크를 절반으로”: how many times as much of something there is to be. */
import { words } from './words.js';

export type Scaled = 'batch' | 'epochs' | 'rows';
export type Scales = Readonly<Partial<Record<Scaled, number>>>;

export interface MarkedScales {
  /** The text without the factors, which are no amounts. */
  readonly text: string;
  readonly scales: Scales;
}

const things: readonly (readonly [Scaled, string])[] = [
  ['batch', words.batch],
  ['epochs', words.epoch],
  [
    'rows',
    `(?:training )?data(?: ?set)?|rows|samples|images|examples|데이터(?:셋)?|샘플|행|사진|이미지`,
  ],
];
const numerals: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, eight: 8, ten: 10 },
  ...{ 두: 2, 세: 3, 네: 4, 다섯: 5, 여덟: 8, 열: 10 },
};
const numeral = `\\d{1,3}|${Object.keys(numerals).join('|')}`;
const times = String.raw`(?:as|larger|bigger|more|longer|the|smaller|fewer|less)(?![a-z])`;
const factor = new RegExp(
  [
    String.raw`(?<![\p{L}])(?<two>doubl(?:e|es|ed|ing)|twice|twofold|따블|더블)`,
    String.raw`(?<![\p{L}])(?<half>halv(?:e|es|ed|ing)|(?:in |by )?half(?! an hour)|절반|반(?=으로|만|토막| ?줄)|(?:1\/2|2분의 ?1))`,
    String.raw`(?<![\p{L}])(?<three>tripl(?:e|es|ed|ing))`,
    String.raw`(?<![\p{L}])(?<four>quadrupl(?:e|es|ed|ing))`,
    String.raw`(?<![\p{L}\d.,])(?<english>${numeral}) ?(?:x|times|fold)(?= ${times})`,
    String.raw`by (?:a factor of )?(?<by>${numeral})(?= ?(?:x|times)|(?<=factor of \d+))`,
    String.raw`(?<=(?:augment\p{L}*|증강\p{L}*|rows|data|images) )[x*] ?(?<fold>\d{1,2})(?!\d| ?(?:${words.epoch}))`,
    String.raw`(?<![\p{L}\d.,])(?<korean>${numeral}) ?배(?!치|포)(?:로|쯤)?`,
  ].join('|'),
  'gu',
);
const smaller = /^ ?(?:smaller|fewer|less|(?:로 ?)?(?:줄|작|적|낮))/;
const reduced = /(?:reduc|shrink|cut|lower|decreas|divid)\w*[^.?!]{0,30}$/;
/** Between a factor and what it is of: “double the number of”, “twice as many training”. */
const glue =
  '^(?: |the|my|its|up|that|as|many|much|big|large|number|amount|size|of|more|training|larger|bigger|longer|smaller|fewer|all)*';
const NEAR = 30;

/** @param text as `normalText` gives it */
export function markScales(text: string): MarkedScales {
  const scales: Partial<Record<Scaled, number>> = {};
  const without = text.replace(factor, (found, ...rest) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const at = rest.at(-3) as number;
    const [before, after] = [text.slice(Math.max(0, at - NEAR), at), text.slice(at + found.length)];
    const thing = namedAfter(after) ?? namedBefore(before);
    if (thing === undefined) return found;
    const value = valueOf(groups);
    const isLess =
      value > 1 && (smaller.test(after) || (groups.by !== undefined && reduced.test(before)));
    scales[thing] ??= isLess ? 1 / value : value;
    return ' ';
  });
  return Object.keys(scales).length > 0 ? { text: without, scales } : { text, scales };
}

function valueOf({
  half,
  three,
  four,
  english,
  by,
  fold,
  korean,
}: Readonly<Record<string, string | undefined>>): number {
  const written = english ?? by ?? fold ?? korean;
  if (written !== undefined) return numerals[written] ?? Number(written);
  return half === undefined ? (three === undefined ? (four === undefined ? 2 : 4) : 3) : 0.5;
}

function namedAfter(after: string): Scaled | undefined {
  return things.find(([, name]) =>
    new RegExp(`${glue}(?:${name})(?!es|\\p{L}*당)`, 'u').test(after),
  )?.[0];
}

/** The nearest one before it, in the same sentence. */
function namedBefore(before: string): Scaled | undefined {
  const [sentence = ''] = before.split(/[.?!;]\s/).slice(-1);
  const places = things.map(([thing, name]) => ({
    thing,
    at: [...sentence.matchAll(new RegExp(name, 'gu'))].at(-1)?.index ?? -1,
  }));
  const [last] = places.filter(({ at }) => at >= 0).toSorted((one, other) => other.at - one.at);
  return last?.thing;
}
