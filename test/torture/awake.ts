/**
 * Time as far as this process has had it, in ms: a machine that stands still for minutes, as an overloaded
 * or suspended one does, uses up nobody's patience.
 */
const TICK_MS = 100;
/** What passes at most from one tick to the next. */
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
