/**
 * Ten answers by one person make a round. Everybody has their own round, even if several people answer
 * the same question: it counts for each of them separately.
 *
 * - A first answer counts for the person's round if the question is at their round's
 *   level, or of a kind that was due for them. Others count only for the score.
 * - With eight out of ten right the next round is a level higher; nobody ever moves down.
 * - An interrupted round continues where it was. After a week without an answer it starts over, at the
 *   same level: the earlier answers are too long ago to count as one round.
 */
import { DAY_MS } from './repetition.js';
import { levels, type Level, type QuizRef } from './question.js';

export const ROUND_LENGTH = 10;
export const ENOUGH_RIGHT = 8;
const LEFT_AFTER_MS = 7 * DAY_MS;

export interface RoundAnswer extends QuizRef {
  readonly isRight: boolean;
}

export interface Round {
  /** The person's round number, from 1. */
  readonly number: number;
  readonly level: Level;
  /** The answers that count, in order. */
  readonly answers: readonly RoundAnswer[];
  /** When the last of them was given. */
  readonly answeredAtMs: number;
}

export function isOver({ answers }: Round): boolean {
  return answers.length >= ROUND_LENGTH;
}

export function rightOnes({ answers }: Round): number {
  return answers.filter(({ isRight }) => isRight).length;
}

/** The level of the round after this one. */
export function levelAfter(round: Round): Level {
  const { level } = round;
  if (!isOver(round) || rightOnes(round) < ENOUGH_RIGHT) return level;
  return levels.find((higher) => higher > level) ?? level;
}

/**
 * The round that the next answer belongs to: the last one, or a new one.
 * @param last undefined if there was none
 */
export function roundNow(last: Round | undefined, nowMs: number): Round {
  const fresh = { answers: [], answeredAtMs: nowMs };
  if (!last) return { number: 1, level: levels[0], ...fresh };
  const isLeft = nowMs - last.answeredAtMs > LEFT_AFTER_MS;
  if (!isOver(last) && !isLeft) return last;
  return { number: last.number + 1, level: levelAfter(last), ...fresh };
}
