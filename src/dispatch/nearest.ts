import { distance } from 'fastest-levenshtein';

/**
 * The word a person most likely meant: at most a third of its letters off, or the same letters in
 * another order (`fti`), the most common typo.
 */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const typed = given.toLowerCase();
  const ranked = words
    .map((word) => ({ word, off: distance(typed, word.toLowerCase()) }))
    .filter(({ word, off }) => off <= allowed(typed, word) || isShuffled(typed, word))
    .sort((a, b) => a.off - b.off);
  return ranked[0]?.word;
}

/** Less than the whole word, or any letter would match any other. */
function allowed(typed: string, word: string): number {
  const longer = Math.max(typed.length, word.length);
  return Math.min(word.length - 1, Math.max(1, Math.floor(longer / 3)));
}

function isShuffled(typed: string, word: string): boolean {
  return sorted(typed) === sorted(word.toLowerCase());
}

const sorted = (text: string): string => Array.from(text).sort().join('');
