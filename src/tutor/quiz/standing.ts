/** Somebody's progress in the quiz, and their next question. */
import { freshNumbers, nextQuestion, type Before, type QuizRef } from './question.js';
import { dueNow, type Review } from './repetition.js';
import { roundNow, type Round } from './round.js';

/** A person's score. */
export interface Score {
  /** Questions answered; only the first answer to each counts. */
  readonly answered: number;
  readonly right: number;
  /** Right answers since the last wrong one. */
  readonly streak: number;
}

export interface Standing {
  /** When this was measured (Unix ms). */
  readonly atMs: number;
  readonly score: Score;
  /** The latest round with an answer, over or not; missing if there was none. */
  readonly round?: Round;
  /** Scheduled reviews. */
  readonly reviews: readonly Review[];
}

/** The result of recording an answer. */
export interface CountedAnswer {
  /** False if they had already answered the question: then nothing was changed. */
  readonly counted: boolean;
  /** The number of the round that the question counts for; missing if for none. */
  readonly round?: number;
  /** The question was due for review, and this is the review's answer. */
  readonly wasDue: boolean;
}

export interface Next {
  readonly question: QuizRef;
  /** A review, asked privately, as nobody else needs to know that they missed it. */
  readonly isAgain: boolean;
}

/** Due reviews first; then new questions at the level of their round. */
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
