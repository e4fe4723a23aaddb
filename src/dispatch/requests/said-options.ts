/**
 * Training options in natural language: “20 epochs”, “with a batch size of 10”, “20에포크”, “배치
 * 100으로”. The command decides whether a value is allowed.
 */
import { englishNumbers, koreanOnes, koreanTens } from '../../content/number-words.js';
import type { CommandSpec } from '../spec.js';
import type { Given } from '../validate.js';
import { at, oneOf, readAt } from './phrases.js';

export interface SaidOption extends Given {
  readonly name: string;
  readonly value: string;
  /** Where to continue reading. */
  readonly end: number;
}

/** Numbers that people spell out; larger ones are written in digits. */
const numberWords: Readonly<Record<string, number>> = {
  ...englishNumbers,
  ...{ 'a hundred': 100, 'one hundred': 100, hundred: 100 },
  ...koreanOnes,
  ...koreanTens,
  ...Object.fromEntries(
    Object.entries(koreanTens).flatMap(([tens, ten]) =>
      Object.entries(koreanOnes).map(([ones, one]) => [`${tens}${ones}`, ten + one]),
    ),
  ),
  백: 100,
};

const writtenOut = Object.keys(numberWords).sort((a, b) => b.length - a.length);
const digits = String.raw`\d{1,3}(?:[,_]\d{3})+(?!\d)|\d*\.\d+|\d+`;
const number = `(?<number>${digits}|${writtenOut.join('|')})(?![\\d.]*\\d)`;
/** Korean has a counter after the number, and a particle for its role. */
const particles = String.raw`(?: ?(?:번|회|개|바퀴))?(?: ?씩)?(?: ?만)?(?:으로|로|을|를|은|는|이|가|의|인|에|짜리)?(?: ?(?:정도|만))?`;
const between = String.raw`(?:\s*[:=]\s*|\s*(?:는|은|를|을|이|가|만)?\s+(?:(?:of|is|to|at|as|set to) )?|\s*)`;
/** Not in the middle of a word; Korean attaches endings. */
const end = String.raw`(?![a-z\d])`;

interface Measured {
  readonly name: string;
  readonly words: string;
  /** The number may come before the word: `20 epochs`, but not `0.2 dropout rows`. */
  readonly numberFirst?: string;
}

const measured: readonly Measured[] = [
  {
    name: 'epochs',
    words: oneOf('epochs?', '에포크', '에폭', '에퐄'),
    numberFirst: oneOf('epochs?', '에포크', '에폭', 'passes', 'rounds'),
  },
  {
    name: 'batch',
    words: oneOf(
      'mini ?-?batch(?:es)?',
      'batch[ _-]?sizes?',
      'batch(?:es)?',
      '배치 ?(?:크기|사이즈)?',
      '미니 ?배치',
    ),
  },
  { name: 'lr', words: oneOf('learning[ _-]?rate', 'lr', '학습률', '러닝 ?레이트') },
  { name: 'dropout', words: oneOf('drop ?-?out(?: rate)?', '드롭 ?아웃') },
  {
    name: 'validation',
    words: oneOf('validation[ _-]?(?:split|share|data)?', '검증(?: ?(?:데이터|비율))?'),
  },
  { name: 'momentum', words: oneOf('momentum', '모멘텀') },
  { name: 'patience', words: oneOf('patience', '페이션스') },
  { name: 'seed', words: oneOf('(?:random )?seed', '시드') },
  { name: 'l2', words: 'l2(?: penalty)?' },
];

const numbered = measured.flatMap(({ name, words, numberFirst }) => [
  ...(numberFirst === undefined
    ? []
    : [{ name, pattern: at(`${number}(?: ?번(?:의)?)?[ -]?${numberFirst}${end}${particles}`) }]),
  { name, pattern: at(`${words}${between}${number}(?<percent> ?%)?${end}${particles}`) },
]);
/** `20% validation`, `10 per batch`. */
const shares = [
  {
    name: 'validation',
    pattern: at(
      `${number}(?<percent> ?%)(?: of (?:the )?rows)? ?(?:for |as )?${oneOf('validation(?: split| data)?', '검증')}${end}${particles}`,
    ),
  },
  { name: 'batch', pattern: at(`${number} (?:rows )?(?:per|in a|in each) batch${end}`) },
];

