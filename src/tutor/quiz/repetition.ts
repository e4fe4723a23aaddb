/**
 * Missed questions come back with new numbers: people should learn the kind of question, not the
 * number. Spaced repetition with Leitner boxes (S. Leitner, So lernt man lernen, 1972); that
 * practice spread over days lasts better than practice at once is the spacing effect (Cepeda et al.,
 * Psychological Bulletin 132, 2006).
 *
 * The rule, for each person and kind of question:
 * - wrong, at any time: it goes into the first box, and comes back a day later;
 * - right after that day: it moves up a box, and comes back 3, then 7 days later;
 * - right in the last box: it is done;
 * - right before it is due: nothing changes, as the explanation was only just read.
 *
 * A day is 24 hours, not a date: nobody's time zone is known.
 */
import type { QuizKindName } from './question.js';

export const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = [1, 3, 7] as const;

/** A kind of question that somebody missed, until they have got it right often enough. */
export interface Review {
  readonly kind: QuizKindName;
  /** Index into the boxes. */
  readonly box: number;
  /** When it was last answered wrong; missing for entries from before this was stored. */
  readonly missedAtMs?: number;
  /** When it was put into its box. */
  readonly answeredAtMs: number;
}

/** Unix time from which it is due. */
export function dueAtMs({ box, answeredAtMs }: Review): number {
  return answeredAtMs + (DAYS[box] ?? DAYS[0]) * DAY_MS;
}

/**
 * Whether it is due. An answer more than a day in the future was given while the
 * machine's clock was ahead: waiting for that day could take years.
 */
export function isDue(review: Review, nowMs: number): boolean {
  return nowMs >= dueAtMs(review) || review.answeredAtMs > nowMs + DAY_MS;
}

/** The reviews that are due, the longest overdue first. */
export function dueNow(reviews: readonly Review[], nowMs: number): readonly Review[] {
  return reviews
    .filter((review) => isDue(review, nowMs))
    .sort((one, other) => dueAtMs(one) - dueAtMs(other));
}

/** Whole days until it is due; 0: now. */
export function daysUntilDue(review: Review, nowMs: number): number {
  return isDue(review, nowMs) ? 0 : Math.ceil((dueAtMs(review) - nowMs) / DAY_MS);
}

/**
 * A kind's review after an answer.
 * @param review undefined: the kind was not scheduled
 * @returns undefined if it is not (or no longer) scheduled
 */
export function reviewAfter(
  review: Review | undefined,
  {
    kind,
    isRight,
    atMs,
  }: { readonly kind: QuizKindName; readonly isRight: boolean; readonly atMs: number },
): Review | undefined {
  if (!isRight) return { kind, box: 0, missedAtMs: atMs, answeredAtMs: atMs };
  if (!review || !isDue(review, atMs)) return review;
  const box = review.box + 1;
  return box < DAYS.length ? { ...review, box, answeredAtMs: atMs } : undefined;
}
