/** Finds the word of the trade behind a misspelling: 에퐄, 이터레이숀, epcoh, itertion. */
import { disassemble } from 'es-hangul';
import { distance } from 'fastest-levenshtein';
import { spellings, type Term } from '../../content/lexicon/lexicon.js';
import { cuts } from './korean.js';

interface Known {
  readonly term: Term;
  /** Letters; a Hangul syllable is the two or more that it is put together from. */
  readonly letters: string;
}

/** Shorter words have too many neighbours. */
const FEWEST_LETTERS = 5;

const known: readonly Known[] = spellings
  .filter(({ ofTheTrade, stem, written }) => ofTheTrade && !stem && /^\p{L}+$/u.test(written))
  .map(({ term, written }) => ({ term, letters: disassemble(written) }))
  .filter(({ letters }) => letters.length >= FEWEST_LETTERS);

export function misspelt(word: string): Term | undefined {
  for (const cut of cuts(word)) {
    const letters = disassemble(cut);
    if (letters.length < FEWEST_LETTERS - 1) continue;
    const close = known
      .map((one) => ({ ...one, off: distanceOf(letters, one.letters) }))
      .filter(({ off, letters: { length } }) => off <= (length < 8 ? 1 : 2))
      .sort((a, b) => a.off - b.off)[0];
    if (close) return close.term;
  }
  return undefined;
}

/** People err inside a word, hardly in its first letter; two letters swapped are one error. */
function distanceOf(typed: string, meant: string): number {
  if (!meant.startsWith(typed.charAt(0))) return Infinity;
  return sorted(typed) === sorted(meant) ? 1 : distance(typed, meant);
}

const sorted = (text: string): string => Array.from(text).sort().join('');
