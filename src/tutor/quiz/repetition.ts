/**
 * What somebody got wrong comes back, with fresh numbers: they are to know the kind of question, not the
 * number. It is spaced repetition with Leitner's boxes (S. Leitner, So lernt man lernen, 1972); that
 * practice spread over days keeps better than practice at once is the spacing effect (Cepeda et al.,
 * Psychological Bulletin 132, 2006).
 *
 * The rule, for each person and kind of question:
 * - answered wrong, whenever: it is in the first box, and comes back a day later;
 * - answered right once that day has passed: it moves on a box, and comes back 3, then 7 days later;
 * - answered right from the last box: it is done;
 * - answered right before its time: nothing changes, as that shows no more than that it was just read.
 *
 * A day is 24 hours, not a date: nobody's time zone is known.
 */
import type { QuizKindName } from './question.js';

export const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = [1, 3, 7] as const;

/** A kind of question that somebody got wrong, until they have known it often enough. */
export interface Review {
  readonly kind: QuizKindName;
  /** Index into the boxes. */
  readonly box: number;
  /** When it was answered wrong last; missing: before such times were kept. */
  readonly missedAtMs?: number;
  /** When it was put into its box. */
  readonly answeredAtMs: number;
}

/** Unix time from which it is to be asked. */
export function dueAtMs({ box, answeredAtMs }: Review): number {
  return answeredAtMs + (DAYS[box] ?? DAYS[0]) * DAY_MS;
}

/**
 * Whether it is to be asked now. What was answered more than a day in the future was answered while the
 * machine's clock was ahead: to wait for that day could take years.
 */
export function isDue(review: Review, nowMs: number): boolean {
  return nowMs >= dueAtMs(review) || review.answeredAtMs > nowMs + DAY_MS;
}

/** The reviews that are to be asked now, whatever has waited longest first. */
export function dueNow(reviews: readonly Review[], nowMs: number): readonly Review[] {
  return reviews
    .filter((review) => isDue(review, nowMs))
    .sort((one, other) => dueAtMs(one) - dueAtMs(other));
}

/** Whole days until it is to be asked; 0: now. */
export function daysUntilDue(review: Review, nowMs: number): number {
  return isDue(review, nowMs) ? 0 : Math.ceil((dueAtMs(review) - nowMs) / DAY_MS);
}

/**
 * What becomes of a kind's review with an answer.
 * @param review missing: the kind was not to be repeated
 * @returns undefined where it is not to be repeated (any more)
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
