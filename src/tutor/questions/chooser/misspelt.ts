/** Finds the word of the trade behind a misspelling: 에퐄, 이터레이숀, epcoh, itertion. */
import { disassemble } from 'es-hangul';
import { distance } from 'fastest-levenshtein';
import { spellings, type Term } from '../../../content/lexicon/lexicon.js';
import { cuts } from './korean.js';

interface Known {
  readonly term: Term;
  /** Letters; a Hangul syllable is the two or more that it is put together from. */
  readonly letters: string;
  readonly sorted: string;
}

/** Shorter words have too many neighbours. */
const FEWEST_LETTERS = 5;

const known: readonly Known[] = spellings
  .filter(({ ofTheTrade, stem, written }) => ofTheTrade && !stem && /^\p{L}+$/u.test(written))
  .map(({ term, written }) => ({ term, letters: disassemble(written) }))
  .filter(({ letters }) => letters.length >= FEWEST_LETTERS)
  .map((one) => ({ ...one, sorted: sorted(one.letters) }));

export function misspelt(word: string): Term | undefined {
  for (const cut of cuts(word)) {
    const letters = disassemble(cut);
    if (letters.length < FEWEST_LETTERS - 1) continue;
    const [close] = meantBy(letters);
    if (close) return close.term;
  }
  return undefined;
}

/** The nearest first. People err inside a word, hardly in its first letter. */
function meantBy(letters: string): readonly (Known & { readonly off: number })[] {
  const inOrder = sorted(letters);
  return known
    .filter(
      (one) =>
        one.letters.startsWith(letters.charAt(0)) &&
        Math.abs(one.letters.length - letters.length) <= allowed(one.letters, letters),
    )
    .map((one) => {
      // Two letters swapped are one error.
      const off = one.sorted === inOrder ? 1 : distance(letters, one.letters);
      return { ...one, off };
    })
    .filter((one) => one.off <= allowed(one.letters, letters))
    .sort((a, b) => a.off - b.off);
}

/** A short word two letters off is another word: `convert` is no `converge`. */
function allowed(meant: string, written: string): number {
  return Math.min(meant.length, written.length) < 8 ? 1 : 2;
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}
