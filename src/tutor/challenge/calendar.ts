/** When challenges open and close. Weeks are counted in UTC, independent of daylight saving. */
export const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** How many days a challenge is open unless the channel chose otherwise; at most a week. */
export const OPEN_DAYS = 5;
export const MOST_OPEN_DAYS = 7;

/**
 * The next of a channel's weekly times not before `openUntilMs`: however many were missed while
 * the program was down, one challenge is enough, and no two are open at once.
 * @param dueMs when this one was due
 */
export function nextWeek(dueMs: number, openUntilMs: number): number {
  const weeks = Math.max(1, Math.ceil((openUntilMs - dueMs) / WEEK_MS));
  return dueMs + weeks * WEEK_MS;
}

/** A date and time that mean the same to all readers. */
export function timeText(ms: number, locale: string): string {
  const format = {
    ...({ dateStyle: 'full', timeStyle: 'short' } as const),
    ...({ timeZone: 'UTC', hourCycle: 'h23' } as const),
  };
  return `${new Intl.DateTimeFormat(locale, format).format(ms)} (UTC)`;
}
