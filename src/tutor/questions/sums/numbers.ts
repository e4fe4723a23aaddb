/** Finds numbers as people write them: 60000, 60,000, 60k, 6만, 1만 2천, 육만, ten, 20 %, 2ms, 3/800. */

/** What the number itself says of its meaning: a share, a time, a counter, or nothing. */
export type Form = 'count' | 'decimal' | 'percent' | 'time' | 'bar';

export interface FoundNumber {
  /** Times in ms, percents as shares; of a bar the end. */
  readonly value: number;
  readonly form: Form;
  /** Of a bar: where it is. */
  readonly done?: number;
}

export interface MarkedText {
  /** The text with `#` for each number. */
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
}

/** Digits in names, shapes and indices: `conv2d`, `tf 2.15`, `28x28`, `(None, 11)` are no amounts. */
const names =
  /(?<![\p{L}\d])(?:conv[123]d|(?:float|u?int)\d+|pool[123]d|cifar-?100?|(?:keras|tf|tensorflow|python|cuda|pytorch|케라스|텐서플로우?|파이썬)\s?v?\d+(?:\.[\dx]+)+|(?:keras|tf|python|케라스|파이썬)\s?[23](?![\d,.만천백])|v\d+(?:\.\d+)+|version\s?\d+(?:\.\d+)*|l[12](?![\p{L}\d])|f1(?!\d)|resnet-?\d+|vgg-?\d+|gpt-?\d+|rtx\s?\d+|[xy]\d|\d+x\d+(?:x\d+)?(?!\d|,\d)|24\/7|\d+(?:st|nd|rd)(?!\p{L}))/gu;

const digits = String.raw`\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+`;
const koreanCounter = String.raw`\s?(?:개|장|행|건|명|번|회|줄|에포크|에폭|epoch|스텝|배치|이터|바퀴|짜리|씩|이고|이면|으?로|일 ?때|$)`;
const timeUnit = String.raw`(?<time>\s?(?:us|µs|μs|ms|msec|밀리초|마이크로초|milliseconds?|microseconds?|seconds?|secs?|s|초|minutes?|mins?|분|hours?|hrs?|h|시간)(?![a-z\d]|\s?(?:류|할|산|포|석|히|기)))?`;
const numberPattern = new RegExp(
  String.raw`(?<![\d.#])(?<man>${digits})\s?만(?:\s?(?<cheon>\d+)\s?천)?(?:\s?(?<rest>\d{1,4})(?=\s?(?:개|장|행|건|명)))?` +
    String.raw`|(?<![\d.#])(?<short>${digits})(?<unit>k(?![a-z])|m(?= (?:rows|samples|images))|\s?(?:thousand|million|천|백(?=\s?(?:개|장|행|건|명|번))|억))` +
    String.raw`|(?<![\d./#])(?<done>${digits})\s?/\s?(?<total>${digits})(?!(?<=\s/\s?[\d,.]+)\s[a-z가-힣])(?!\d|[,.]\d|\s?/|\s?(?:번|개|장|행|건|명|줄|에포크|에폭|배치|스텝|epochs?|rows|samples|images|records))` +
    String.raw`|(?<![\d.#])(?<plain>${digits})(?:\s?(?<percent>%|percent)|${timeUnit})` +
    String.raw`|(?<![\p{L}\d])(?<sino>(?:[일이삼사오육칠팔구]?[천백십])*[일이삼사오육칠팔구]?만(?:\s?(?:[일이삼사오육칠팔구]?[천백십])+[일이삼사오육칠팔구]?)?|(?:[일이삼사오육칠팔구]?[천백십])+[일이삼사오육칠팔구]?)(?=${koreanCounter})`,
  'gu',
);
const scales: Readonly<Record<string, number>> = {
  ...{ k: 1e3, m: 1e6, thousand: 1e3, million: 1e6, 십: 10, 백: 100, 천: 1e3, 만: 1e4, 억: 1e8 },
};
const koreanDigits = ' 일이삼사오육칠팔구';

