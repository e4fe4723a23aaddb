/**
 * Time this process has really had, in ms: if an overloaded or suspended machine stands still for minutes,
 * that does not count against any timeout.
 */
const TICK_MS = 100;
/** The most that counts between two ticks. */
const MOST_A_TICK_MS = 500;

let countedMs = 0;
let tickedMs = performance.now();

setInterval(() => {
  countedMs = awakeMs();
  tickedMs = performance.now();
}, TICK_MS).unref();

export function awakeMs(): number {
  return countedMs + Math.min(performance.now() - tickedMs, MOST_A_TICK_MS);
}
