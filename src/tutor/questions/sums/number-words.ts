/** Numbers and shares in words, written as digits: “thirty thousand”, 배치 사십, 열두 번, “a fifth of”, 4분의 1. */
import {
  englishNumbers as units,
  koreanOnes,
  koreanOnesAlone,
  koreanTens as tens,
} from '../../../content/number-words.js';

const multiples: Readonly<Record<string, number>> = {
  ...{ dozen: 12, hundred: 100, thousand: 1000, million: 1e6 },
};
const anyOf = (words: Readonly<Record<string, number>>): string =>
  Object.keys(words)
    .toSorted((one, other) => other.length - one.length)
    .join('|');
const word = `(?:${anyOf(units)}|${anyOf(multiples)})`;
const english = new RegExp(
  String.raw`(?<![\p{L}\d'-]|[\d.] )(?:(?:a|an) (?=${anyOf(multiples)})|(?:half|quarter) (?:of )?(?:a )?(?=million))?${word}(?:(?:[ -]|,? and )${word})*(?![\p{L}'-])`,
  'gu',
);
/** Fewer than ten are amounts only beside what is counted: `two` and `one` are said of much else. */
const ofCounted =
  /^[ -]?(?:gpus?|epochs?|rows|samples|images|examples|pictures|photos|records|steps|iterations|batches|classes|folders|categories|groups|times(?! (?:as|faster|slower|more|larger|bigger|longer|fewer|less|smaller|higher|lower|the|a)))(?![a-z])/;
const ofName = /(?:batch(?:es)?(?:[ _]size)?|size|epochs|accumulate over)(?: (?:of|is|at|to))? ?$/;
const FEW = 10;

function englishNumber(words: string): number {
  let [whole, part] = [0, 0];
  for (const one of words.split(/[ -]|,? and /)) {
    const multiple = multiples[one];
    if (one === 'half') part = 0.5;
    else if (one === 'quarter') part = 0.25;
    else if (multiple === undefined) part += units[one] ?? 0;
    else if (multiple >= 1000) [whole, part] = [whole + (part || 1) * multiple, 0];
    else part = (part || 1) * multiple;
  }
  return whole + part;
}

/** “9천6백”, “1만4천”, “5천만”, “이천사백”: digits and words of a number together, which it takes two of at least. */
const mixed =
  /(?<![\p{L}\d.,]|\d\s)(?:(?:(?:\d[\d,]*(?:\.\d+)?|[일이삼사오육칠팔구]) ?[만천백십] ?){2,}|\d[\d,]* ?[천백십]만 ?)(?:\d+|[일이삼사오육칠팔구])?(?=\s?(?:개|장|행|건|명|번|회|줄|에포크|에폭|스텝|배치|짜리|씩|이고|이면|으?로|[,.?]|\s|$))/gu;
export const koreanScales: Readonly<Record<string, number>> = {
  ...{ 십: 10, 백: 100, 천: 1e3, 만: 1e4 },
};
const koreanDigits = ' 일이삼사오육칠팔구';

/** 육만 오천 = 6 × 10,000 + 5 × 1,000; digits may stand for the words, as in 6만 5천. */
export function koreanNumber(text: string): number {
  let [whole, part, digit] = [0, 0, 0];
  for (const [token] of text.replace(/[\s,]/g, '').matchAll(/\d+(?:\.\d+)?|./gu)) {
    const scale = koreanScales[token];
    if (scale === undefined) digit = /\d/.test(token) ? Number(token) : koreanDigits.indexOf(token);
    else if (scale === 1e4) {
      whole = (part + digit || 1) * scale;
      [part, digit] = [0, 0];
    } else {
      part += (digit || 1) * scale;
      digit = 0;
    }
  }
  return Math.round(whole + part + digit);
}