/** In ms, by how the unit begins. */
const timeScales: readonly (readonly [RegExp, number])[] = [
  [/^(?:us|µs|μs|마이|micro)/, 1e-3],
  [/^(?:ms|밀리|milli)/, 1],
  [/^(?:s|초)/, 1e3],
  [/^(?:m|분)/, 6e4],
  [/^(?:h|시)/, 36e5],
];

/** Counting words before what is counted; elsewhere `two` and `두` are no amounts. */
const spelled: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ twelve: 12, fifteen: 15, sixteen: 16, twenty: 20, thirty: 30, 'thirty-two': 32, forty: 40 },
  ...{ fifty: 50, 'sixty-four': 64, sixty: 60, eighty: 80, hundred: 100, 'a hundred': 100 },
  ...{ 'one hundred': 100, 'a thousand': 1000, 'one thousand': 1000, thousand: 1000 },
  ...{ 'ten thousand': 10_000, 'fifty thousand': 50_000, 'sixty thousand': 60_000 },
  ...{ 'two hundred': 200, 'five hundred': 500, 'two thousand': 2000, 'five thousand': 5000 },
  ...{
    두: 2,
    세: 3,
    네: 4,
    다섯: 5,
    여섯: 6,
    일곱: 7,
    여덟: 8,
    아홉: 9,
    열: 10,
    스무: 20,
    스물: 20,
  },
  ...{ 서른: 30, 마흔: 40, 쉰: 50 },
};
const spelledPattern = new RegExp(
  String.raw`(?<![\p{L}\d-])(${Object.keys(spelled)
    .toSorted((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(
      /[ -]/g,
      '[ -]',
    )})(?=[ -]?(?:gpus?|epochs?|rows|samples|images|examples|pictures|records|steps|iterations|batches|에포크|에폭|번|개|장|대|바퀴|회)(?![\p{L}]|\p{sc=Hangul}{3})|[ -]?(?:번|개|장|에포크|에폭)[\p{L}])`,
  'gu',
);

/** One of it is no amount but the unit that is spoken of: “in 1 epoch”. */
const single =
  /(?<![\d.,=:]\s?|(?:batch|배치|size|크기|사이즈)\s?(?:=|:|of|는|가)?\s?)(?<![\d.,])1 ?(?=(?:epoch|에포크|에폭|batch|배치|step|스텝|iteration|이터레이션)(?!es|s(?![a-z])|크기|[ _]size| ?=))/gu;

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

/** “An 80/20 split”, “8:2로 나눈”. */
const ratio =
  /(?<![\d.])(\d{1,2}) ?[:/] ?(\d{1,2})(?= ?(?:split|(?:으로|로) ?(?:나눠|나눈|나누|쪼개|분할|split)|비율|train|학습))/g;

/** “Batch 130 of 260”, “260개 중 130번째 배치”: a bar in words. */
const batchOf =
  /(?:batch|step|iteration) (\d+) (?:out )?of (\d+)(?! ?(?:rows|samples|images|examples|records|data))/g;
const batchOfKorean =
  /(?<!\d)(\d+) ?(?:개|스텝|배치|번)(?:의 배치)? ?(?:중에?서?|가운데) ?(\d+) ?(?:번째 ?(?:배치|스텝|이터레이션)?|스텝|배치)/g;

