/**
 * Which of the encodings that do not say what they are: the one that decodes without loss and whose
 * characters read most like its language.
 */
import iconv from 'iconv-lite';

const candidates = ['cp949', 'shift_jis', 'windows-1252'] as const;
export type LegacyEncoding = (typeof candidates)[number];

/** Lines with other than ASCII that are looked at, in bytes; beyond that a guess gets no better. */
const sampleBytes = 128 * 1024;
const lost = -5;

/** @param bytes text in an encoding that extends ASCII */
export function guessEncoding(bytes: Buffer): {
  readonly encoding: LegacyEncoding;
  readonly text: string;
} {
  const sample = sampleOf(bytes);
  const ranked = candidates
    .map((encoding) => ({ encoding, score: likeness(iconv.decode(sample, encoding), encoding) }))
    .sort((a, b) => b.score - a.score);
  // What fits the sample but loses a character further down is not the file's encoding.
  for (const { encoding } of ranked) {
    const text = iconv.decode(bytes, encoding);
    if (!isLossy(text)) return { encoding, text };
  }
  const encoding = ranked[0]?.encoding ?? 'windows-1252';
  return { encoding, text: iconv.decode(bytes, encoding) };
}

function isLossy(text: string): boolean {
  return /[\uFFFD\u0080-\u009F]/.test(text);
}

function sampleOf(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < sampleBytes;) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next + 1;
    const line = bytes.subarray(start, Math.min(end, start + sampleBytes));
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}

/** Mean points of the characters beyond ASCII: 1 for what the language is written in, −5 for loss. */
function likeness(text: string, encoding: LegacyEncoding): number {
  let [points, count] = [0, 0];
  // Runs of letters that are not ASCII: `원`, or the `öß` of `größte`.
  for (const [run] of text.matchAll(/\P{ASCII}+/gu)) {
    for (const char of run) {
      count += 1;
      points += isLossy(char) ? lost : pointsOf[encoding](char, run.length);
    }
  }
  return count === 0 ? 0 : points / count;
}

const pointsOf: Readonly<Record<LegacyEncoding, (char: string, run: number) => number>> = {
  cp949: (char) => {
    if (/\p{Script=Hangul}/u.test(char)) return isUsual(char) ? 1 : 0;
    if (/[\u3000-\u303F\uFF01-\uFF60\u2000-\u2BFF\u3200-\u33FF°±×÷·²³]/.test(char)) return 0.5;
    return /\p{Script=Han}/u.test(char) ? -0.2 : -1;
  },
  shift_jis: (char) => {
    // Half-width katakana are single bytes, so any text of cp949 or the West is full of them.
    if (/[\uFF61-\uFF9F]/.test(char)) return 0;
    if (/[\p{Script=Hiragana}\p{Script=Katakana}ー々]/u.test(char)) return 1.1;
    if (/\p{Script=Han}/u.test(char)) return isUsual(char) ? 0.9 : 0;
    return /[\u3000-\u303F\uFF01-\uFF60\u2000-\u2BFF\u3200-\u33FF°±×÷]/.test(char) ? 0.5 : -1;
  },
  'windows-1252': (char, run) => {
    if (run > 3) return -1;
    if (/[ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÕÖØÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüœŒšŠžŽŸÿ]/.test(char)) {
      return run === 1 ? 0.9 : 0.3;
    }
    return /[€£¥°²³µ–—‘’“”„…•«»§©®™½¼¾±×·º\u00A0¿¡]/.test(char) && run === 1 ? 0.6 : -0.5;
  },
};

const usual = new Map<string, boolean>();

/**
 * Whether it is among the 2,350 syllables of KS X 1001, or, for Chinese characters, in level 1 of JIS X
 * 0208: what ordinary texts are written in stands in the first part of either encoding.
 */
function isUsual(char: string): boolean {
  const known = usual.get(char);
  if (known !== undefined) return known;
  const isHangul = /\p{Script=Hangul}/u.test(char);
  const [lead = 0, trail = 0] = iconv.encode(char, isHangul ? 'cp949' : 'shift_jis');
  const found = isHangul ? lead >= 0xb0 && trail >= 0xa1 : lead >= 0x88 && lead <= 0x98;
  usual.set(char, found);
  return found;
}
