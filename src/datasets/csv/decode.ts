/** Decodes a file's bytes to text. Files may come from Excel in Korea, Unix tools, or anywhere. */
import { UserError } from '../../errors.js';
import type { ReadingNotes } from '../../runs/dataset.js';
import { guessEncoding } from './guess-encoding.js';
import { refuseOtherKinds } from './other-kinds.js';

export interface Decoded {
  /** The text without a byte order mark. */
  readonly text: string;
  readonly encoding: ReadingNotes['encoding'];
  /** The encoding is a guess: the text that looks most like a language. */
  readonly guessed: boolean;
  /** It looks like none of the supported languages. */
  readonly isUnlikely?: boolean;
}

/** @throws UserError for workbooks and other files that are not text tables */
export function decodeText(bytes: Uint8Array): Decoded {
  refuseOtherKinds(bytes);
  const decoded = decode(bytes);
  const text = withoutEnd(decoded.text);
  if (text.includes('\0')) throw new UserError('error.csvNotText');
  return { ...decoded, text };
}

/**
 * A byte order mark decides; then zero bytes, which only UTF-16 has; then UTF-8 if it is valid.
 * Otherwise it is a guess among Excel's encodings in Korea, Japan, the West and elsewhere.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    return {
      text: new TextDecoder(utf16).decode(bytes),
      encoding: utf16,
      guessed: !hasMark(bytes),
    };
  }
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', guessed: false };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sample = sampleOf(buffer);
  if (isMostlySound(new TextDecoder().decode(sample))) {
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8', guessed: true };
  }
  return { ...guessEncoding(buffer, sample), guessed: true };
}

/** Sample size in bytes of lines with non-ASCII text; more does not improve the guess. */
const telling = 64 * 1024;

function sampleOf(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < telling;) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next + 1;
    const line = bytes.subarray(start, Math.min(end, start + telling));
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Valid UTF-8 sequences do not occur by chance: a few broken ones do not rule it out. */
const soundLetters = 20;

function isMostlySound(text: string): boolean {
  let [broken, letters] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code >= 0x80) letters += 1;
  }
  return letters >= soundLetters * broken;
}

function hasMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Checks the first bytes; separators, digits and line ends occur everywhere in a table. */
const sampleBytes = 4096;
/** Minimum share of characters below U+0100 in a UTF-16 table … */
const lowShare = 0.1;
/** … and how many times more they are than those whose other byte is zero, like 가 (U+AC00). */
const dominance = 4;

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (hasMark(bytes)) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  const zeros: [number, number] = [0, 0];
  const end = Math.min(bytes.length, sampleBytes);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const characters = end / 2;
  if (zeros[1] > Math.max(lowShare * characters, dominance * zeros[0])) return 'utf-16le';
  if (zeros[0] > Math.max(lowShare * characters, dominance * zeros[1])) return 'utf-16be';
  return undefined;
}

/** DOS programs end a file with Ctrl-Z. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isFiller(text.charAt(end - 1))) end -= 1;
  // It may come before the last cell's closing quote.
  const last = Math.max(0, end - 2);
  return text.slice(0, last) + text.slice(last, end).replaceAll('\u001A', '');
}

function isFiller(char: string): boolean {
  return char === '\u001A' || char === '\n' || char === '\r';
}
