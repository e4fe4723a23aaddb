/** A question and the sum that answers it, as tests see them. */
import { plain } from '../../src/content/text.js';
import { translator } from '../../src/content/translator.js';
import { lessonFacts, type Facts } from '../../src/tutor/facts.js';
import { normalText } from '../../src/tutor/questions/normal-text.js';
import type { PreviousSum } from '../../src/tutor/questions/sums/follow-up.js';
import { sumBids, type SumBid } from '../../src/tutor/questions/sums/sum-bids.js';

/** A less certain reading is not answered with a sum. */
const SURE = 0.7;

export interface Summed {
  readonly bid: SumBid | undefined;
  /** Empty if no sum is surely wanted. */
  readonly words: string;
}

export function summed(
  question: string,
  facts: Facts = lessonFacts,
  previous?: PreviousSum,
): Summed {
  const [bid] = sumBids(normalText(question), facts, previous);
  if (!bid || bid.score < SURE) return { bid, words: '' };
  const speaks = translator(/\p{sc=Hangul}/u.test(question) ? 'ko' : 'en');
  return { bid, words: bid.answer(speaks).lines.map(plain).join(' ') };
}

/** Every question of one conversation, answered in turn. */
export function summedInTurn(...questions: readonly string[]): readonly string[] {
  let previous: PreviousSum | undefined;
  return questions.map((question) => {
    const { bid, words } = summed(question, lessonFacts, previous);
    // Through JSON, as it is stored between two messages.
    if (bid && words !== '') {
      previous = JSON.parse(
        JSON.stringify({ kind: bid.kind, amounts: bid.amounts }),
      ) as PreviousSum;
    }
    return words;
  });
}
