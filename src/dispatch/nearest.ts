import { distance } from 'fastest-levenshtein';

/** The word a person most likely meant: at most a third of its letters, but never less than two, off. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((word) => ({ word, off: distance(given.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.off - b.off);
  const best = ranked[0];
  return best && best.off <= Math.max(2, Math.floor(best.word.length / 3)) ? best.word : undefined;
}