interface Chosen {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

const chosen: readonly Chosen[] = [
  {
    name: 'layers',
    value: 'none',
    words: oneOf('(?:without|no) (?:any )?hidden layers?', '은닉 ?층 ?없이'),
  },
  {
    name: 'pace',
    value: 'fast',
    words: oneOf('fast', 'quickly', 'as fast as (?:you can|possible)', '빠르게', '빨리'),
  },
  {
    name: 'csv',
    value: 'attached',
    words: oneOf(
      '(?:my|this|that|our)(?: own)? (?:data(?: ?sets?)?|csv(?: file)?|file|table|spreadsheet)',
      '(?:내|제|이|우리) ?(?:데이터(?: ?셋)?|파일|표|csv(?: ?파일)?)',
    ),
  },
  { name: 'engine', value: 'tensorflow', words: oneOf('tensorflow(?:\\.js)?', '텐서플로우?') },
  {
    name: 'like',
    value: 'last',
    words: oneOf(
      '(?:once )?again',
      'one more time',
      'once more',
      '다시(?: 한 ?번)?',
      '한 ?번 더',
      '또',
    ),
  },
];

/** Words used with a choice: `the sgd optimizer`, `moons 데이터로`. */
const ofChoice = String.raw`(?: ?(?:optimi[sz]er|activation|data ?-?sets?|data|옵티마이저|데이터 ?(?:셋|세트)?))?`;

const choicePatterns = chosen.map(({ name, value, words }) => ({
  name,
  value,
  pattern: at(`${words}${end}${ofChoice}${particles}`),
}));

/** Options whose choices need no name: `with adam`, `on the penguins`. */
const named = ['optimizer', 'activation', 'data'];

interface NamedChoices {
  readonly name: string;
  /** Each phrase and the choice that it means. */
  readonly choices: Readonly<Record<string, string>>;
  readonly pattern: RegExp;
}

function namedChoices(options: CommandSpec['options']): readonly NamedChoices[] {
  return named.flatMap((name) => {
    const option = options[name];
    if (option?.type !== 'choice') return [];
    const own = Object.fromEntries(option.choices.map((choice) => [choice, choice]));
    const choices = { ...option.valueAliases, ...own };
    const called = Object.keys(choices).sort((a, b) => b.length - a.length);
    const pattern = at(`(?<called>${oneOf(...called)})${end}${ofChoice}${particles}`);
    return [{ name, choices, pattern }];
  });
}

/** @param options the options of `/fit` */
export function optionReader(
  options: CommandSpec['options'],
): (text: string, position: number) => SaidOption | undefined {
  const ofChoices = namedChoices(options);

  return (text, position) => {
    for (const { name, pattern } of [...shares, ...numbered]) {
      const found = readAt(pattern, text, position);
      if (found) return { name, value: valueOf(found), end: pattern.lastIndex };
    }
    for (const { name, value, pattern } of choicePatterns) {
      if (readAt(pattern, text, position)) return { name, value, end: pattern.lastIndex };
    }
    for (const { name, choices, pattern } of ofChoices) {
      const value = choices[readAt(pattern, text, position)?.groups?.called ?? ''];
      if (value !== undefined) return { name, value, end: pattern.lastIndex };
    }
    return undefined;
  };
}

/** Normalizes a value to typed form: digits, shares as fractions. */
function valueOf({ groups = {} }: RegExpExecArray): string {
  const said = groups.number ?? '';
  const value = String(numberWords[said] ?? said);
  return groups.percent === undefined ? value : String(Number(value) / 100);
}
