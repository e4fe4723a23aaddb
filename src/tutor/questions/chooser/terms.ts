/** Reads a question as terms: whatever people call a thing, in either language, is one term. */
import { fillers, spellings, type Term } from '../../../content/lexicon/lexicon.js';
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

/** The spellings that share all words but the last: of `배치 크기` and `배치 사이즈` that is `배치`. */
interface Group {
  /** By their last word. */
  readonly exact: Map<string, Found>;
  /** The longest first. */
  readonly stems: Found[];
}

interface Found {
  readonly term: Term;
  readonly lastWord: string;
}

const groups = new Map<string, Group>();
for (const { term, written, stem } of spellings) {
  // As its words stand in a question: `검증loss` is two.
  const words = wordsOf(written);
  const head = words.slice(0, -1).join(' ');
  const group = groups.get(head) ?? { exact: new Map<string, Found>(), stems: [] };
  const found = { term, lastWord: words.at(-1) ?? '' };
  if (stem) group.stems.push(found);
  else group.exact.set(found.lastWord, found);
  groups.set(head, group);
}
for (const { stems } of groups.values()) {
  stems.sort((a, b) => b.lastWord.length - a.lastWord.length);
}
const longest = Math.max(...[...groups.keys()].map((head) => head.split(' ').length + 1));

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
    const head = words.slice(0, count - 1).join(' ');
    const last = words[count - 1] ?? '';
    if (count === 1 && fillers.has(last)) return undefined;
    const group = groups.get(head);
    const found = group && spelledIn(group, last);
    if (found) return { term: found.term, words: count, rest: [] };
  }
  const compound = compoundOf(words[0] ?? '');
  return compound && { ...compound, words: 1 };
}

/** As it is; else as a stem or with its particles (`크기가`), whichever explains more of the word. */
function spelledIn({ exact, stems }: Group, word: string): Found | undefined {
  const whole = exact.get(word);
  if (whole) return whole;
  const stem = stems.find(({ lastWord }) => word.startsWith(lastWord));
  const cut = cuts(word).find((one) => exact.has(one)) ?? '';
  return (stem?.lastWord.length ?? 0) >= cut.length ? stem : exact.get(cut);
}

/** `배치손실`: words written as one. One syllable alone is too likely part of another word. */
function compoundOf(word: string): Pick<Phrase, 'term' | 'rest'> | undefined {
  if (!/^\p{sc=Hangul}+$/u.test(word)) return undefined;
  for (let length = word.length - 1; length >= 2; length -= 1) {
    const spelling = groups.get('')?.exact.get(word.slice(0, length));
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
      .replace(/^(50|79|80|100)\.\d+%$/, '$1%')
      .replace(/^(?!(?:50|79|80|100)%)[\d.]+%$/, 'percent')
      .replace(/[.,]+$/, ''),
  );
}
