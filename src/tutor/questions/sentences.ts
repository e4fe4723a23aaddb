/** A post of several sentences: one of them is the question, the others tell how it came about. */
import { isConcept, search, type Found } from './search.js';
import { readQuestion, type Question } from './question.js';

/** What fits one sentence fits the post a little less. */
const OF_A_SENTENCE = 0.88;
const MOST_SENTENCES = 8;
/** “I gave no seed.” alone is not what is asked. */
const FEWEST_SHARED = 2;

/** Nearest first: what fits the whole, and written answers that fit one of its sentences better. */
export function searchAll(
  question: Question,
  says: (found: Found, of: Question) => boolean,
): readonly Found[] {
  const whole = search(question).filter((one) => says(one, question));
  const sentences = question.text.split(/(?<=[.?!])\s+/).slice(0, MOST_SENTENCES);
  if (sentences.length < 2) return whole;
  const best = new Map(whole.map((one) => [one.target, one]));
  for (const sentence of sentences.map(readQuestion)) {
    for (const one of search(sentence).filter((found) => says(found, sentence))) {
      const likeness = one.likeness * OF_A_SENTENCE;
      // A card is for whoever asks what a thing is; “I use batch size 32.” does not.
      if (isConcept(one.target) || one.shared.length < FEWEST_SHARED) continue;
      if (likeness <= (best.get(one.target)?.likeness ?? 0)) continue;
      best.set(one.target, { ...one, likeness });
    }
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness);
}
