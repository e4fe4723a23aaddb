/**
 * Ten answers of one person make a round. Everybody has a round of their own, also where several answer
 * the same question: it counts for each of them by itself.
 *
 * - A question counts for the round of whoever answers it for the first time if it is of their round's
 *   level, or of a kind that was to come back for them. Others count for the score alone.
 * - With eight right of ten the next round is a level higher; nobody ever falls back.
 * - A round that was left goes on where it was left. After a week without an answer it begins anew, at the
 *   same level: what came before is too long ago to be summed up as one round.
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
  /** Counted for each person, from 1. */
  readonly number: number;
  readonly level: Level;
  /** Those that count, in their order. */
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
 * The round that the next answer belongs to: the last one, or a new one after it.
 * @param last missing: there was none
 */
export function roundNow(last: Round | undefined, nowMs: number): Round {
  const fresh = { answers: [], answeredAtMs: nowMs };
  if (!last) return { number: 1, level: levels[0], ...fresh };
  const isLeft = nowMs - last.answeredAtMs > LEFT_AFTER_MS;
  if (!isOver(last) && !isLeft) return last;
  return { number: last.number + 1, level: levelAfter(last), ...fresh };
}
