/** Finds numbers as people write them: 60000, 60,000, 60k, 6만, 1만 2천, 육만, ten, 20 %, 2ms, 3/800. */

import { inDigits, koreanNumber, koreanScales } from './number-words.js';
import { withoutOtherDigits } from './not-amounts.js';
import { withoutOnly } from './only-particle.js';
import { msOf, timeUnit } from './time-units.js';

/** What the number itself says of its meaning: a share, a time, a counter, or nothing. */
export type Form = 'count' | 'decimal' | 'percent' | 'time' | 'bar';

export interface FoundNumber {
  /** Times in ms, percents as shares; of a bar the end. */
  readonly value: number;
  readonly form: Form;
  /** Of a bar: where it is. */
  readonly done?: number;
  /** A minus sign of its own stands before it, which only some roles can have. */
  readonly isNegative?: true;
}

export interface MarkedText {
  /** The text with `#` for each number. */
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
}

const digits = String.raw`\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+`;
const koreanCounter = String.raw`\s?(?:개|장|행|건|명|번|회|줄|에포크|에폭|epoch|스텝|배치|이터|바퀴|짜리|씩|이고|이면|으?로|일 ?때|$)`;
/** “배치 10 만들기”, “64 만약” and “10 천천히” are no 100,000 and no 10,000. */
const noWord = String.raw`(?!들|약|(?<=\s.)(?!개|장|행|건|명|번|회|줄|원|으로|이[고면])\p{sc=Hangul})`;
const numberPattern = new RegExp(
  String.raw`(?<![\d.#])(?<man>${digits})(?:\s?만${noWord})(?:\s?(?<cheon>\d+)\s?천)?(?:\s?(?<rest>\d{1,4})(?=\s?(?:개|장|행|건|명)))?` +
    String.raw`|(?<![\d.#])(?<short>${digits})(?<unit>k(?![a-z])|m(?= (?:rows|samples|images))|\s?(?:thousand|million|(?:천|억)${noWord}|백(?=\s?(?:개|장|행|건|명|번))))` +
    String.raw`|(?<![\d./#])(?<full>${digits})\s?/\s?\k<full>(?![\d,.]*\d|\s?(?:epochs?|에포크|에폭))` +
    String.raw`|(?<![\d./#])(?<done>${digits})\s?/\s?(?<total>${digits})(?!(?<=\s/\s?[\d,.]+)\s[a-z가-힣])(?!\d|[,.]\d|\s?/|\s?(?:번|개|장|행|건|명|줄|에포크|에폭|배치|스텝|epochs?|rows|samples|images|records))` +
    String.raw`|(?<![\d.#])(?<plain>${digits})(?:\s?(?<percent>%|percent)|(?<time>${timeUnit})?)` +
    String.raw`|(?<=(?:배치|크기|사이즈|에폭|에포크|스텝)(?:는|은|가|이|를|을)? ?)(?<size>[일이삼사오육칠팔구]?[천백십][일이삼사오육칠팔구천백십]*)(?!\p{L})` +
    String.raw`|(?<![\p{L}\d])(?<sino>(?:[일이삼사오육칠팔구]?[천백십])*[일이삼사오육칠팔구]?만(?:\s?(?:[일이삼사오육칠팔구]?[천백십])+[일이삼사오육칠팔구]?)?|(?:[일이삼사오육칠팔구]?[천백십])+[일이삼사오육칠팔구]?)(?=${koreanCounter})`,
  'gu',
);
const scales: Readonly<Record<string, number>> = {
  ...{ k: 1e3, m: 1e6, thousand: 1e3, million: 1e6, 억: 1e8 },
  ...koreanScales,
};

/** One of it is no amount but the unit that is spoken of: “in 1 epoch”. */
const single =
  /(?<![\d.,=:]\s?|(?:batch|배치|size|크기|사이즈)\s?(?:=|:|of|는|가)?\s?)(?<![\d.,])1 ?(?=(?:epoch|에포크|에폭)(?: ?=|(?:은|는|이|가)?) ?\d+(?:,\d{3})* ?(?:steps|batches|iter|스텝|배치|번|이터)|(?:epoch|에포크|에폭|batch|배치|step|스텝|iteration|이터레이션)(?!es|s(?![a-z])|크기|[ _]size| ?=))/gu;

/** “The 3rd epoch”, while a 3rd of anything else is no amount. */
const ordinal = /(?<!\d)(\d+)(?:st|nd|rd|th) (?=epoch)/g;
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
] as const;
const spelledOrdinal = new RegExp(`(?<![a-z])(${ordinals.slice(1).join('|')}) (?=epoch)`, 'g');