/** “1,200 steps, currently at 300”, “1200스텝 중 300 왔고”. */
const stepsAt =
  /(\d+(?:,\d{3})*) (?:steps|batches|iterations)[^.?!\d]{0,24}(?:currently|now|is|are|i'm|am|already) (?:at|on) (?:step |batch |number )?(\d+(?:,\d{3})*)(?! ?ms)/g;
const stepsAtKorean =
  /(?<!\d)(\d+(?:,\d{3})*) ?(?:스텝|배치|이터레이션) ?(?:중에?서?|가운데) ?(\d+(?:,\d{3})*)(?:개|번)? ?(?:까지|왔|돌|진행|째)/g;

const minutesAndSeconds =
  /(?<![\d.])(\d+) ?(?:분|min(?:ute)?s?|m) ?(?:and )?(\d+) ?(?:초|sec(?:ond)?s?|s)(?![a-z])/g;

/** More than this is no amount of this trade. */
const MOST = 1e12;

/** @param text as `normalText` gives it: without the sign `#` */
export function markNumbers(text: string): MarkedText {
  const numbers: FoundNumber[] = [];
  const plain = text
    .replace(stepsAt, '$2/$1 ')
    .replace(stepsAtKorean, '$2/$1 ')
    .replace(batchOf, 'batch $1/$2 ')
    .replace(batchOfKorean, '$2/$1 ')
    .replace(
      spelledOrdinal,
      (_all, word: (typeof ordinals)[number]) => `${ordinals.indexOf(word) + 1}번째 `,
    )
    .replace(ordinal, '$1번째 ')
    .replace(names, ' ')
    .replace(single, 'one ')
    .replace(/(?<![\d.])1 ?초 ?(?:에|당|동안)/g, '초당')
    .replace(ratio, (all, most, least) => {
      const whole = Number(most) + Number(least);
      return whole === 10 || whole === 100
        ? `train_test_split ${Math.min(Number(most), Number(least)) / whole} `
        : all;
    })
    .replace(/(?<=(?:into|of|in|by) )(\d+)s(?![a-z])/g, 'batches of $1 ')
    .replace(
      minutesAndSeconds,
      (_both, minutes, seconds) => `${Number(minutes) * 60 + Number(seconds)}s`,
    )
    .replace(spelledPattern, (word) =>
      String(spelled[word.replace('-', ' ')] ?? spelled[word] ?? 0),
    )
    .replace(/(\d+):(\d\d)(?::\d\d)?(?!\d)/g, ' ');
  const marked = plain.replace(numberPattern, (...found) => {
    const written = valueOf(found.at(-1) as Groups);
    const read: FoundNumber =
      Math.max(written.value, written.done ?? 0) <= MOST
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

type Groups = Readonly<Record<string, string | undefined>>;

function valueOf(groups: Groups): FoundNumber {
  const {
    man,
    cheon,
    rest,
    short,
    unit = '',
    done,
    total,
    plain = '',
    percent,
    time,
    sino,
  } = groups;
  if (man !== undefined) {
    const value = plainNumber(man) * 1e4 + Number(cheon ?? 0) * 1e3 + Number(rest ?? 0);
    return { value, form: 'count' };
  }
  if (short !== undefined) {
    return { value: Math.round(plainNumber(short) * (scales[unit.trim()] ?? 1)), form: 'count' };
  }
  if (sino !== undefined) return { value: sinoNumber(sino), form: 'count' };
  if (done !== undefined && total !== undefined) {
    return { value: plainNumber(total), done: plainNumber(done), form: 'bar' };
  }
  const value = plainNumber(plain);
  if (percent !== undefined) return { value: value / 100, form: 'percent' };
  const scale = timeScales.find(([begin]) => time && begin.test(time.trim()))?.[1];
  if (scale !== undefined) return { value: value * scale, form: 'time' };
  return { value, form: Number.isInteger(value) && !plain.includes('e-') ? 'count' : 'decimal' };
}

const plainNumber = (text: string): number => Number(text.replace(/[,_]/g, ''));

/** 육만 오천 = 6 × 10,000 + 5 × 1,000. */
function sinoNumber(text: string): number {
  let [whole, part, digit] = [0, 0, 0];
  for (const letter of text.replace(/\s/g, '')) {
    const scale = scales[letter];
    if (scale === undefined) digit = koreanDigits.indexOf(letter);
    else if (scale === 1e4) {
      whole = (part + digit || 1) * scale;
      [part, digit] = [0, 0];
    } else {
      part += (digit || 1) * scale;
      digit = 0;
    }
  }
  return whole + part + digit;
}
