/** Time that an administrator, NTP or a summer-time bug cannot move while the program runs. */

/** Read once: what durations are measured by must not follow the wall clock. */
const beganMs = performance.timeOrigin;

/**
 * Unix time in whole ms as it was when the process began, plus what has passed since: for whatever is
 * compared with a time of day, that of another machine or of an earlier process, and for what edits wait.
 * The hour that people read beside a line is the wall clock's; all other durations are `performance.now`.
 */
export function steadyNowMs(): number {
  return Math.floor(beganMs + performance.now());
}
