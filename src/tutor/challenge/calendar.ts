/** When challenges open and close. Weeks are counted in UTC: nobody's summer time moves them. */
export const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** A challenge is open for so many days unless the channel has it otherwise; a week at most. */
export const OPEN_DAYS = 5;
export const MOST_OPEN_DAYS = 7;

/**
 * The next of a channel's weekly times that is not before `openUntilMs`: however many were missed while
 * the program was down, one challenge is enough, and no two are open at once.
 * @param dueMs when this one was due
 */
export function nextWeek(dueMs: number, openUntilMs: number): number {
  const weeks = Math.max(1, Math.ceil((openUntilMs - dueMs) / WEEK_MS));
  return dueMs + weeks * WEEK_MS;
}

/** A day and a time that mean the same for all who read it. */
export function timeText(ms: number, locale: string): string {
  const format = {
    ...({ dateStyle: 'full', timeStyle: 'short' } as const),
    ...({ timeZone: 'UTC', hourCycle: 'h23' } as const),
  };
  return `${new Intl.DateTimeFormat(locale, format).format(ms)} (UTC)`;
}
