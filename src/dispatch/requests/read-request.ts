/**
 * Reads a request in somebody's own words: “train 20 epochs with batch 10”, “멈춰 주세요”. It is
 * a request only if every word is accounted for: an action in the form of a request,
 * its object, options, politeness. One word more makes it a question, as in
 * “what happens if I train 20 epochs?”, which the tutor answers with an explanation.
 */
import type { CommandSpec } from '../spec.js';
import type { Given } from '../validate.js';
import { english } from './english.js';
import { korean } from './korean.js';
import { at, oneOf, readAt } from './phrases.js';
import { optionReader } from './said-options.js';
import { sideBySide } from './side-by-side.js';
import type { Language, Wish } from './wish.js';

export interface Request {
  readonly command: string;
  readonly given: readonly Given[];
}

/** Requests are short; anything longer is a statement or a question. */
const MAX_CHARACTERS = 200;

type ReadRequest = (text: string) => Request | undefined;

/** @param specs the available commands: no others are recognized */
export function requestReader(specs: readonly CommandSpec[]): ReadRequest {
  const options = specs.find(({ name }) => name === 'fit')?.options ?? {};
  const reading = { options, readOption: optionReader(options) };
  const known = new Set(specs.map(({ name }) => name));
  const readers = [english, korean].map((language) => ({
    question: language.question,
    read: readerOf(language, known, reading),
  }));
  return (text) => {
    if (text.length > MAX_CHARACTERS) return undefined;
    const said = plainWords(text);
    for (const { question, read } of readers) {
      const request = question?.test(text) ? undefined : read(said);
      if (request) return request;
    }
    return undefined;
  };
}

/** Normalizes: lower case, single spaces, no filler. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f|[~^;]|[ㅋㅎㅠㅜ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.!?…,:)]+$/, '')
    .trim();
}

interface Reading {
  /** The options of `/fit`. */
  readonly options: CommandSpec['options'];
  readonly readOption: ReturnType<typeof optionReader>;
}

function readerOf(language: Language, known: ReadonlySet<string>, reading: Reading): ReadRequest {
  const openings = at(`(?:${language.opening}${wordEnd}[,!.:]?\\s*)+`);
  const readers = language.wishes
    .filter(({ command }) => known.has(command))
    .map((wish) => wishReader(wish, language, reading));
  return (said) => {
    const start = readAt(openings, said, 0)?.[0].length ?? 0;
    // An opening may itself be the action: “now” only opens, “let me see my runs” shows.
    for (const from of start === 0 ? [0] : [start, 0]) {
      for (const read of readers) {
        const request = read(said.slice(from));
        if (request) return request;
      }
    }
    return undefined;
  };
}

function wishReader(
  { command, doing, words, needs, takesOptions, takesData, compares }: Wish,
  { closing, doingIs }: Language,
  { options, readOption }: Reading,
): ReadRequest {
  const values = compares === undefined ? [] : [sideBySide(compares, options)];
  const isFirst = doingIs === 'first';
  const end = isFirst ? wordEnd : '';
  const first = at(`${doing}(?:^|${end})`);
  const last = at(`${doing}(?:\\s*${oneOf(...closing)})*$`);
  const others = [...words, ...closing].map((word) => at(`(?:${word})${end}`));
  const needed = needs === undefined ? undefined : new RegExp(needs, 'u');

  return (said) => {
    const given = new Map<string, string>();
    let position = 0;
    if (isFirst) {
      first.lastIndex = 0;
      const verb = first.exec(said);
      if (!verb) return undefined;
      position = verb[0].length;
    }
    let isDone = isFirst;
    for (;;) {
      position = readAt(gap, said, position) ? gap.lastIndex : position;
      if (position >= said.length) break;
      if (!isFirst && readAt(last, said, position)) {
        isDone = true;
        break;
      }
      const option = takesOptions || takesData ? readOption(said, position) : undefined;
      const read = Math.max(...others.map((word) => lengthAt(word, said, position)));
      if (option && option.end - position >= read && (takesOptions || option.name === 'data')) {
        // “batch 10 and batch 100”: not a single run.
        if ((given.get(option.name) ?? option.value) !== option.value) return undefined;
        given.set(option.name, option.value);
        position = option.end;
      } else if (read > 0) {
        position += read;
      } else {
        return undefined;
      }
    }
    if (!isDone) return undefined;
    // A file alone does not say what to do with it.
    const saysHow = [...given.keys()].some((name) => name !== 'csv');
    if (needed && !saysHow && !needed.test(said)) return undefined;
    const asked = [...given].map(([name, value]) => ({
      name: command === 'data' ? 'name' : name,
      value,
    }));
    return { command, given: [...values, ...asked] };
  };
}

/** Spaces and commas between words. */
const gap = /[\s,]+/uy;
/** Korean attaches endings to a word; English does not. */
const wordEnd = '(?![a-z\\d])';

function lengthAt(pattern: RegExp, text: string, position: number): number {
  return readAt(pattern, text, position)?.[0].length ?? 0;
}
