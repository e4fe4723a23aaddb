/**
 * A question as the chooser sees it: the letters of its words in runs of two to five, how large its
 * numbers are, and the terms that it speaks of, alone and in pairs. Hangul is taken apart into letters,
 * so that a particle or a misspelling changes few of them; a term is the same in every language, so that
 * what was learned from English questions helps Korean ones.
 */
import { trade } from '../../../content/lexicon/trade.js';
import { markRoles } from '../sums/mark-roles.js';
import { magnitudesIn } from './magnitudes.js';
import { readTerms } from './terms.js';

const SHORTEST_RUN = 2;
const LONGEST_RUN = 5;
/** A term says what is meant, whatever letters it is written in: it counts as so many of its letters' runs. */
const WEIGHT = { term: 8, pair: 3, word: 3, magnitude: 3 };

/** Runs of letters, words and terms by a hash of theirs, and how often each occurs. */
export type Features = ReadonlyMap<number, number>;

/** @param written as `normalText` gives it */
export function featuresOf(written: string): Features {
  const text = written.replace(withoutZero, '0.');
  const found = new Map<number, number>();
  const add = (hash: number, times = 1): void => {
    found.set(hash, (found.get(hash) ?? 0) + times);
  };
  let previous = '';
  for (const word of wordsOf(markRoles(text))) {
    // A word is bounded, so that a run at its beginning is another than the same inside a word.
    const letters = ` ${word.normalize('NFD')} `;
    for (let start = 0; start < letters.length; start += 1) {
      let hash = FNV_OFFSET;
      for (let end = start; end < Math.min(letters.length, start + LONGEST_RUN); end += 1) {
        hash = Math.imul(hash ^ letters.charCodeAt(end), FNV_PRIME);
        if (end - start + 1 >= SHORTEST_RUN) add(hash >>> 0);
      }
    }
    add(hashOf(word), WEIGHT.word);
    add(hashOf(`${previous} ${word}`));
    previous = word;
  }
  for (const magnitude of magnitudesIn(text)) add(hashOf(`number ${magnitude}`), WEIGHT.magnitude);
  // From the text itself: `0.69` and `1` are terms, and the signs around a role are none.
  const terms = readTerms(text).known;
  // Small talk and what is not ours have little in common but that.
  if (!terms.some((term) => Object.hasOwn(trade, term))) add(hashOf('no term'), WEIGHT.term);
  terms.forEach((term, index) => {
    add(hashOf(`term ${term}`), WEIGHT.term);
    for (const other of terms.slice(index + 1)) {
      add(hashOf(`pair ${[term, other].sort().join(' ')}`), WEIGHT.pair);
    }
  });
  return found;
}

/** `.84` is 0.84. */
const withoutZero = /(?<![\p{L}\p{N}])\.(?=\d)/gu;

/** Roles in angle brackets, words, and single signs that say something. */
const wordPattern = /<\p{L}+>|a\/[ab]|[\p{L}\p{M}_]+(?:'\p{L}+)?|[=/%<>*?]/gu;

function wordsOf(text: string): readonly string[] {
  return text.match(wordPattern) ?? [];
}

/** 32-bit FNV-1a (Fowler, Noll, Vo), over UTF-16 code units. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** What a feature is known by. */
export function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  return hash >>> 0;
}