const ones: Readonly<Record<string, number>> = { ...koreanOnes, ...koreanOnesAlone };
const native = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:(?<ten>${anyOf(tens)})(?<one>${anyOf(ones)})?|(?<only>두|세|네|다섯|여섯|일곱|여덟|아홉))(?=[ -]?(?:gpus?|epochs?|에포크|에폭|번|개|장|대|바퀴|회|명|반|시간|클래스|폴더)(?![\p{L}]|\p{sc=Hangul}{3})|[ -]?(?:번|개|장|대|명|시간|에포크|에폭)[\p{L}])|(?<![\p{L}\d-])(?<tens>${anyOf(tens)})(?<units>${anyOf(ones)})(?!(?!(?:으?로|이[고면]|일 ?때)(?!\p{L}|\p{sc=Hangul}{2}))\p{L}|\s?살)`,
  'gu',
);

const parts: Readonly<Record<string, number>> = {
  ...{ half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 },
};
const percent = (share: number): string => `${Number((100 * share).toFixed(10))}%`;
const ofThem = String.raw`(?= ?(?:of (?:the|my|them|it|those|these|all|\d)|(?:is|are|goes|go)?\s?(?:used |kept |held )?(?:for|to|as|aside|out|held)(?!\p{L})))`;
const share = new RegExp(
  String.raw`(?<![\p{L}\d])(?:a|one|the last|1) ?(?<part>half|third|quarter|fifth|sixth|eighth|tenth)${ofThem}|(?<![\p{L}\d])(?<several>two|three|four|five|seven|nine) ?(?<parts>thirds|quarters|fifths|sixths|eighths|tenths)${ofThem}|(?<![\d./])(?<above>[1-9])/(?<below>[2-9]|10)(?![\d/])(?:${ofThem}|(?=(?:을|를|은|는|만)? ?(?:검증|테스트|학습|훈련|validation|test|떼|빼)))`,
  'gu',
);
const shareKorean = /(?<!\d)(\d{1,2}) ?분의 ?(\d{1,2})/g;
/** 3할: three tenths. */
const tenthsKorean =
  /(?<![\d.,])([1-9])할(?=[만은는이을도로]?(?:\s|$|[,.?!]))(?! ?(?:때|거|게|수|것))/gu;
/** “Half (of) my 640 pictures are for training”, 절반만 학습에. */
const halfForTraining =
  /(?<!\p{L})(?:half|절반|반)(?=만? ?(?:을|만|은|는)? ?(?:학습|훈련|검증|테스트)|(?: of)?(?: (?:the|my|them|it|these|those|all|[\d,]+k?|rows|samples|images|pictures|photos|data))* (?:are |is |goes |go )?(?:used |kept |held )?(?:for |to |as |out )(?:the )?(?:train|val|test))/gu;

/** “18 000 rows”: some write thousands apart. */
const apart =
  /(?<![\d.,])\d{1,3}(?: \d{3})* 000(?![\d.,]*\d)|(?<![\d.,])\d{1,3} \d{3}(?= (?:rows|samples|images|examples|records|tweets|reviews|training))/g;

/** @param text as `normalText` gives it */
export function inDigits(text: string): string {
  return text
    .replace(apart, (digits) => digits.replaceAll(' ', ''))
    .replace(mixed, (words) => `${koreanNumber(words)} `)
    .replace(share, (...found) => {
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const { part, several, parts: named = '', above, below } = groups;
      if (several !== undefined) {
        return percent((units[several] ?? 1) / (parts[named.slice(0, -1)] ?? 1));
      }
      return percent(part === undefined ? Number(above) / Number(below) : 1 / (parts[part] ?? 1));
    })
    .replace(shareKorean, (_all, below: string, above: string) =>
      percent(Number(above) / Number(below)),
    )
    .replace(tenthsKorean, '$10%')
    .replace(halfForTraining, '50%')
    .replace(/(?<!\p{L})half an hour|반 ?시간/gu, '30 min')
    .replace(
      /(?<=(?:in|within|have|for|only) )(?:an|one) (?=hour|minute)|(?<!\p{L})한 ?(?=시간)/gu,
      '1 ',
    )
    .replace(english, (words: string, at: number, whole: string) => {
      const value = englishNumber(
        words.replace(/^an? |(?<=half|quarter)(?: of)?(?: a)?(?= )/g, ''),
      );
      const isCounted =
        ofCounted.test(whole.slice(at + words.length)) || ofName.test(whole.slice(0, at));
      return value >= FEW || (value > 1 && isCounted) ? String(value) : words;
    })
    .replace(native, (...found) => {
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const { ten = groups.tens, one = groups.units, only } = groups;
      return String((tens[ten ?? ''] ?? 0) + (ones[one ?? only ?? ''] ?? 0));
    });
}