/** “An 80/20 split”, “8:2로 나눈”, “8대2로”. */
const ratio =
  /(?<![\d.])(\d{1,2}) ?(?:[:/] ?(\d{1,2})(?= ?(?:split|(?:으로|로) ?(?:(?:훈련|학습|테스트|시험|검증|train|test|데이터|세트|셋)(?:용|용으로|하고|이?랑|과|와|을|를|로)?[ ,/·]*){0,4}(?:나[눠눈누눔눴]|쪼개|분할|split)|비율|train|학습))|대 ?(\d{1,2})(?= ?(?:으?로|비율|split|[,.?!]|$)))/g;

/** “Cut into 100s”, “batches of 20s”: so many each; “in 4s” and “of 20s” alone are a time, as are rows in 4s of a speed. */
const ofSize = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:${[
    'into|by',
    '(?:batch(?:es)?|groups?|portions?|chunks?|piles?|bundles?|packs?|lots|sets) (?:of|in)',
    '(?:cut|split|divided?|grouped|batched|chunked|fed|dealt|handed|taken)(?: [a-z]+){0,2} in',
    '(?:rows|samples|images|pictures|photos|examples) in(?!.*(?:second|(?:per|a|/) ?s|speed|fast|throughput))',
  ].join('|')}) )(\d+)s(?!\p{L})`,
  'gu',
);

/** “Batch 130 of 260”, “260개 중 130번째 배치”: a bar in words. */
const batchOf =
  /(?:batch|step|iteration|(?:bar|counter) (?:is |stands |stops |stopped )?at) (\d+) (?:out )?of (\d+)(?! ?(?:rows|samples|images|examples|records|data))/g;
const stepsDone =
  /(\d+) (?:steps|batches|iterations) (?:are |were )?(?:done|finished|over) (?:out )?of (\d+)/g;
const batchOfKorean =
  /(?<!\d)(\d+) ?(?:개|스텝|배치|번)(?:의 배치)? ?(?:중에?서?|가운데) ?(\d+) ?(?:번째 ?(?:배치|스텝|이터레이션)?|스텝|배치)/g;

/** “1,200 steps, currently at 300”, “1200스텝 중 300 왔고”. */
const stepsAt =
  /(\d+(?:,\d{3})*) (?:steps|batches|iterations)[^.?!\d]{0,24}(?:currently|now|is|are|i'm|am|already) (?:at|on) (?:step |batch |number )?(\d+(?:,\d{3})*)(?! ?ms)/g;
const stepsAtKorean =
  /(?<!\d)(\d+(?:,\d{3})*) ?(?:스텝|배치|이터레이션) ?(?:중에?서?|가운데) ?(\d+(?:,\d{3})*)(?:개|번)? ?(?:까지|왔|돌|진행|째|이(?:면|고|에요|예요|야)|일 ?때)/g;

/** “8,010 rows … wait, 8,013 rows”; who says “so i wait 40 s” corrects nothing. */
const interjection = String.raw`(?<=[,;:…(–—-] ?|\.\.+ ?)wait|wait(?=[,.!…]|,? (?:no|sorry|actually))`;
const corrected = new RegExp(
  String.raw`(\d[\d,.]*k?) ([a-z가-힣]+)([^?]{0,40}?)(?:${interjection}|sorry|i mean|actually|correction|no,|아니,|아니다|아 참)[,.:;… ]*(?:no[,:;.]? |it's |make that )?(\d[\d,.]*k?) \2`,
  'g',
);

/** “4,000 rows grew to 6,000”, “4000행에서 6000행으로 늘고”, “8000행 중 6000행으로 학습”: those that train now. */
const grown =
  /(?<![\d.,])\d[\d,.]*k? (rows|samples|images|pictures|examples|records) (?:grew|grow|grows|rose|went|fell|shrank|dropped|(?:in|de)creased?|were (?:in|de)creased) (?:up |down )?to (\d[\d,.]*k?)(?: \1)?/g;
const grownKorean =
  /(?<![\d.,])\d[\d,.]*만? ?(행|개|장|건|명)(?:에서|이었다가|이었는데| ?중(?:에서?)?| ?가운데) (\d[\d,.]*만?) ?\1(?=(?:으로|로|만) ?(?:늘|줄|바뀌|커|많아|학습|훈련))/g;

const hoursAndMinutes =
  /(?<![\d.])(\d+) ?(?:시간|h(?:ours?|rs?)?) ?(?:and )?(\d+) ?(?:분|min(?:ute)?s?|m)(?![a-z])/g;
const minutesAndSeconds =
  /(?<![\d.])(\d+) ?(?:분|min(?:ute)?s?|m) ?(?:and )?(\d+) ?(?:초|sec(?:ond)?s?|s)(?![a-z])/g;

/** The sign in “, -0.2”, “(-4” and “minus 4”, but in no range, name or difference: “10-4”, “resnet-4”, “10 minus 4”. */
const ownSign = /(?:^|[\s([,=:;*+])[-−]$|(?:^|[^\d\s]\s?)(?:minus|마이너스)\s?$/;

/** More than this is no amount of this trade. */
export const LARGEST = 1e12;

/** @param text as `normalText` gives it: without the sign `#` */
export function markNumbers(text: string): MarkedText {
  const numbers: FoundNumber[] = [];
  const plain = withoutOtherDigits(withoutOnly(inDigits(text)))
    .replace(stepsAt, '$2/$1 ')
    .replace(stepsAtKorean, '$2/$1 ')
    .replace(corrected, '$3 $4 $2')
    .replace(grown, '$2 $1')
    .replace(grownKorean, '$2$1')
    .replace(/(?<=(?:batch|bs|size|배치|사이즈|크기)[ =:]?\d+)\/(?=\d)/g, ', ')
    .replace(batchOf, 'batch $1/$2 ')
    .replace(stepsDone, '$1/$2 ')
    .replace(batchOfKorean, '$2/$1 ')
    .replace(
      spelledOrdinal,
      (_all, word: (typeof ordinals)[number]) => `${ordinals.indexOf(word) + 1}번째 `,
    )
    .replace(ordinal, '$1번째 ')
    .replace(single, 'one ')
    .replace(/(?<![\d.])1 ?초 ?(?:에|당|동안)/g, '초당')
    .replace(ratio, (all, most, least, leastKorean) => {
      const [larger, smaller] = [Number(most), Number(least ?? leastKorean)];
      const whole = larger + smaller;
      return whole === 10 || whole === 100
        ? `train_test_split ${Math.min(larger, smaller) / whole} `
        : all;
    })
    .replace(ofSize, 'batches of $1 ')
    .replace(
      hoursAndMinutes,
      (_both, hours, minutes) => `${Number(hours) * 60 + Number(minutes)}min`,
    )
    .replace(
      minutesAndSeconds,
      (_both, minutes, seconds) => `${Number(minutes) * 60 + Number(seconds)}s`,
    )
    .replace(/(\d+):(\d\d)(?::\d\d)?(?!\d)/g, ' ');
  const marked = plain.replace(numberPattern, (...found) => {
    const before = plain.slice(0, Number(found.at(-3)));
    const written = signed(valueOf(found.at(-1) as Groups), before);
    const read: FoundNumber =
      Math.max(written.value, written.done ?? 0) <= LARGEST
        ? written
        : { value: written.value, form: 'decimal' };
    if (read.done === undefined || read.done <= read.value) {
      numbers.push(read);
      return '#';
    }
    // “8005 / 10” are two numbers with a sign between them.
    numbers.push({ value: read.done, form: 'count' }, { value: read.value, form: 'count' });
    return '# / #';
  });
  return { text: marked, numbers };
}

const signed = (number: FoundNumber, before: string): FoundNumber =>
  ownSign.test(before) ? { ...number, isNegative: true } : number;

type Groups = Readonly<Record<string, string | undefined>>;

function valueOf(groups: Groups): FoundNumber {
  const {
    man,
    cheon,
    rest,
    short,
    unit = '',
    full,
    done,
    total,
    plain = '',
    percent,
    time,
    size,
    sino = size,
  } = groups;
  if (man !== undefined) {
    const value = plainNumber(man) * 1e4 + Number(cheon ?? 0) * 1e3 + Number(rest ?? 0);
    return { value, form: 'count' };
  }
  if (short !== undefined) {
    return { value: Math.round(plainNumber(short) * (scales[unit.trim()] ?? 1)), form: 'count' };
  }
  if (sino !== undefined) return { value: koreanNumber(sino), form: 'count' };
  if (full !== undefined) {
    return { value: plainNumber(full), done: plainNumber(full), form: 'bar' };
  }
  if (done !== undefined && total !== undefined) {
    return { value: plainNumber(total), done: plainNumber(done), form: 'bar' };
  }
  const value = plainNumber(plain);
  if (percent !== undefined) return { value: value / 100, form: 'percent' };
  if (time !== undefined) return { value: value * msOf(time), form: 'time' };
  return { value, form: Number.isInteger(value) && !plain.includes('e-') ? 'count' : 'decimal' };
}

const plainNumber = (text: string): number => Number(text.replace(/[,_]/g, ''));
