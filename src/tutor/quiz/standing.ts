/** Where somebody stands in the quiz, and what they are asked next. */
import { freshNumbers, nextQuestion, type Before, type QuizRef } from './question.js';
import { dueNow, type Review } from './repetition.js';
import { roundNow, type Round } from './round.js';

/** How somebody does. */
export interface Score {
  /** Questions answered; each counts once, with its first answer. */
  readonly answered: number;
  readonly right: number;
  /** Right answers since the last wrong one. */
  readonly streak: number;
}

export interface Standing {
  /** When this was so (Unix ms). */
  readonly atMs: number;
  readonly score: Score;
  /** The newest with an answer, whether it is over or not; missing: there was none. */
  readonly round?: Round;
  /** What is to come back, now or later. */
  readonly reviews: readonly Review[];
}

/** What became of an answer. */
export interface CountedAnswer {
  /** False when they had answered the question before: nothing was changed then. */
  readonly counted: boolean;
  /** The round that the question counts for, by its number; missing: for none. */
  readonly round?: number;
  /** The question was to come back, and this answer is the one that it came back for. */
  readonly wasDue: boolean;
}

export interface Next {
  readonly question: QuizRef;
  /** They got this kind wrong before: it is for them alone, as that is nobody else's business. */
  readonly isAgain: boolean;
}

/** What is due goes first; then come new questions of the level of their round. */
export function nextFor(standing: Standing, before: Before): Next {
  const { reviews, atMs } = standing;
  const [due] = dueNow(reviews, atMs);
  if (due) return { question: freshNumbers(due.kind, before), isAgain: true };
  return { question: newFor(standing, before), isAgain: false };
}

/** The next of the new questions, whatever is due. */
export function newFor({ round, atMs }: Standing, before: Before): QuizRef {
  return nextQuestion(before, roundNow(round, atMs).level);
}
