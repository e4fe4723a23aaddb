/** How fast a watched run may go: no faster than its message can show it. */

/** A watched run spends at most this long on edits; past it, consecutive epochs share one. */
export const MAX_WATCH_MS = 60_000;

/**
 * Where many runs share a platform's edits, a watched run takes so long from when it was asked for, whatever
 * its message can show of it: equal runs take equally long, and a class is not kept waiting.
 */
const SHARED_WATCH_MS = 50_000;

/** There is something to watch for so long, even for those whose message had to wait. */
const LEAST_WATCH_MS = 20_000;

/**
 * Where one more message would leave each so long between two edits, a run joins its channel's board: a crowd's
 * lesson of twenty epochs takes 2.5 s for each (`SHARED_WATCH_MS`), and a message that is slower than that
 * skips some. The rest is for the ends of others, which go first.
 */
const SLOW_EDITS_MS = 2_000;

/** Whether a message of its own would be too slow for a run, and slow down those that are there. */
export function isTooSlow(intervalMs: number): boolean {
  return intervalMs > SLOW_EDITS_MS;
}

/** Whether the edits that the platform has for a run are too few to show each of its epochs. */
export function isCrowded(epochs: number, intervalMs: number, sharing: number): boolean {
  return sharing > 1 && epochs * intervalMs > MAX_WATCH_MS;
}

/**
 * From one epoch to the next of a watched run in such a crowd, in ms.
 * @param waitedMs that its message waited for its place behind others
 */
export function crowdedEpochMs(epochs: number, waitedMs: number): number {
  return Math.max(SHARED_WATCH_MS - waitedMs, LEAST_WATCH_MS) / epochs;
}

/**
 * Before the end comes anyway, an edit is worth one only if what it replaces has stood for a while, and what
 * it shows will.
 */
export function isWorthAnEdit(stoodMs: number, restMs: number, intervalMs: number): boolean {
  return Math.min(stoodMs, restMs) >= intervalMs / 3;
}

/** Consecutive epochs that share an edit, so that all edits of a run fit into `MAX_WATCH_MS`. */
export function epochsPerEdit(epochs: number, intervalMs: number): number {
  return Math.max(1, Math.ceil((epochs * intervalMs) / MAX_WATCH_MS));
}
