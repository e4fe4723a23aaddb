/** Reads a question as terms: whatever people call a thing, in either language, is one term. */
import { fillers, spellings, type Spelling, type Term } from '../../content/lexicon/lexicon.js';
import { cuts, isParticles } from './korean.js';
import { misspelt } from './misspelt.js';

export interface Terms {
  /** In the order of the question, each once. */
  readonly known: readonly Term[];
  /** Words that the lexicon does not have. */
  readonly unknown: readonly string[];
}

const wordPattern =
  /[a-z][a-z0-9_]*(?:[./'-][a-z0-9_]+)*|[가-힣]+|\d[\d.,]*%?|%|[<>]|\/\/|\p{L}+/gu;

const exact = new Map(
  spellings.filter(({ stem }) => !stem).map((spelling) => [spaced(spelling.written), spelling]),
);
const stems = spellings
  .filter(({ stem }) => stem)
  .map((spelling) => ({ ...spelling, written: spaced(spelling.written) }))
  .sort((a, b) => b.written.length - a.written.length);
const longest = Math.max(...spellings.map(({ written }) => wordsOf(written).length));

/** @param text as `normalText` gives it */
export function readTerms(text: string): Terms {
  const known = new Set<Term>();
  const unknown = new Set<string>();
  const words = [...wordsOf(text)];
  while (words.length > 0) {
    const found = phraseAt(words);
    if (found) {
      known.add(found.term);
      words.splice(0, found.words, ...found.rest);
      continue;
    }
    const [word = ''] = words.splice(0, 1);
    const parts = /^\d/.test(word) ? [] : word.split(/[./-]/).filter((part) => part !== '');
    if (parts.length > 1) {
      words.unshift(...parts);
    } else if (!isFiller(word)) {
      const meant = misspelt(word);
      if (meant) known.add(meant);
      else unknown.add(cuts(word).at(-1) ?? word);
    }
  }
  return { known: [...known], unknown: [...unknown] };
}

interface Phrase {
  readonly term: Term;
  /** How many words it takes. */
  readonly words: number;
  /** What of the last one is left over: `손실` of `배치손실`. */
  readonly rest: readonly string[];
}

function phraseAt(words: readonly string[]): Phrase | undefined {
  for (let count = Math.min(longest, words.length); count > 0; count -= 1) {
    const phrase = words.slice(0, count).join(' ');
    if (fillers.has(phrase)) return undefined;
    const found = exact.get(phrase) ?? longer(stemOf(phrase), inflected(phrase));
    if (found) return { term: found.term, words: count, rest: [] };
    const compound = count === 1 ? compoundOf(phrase) : undefined;
    if (compound) return { ...compound, words: 1 };
  }
  return undefined;
}

function longer(one: Spelling | undefined, other: Spelling | undefined): Spelling | undefined {
  return (one?.written.length ?? 0) >= (other?.written.length ?? 0) ? one : other;
}

function stemOf(phrase: string): Spelling | undefined {
  const spaces = phrase.split(' ').length;
  return stems.find(
    ({ written }) => phrase.startsWith(written) && written.split(' ').length === spaces,
  );
}

/** `배치 크기가`: the last word with its particles. */
function inflected(phrase: string): Spelling | undefined {
  for (const cut of cuts(phrase)) {
    const spelling = exact.get(cut);
    if (spelling) return spelling;
  }
  return undefined;
}

/** `배치손실`: words written as one. One syllable alone is too likely part of another word. */
function compoundOf(word: string): Pick<Phrase, 'term' | 'rest'> | undefined {
  if (!/^\p{sc=Hangul}+$/u.test(word)) return undefined;
  for (let length = word.length - 1; length >= 2; length -= 1) {
    const spelling = exact.get(word.slice(0, length));
    const rest = word.slice(length);
    if (spelling) return { term: spelling.term, rest: isParticles(rest) ? [] : [rest] };
  }
  return undefined;
}

function isFiller(word: string): boolean {
  return cuts(word).some((cut) => fillers.has(cut)) || /^[\d.,%]+$/.test(word) || isParticles(word);
}

/** A fraction is told by its first two digits: 0.693 and 0.69 are about the same loss. */
function wordsOf(text: string): readonly string[] {
  const words = text.replace(/(?<=[\p{L}\p{N}])보다/gu, ' 보다 ').match(wordPattern) ?? [];
  return words.map((word) =>
    word
      .replace(/^(0\.\d\d)\d+$/, '$1')
      .replace(/^(?!(?:50|79|80|100)(?:\.\d)?%)[\d.]+%$/, 'percent')
      .replace(/[.,]+$/, ''),
  );
}

/** As its words stand in a question: `검증loss` is two. */
function spaced(written: string): string {
  return wordsOf(written).join(' ');
}
