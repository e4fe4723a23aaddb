/**
 * Guesses among encodings without a marker: the one that decodes without loss and whose
 * characters look most like its language.
 */
import iconv from 'iconv-lite';

/** Spreadsheets' encodings in Korea, Japan, China, Taiwan, Russia and the West; Unix in Japan used EUC-JP. */
const candidates = [
  'cp949',
  'shift_jis',
  'gb18030',
  'euc-jp',
  'big5',
  'windows-1252',
  'windows-1251',
] as const;
export type LegacyEncoding = (typeof candidates)[number];

export interface GuessedText {
  readonly encoding: LegacyEncoding;
  readonly text: string;
  /** It looks like none of the supported languages. */
  readonly isUnlikely: boolean;
}

const lost = -5;
/** Correctly decoded text scores at least 0.85 per character; currency and degree signs alone score 0.6. */
const likelyPoints = 0.55;

/**
 * @param bytes text in an encoding that extends ASCII
 * @param sample lines with non-ASCII characters
 */
export function guessEncoding(bytes: Buffer, sample: Buffer): GuessedText {
  const ranked = candidates
    .map((encoding) => ({ encoding, points: likeness(iconv.decode(sample, encoding), encoding) }))
    .sort((a, b) => b.points - a.points);
  // If it fits the sample but loses a character further down, it is not the file's encoding.
  for (const { encoding, points } of ranked) {
    const text = iconv.decode(bytes, encoding);
    if (!isLossy(text)) return { encoding, text, isUnlikely: points < likelyPoints };
  }
  const encoding = ranked[0]?.encoding ?? 'windows-1252';
  return { encoding, text: iconv.decode(bytes, encoding), isUnlikely: true };
}

function isLossy(text: string): boolean {
  return /[\uFFFD\u0080-\u009F]/.test(text);
}

/** Mean score of non-ASCII characters: 1 for the language's script, −5 for a lost character. */
function likeness(text: string, encoding: LegacyEncoding): number {
  let [points, count] = [0, 0];
  // Runs of non-ASCII letters: `원`, or the `öß` in `größte`.
  for (const [run] of text.matchAll(/\P{ASCII}+/gu)) {
    for (const char of run) {
      count += 1;
      points += isLossy(char) ? lost : pointsOf[encoding](char, run.length);
    }
  }
  return count === 0 ? 0 : points / count;
}

const symbols = /[\u3000-\u303F\uFF01-\uFF60\u2000-\u2BFF\u3200-\u33FF°±×÷·²³]/;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
const hangul = /\p{Script=Hangul}/u;
const han = /\p{Script=Han}/u;

function japanese(char: string, encoding: 'shift_jis' | 'euc-jp'): number {
  // Half-width katakana are single bytes, so text in cp949 or Western encodings decodes to many of them.
  if (/[\uFF61-\uFF9F]/.test(char)) return 0;
  if (kana.test(char)) return 1.1;
  if (han.test(char)) return isUsual(char, encoding) ? 0.85 : 0;
  return symbols.test(char) ? 0.5 : -1;
}

function chinese(char: string, encoding: 'gb18030' | 'big5'): number {
  if (han.test(char)) {
    // The Western `°C` is a valid Big5 character.
    const endsInAscii = encoding === 'big5' && (iconv.encode(char, encoding)[1] ?? 0) < 0x80;
    return endsInAscii ? 0.5 : isUsual(char, encoding) ? 0.85 : 0;
  }
  return symbols.test(char) ? 0.5 : -1;
}

/** About two thirds of the syllables in Korean tables; Chinese text decodes to any of the 2,350. */
const frequent = new Set(
  '이름나성별지역도시가격금액날짜일자매출수량구분번호학년점합계등급결과종류군동읍면서울부산대인천광주전세경기강원충북남라상제특여예아니오있음없김박최정다' +
    '는을를의에은로고하사품객회소화건물적연월간온비율평균만억개명층중교국영어판보통목내용리스트장신공안양',
);

const pointsOf: Readonly<Record<LegacyEncoding, (char: string, run: number) => number>> = {
  cp949: (char) => {
    if (hangul.test(char)) return frequent.has(char) ? 1.1 : isUsual(char, 'cp949') ? 0.85 : 0.3;
    // Some Chinese characters are common in Korea; in Chinese text they would be a third.
    return symbols.test(char) || han.test(char) ? 0.5 : -1;
  },
  shift_jis: (char) => japanese(char, 'shift_jis'),
  'euc-jp': (char) => japanese(char, 'euc-jp'),
  gb18030: (char) => chinese(char, 'gb18030'),
  big5: (char) => chinese(char, 'big5'),
  'windows-1251': (char, run) => {
    if (!/\p{Script=Cyrillic}/u.test(char)) return /[№€°«»–—“”„…]/.test(char) ? 0.6 : -0.5;
    if (run < 3) return 0.3;
    // Two thirds of Russian letters; Greek also decodes to Cyrillic letters.
    return /[оеаинтсрвл]/i.test(char) ? 1.2 : 0.2;
  },
  'windows-1252': (char, run) => {
    if (run > 3) return -1;
    if (/[ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÕÖØÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüœŒšŠžŽŸÿ]/.test(char)) {
      return run === 1 ? 0.9 : 0.6;
    }
    return /[€£¥°²³µ–—‘’“”„…•«»§©®™½¼¾±×·º\u00A0¿¡]/.test(char) && run < 3 ? 0.6 : -0.5;
  },
};

/**
 * Lead bytes of common characters: the 2,350 syllables of KS X 1001, and level 1 of
 * JIS X 0208, GB 2312 and Big5.
 */
const usualLeads = {
  cp949: [0xb0, 0xc8],
  shift_jis: [0x88, 0x98],
  'euc-jp': [0xb0, 0xcf],
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
} as const;
/** Microsoft's extensions to the standards have trail bytes below this. */
const extendedBelow = { cp949: 0xa1, gb18030: 0xa1, shift_jis: 0, 'euc-jp': 0, big5: 0 } as const;

const usual = new Map<string, boolean>();

function isUsual(char: string, encoding: keyof typeof usualLeads): boolean {
  const key = encoding + char;
  const known = usual.get(key);
  if (known !== undefined) return known;
  const [lead = 0, trail = 0] = iconv.encode(char, encoding);
  const [first, last] = usualLeads[encoding];
  const found = lead >= first && lead <= last && trail >= extendedBelow[encoding];
  usual.set(key, found);
  return found;
}
