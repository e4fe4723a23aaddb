/** A monotonic clock: an administrator, NTP or a daylight saving bug cannot move it while the program runs. */

/** Read once: durations must not follow the wall clock. */
const beganMs = performance.timeOrigin;

/**
 * Unix time in whole ms when the process started, plus the time since: for anything
 * compared with a time of day, with another machine or an earlier process, and for edits' waiting times.
 * Times shown to people are from the wall clock; all other durations use `performance.now`.
 */
export function steadyNowMs(): number {
  return Math.floor(beganMs + performance.now());
}
