/** How fast a watched run may go: no faster than its message can show it. */

/** A watched run spends at most this long on edits; past it, consecutive epochs share one. */
export const MAX_WATCH_MS = 60_000;

/**
 * Where many runs share a platform's edits, a watched run takes this long from when it was asked for, in
 * ms, however much of it its message can show: equal runs take equally long, and a class is not kept
 * waiting.
 */
const SHARED_WATCH_MS = 50_000;

/** At least this long there is something to watch, in ms, even if the message had to wait. */
const LEAST_WATCH_MS = 20_000;

/**
 * Where one more message would leave each this long between two edits, in ms, a run joins its channel's
 * board: in a crowd, an epoch of a lesson of twenty takes 2.5 s (`SHARED_WATCH_MS`), and a slower message
 * would skip some. The rest is for the ends of others, which go first.
 */
const SLOW_EDITS_MS = 2_000;

/** Whether a message of its own would be too slow for a run, and slow down the others. */
export function isTooSlow(intervalMs: number): boolean {
  return intervalMs > SLOW_EDITS_MS;
}

/** Whether a run gets too few edits to show each of its epochs. */
export function isCrowded(epochs: number, intervalMs: number, sharing: number): boolean {
  return sharing > 1 && epochs * intervalMs > MAX_WATCH_MS;
}

/**
 * From one epoch to the next of a watched run in such a crowd, in ms.
 * @param waitedMs how long its message waited behind others
 */
export function crowdedEpochMs(epochs: number, waitedMs: number): number {
  return Math.max(SHARED_WATCH_MS - waitedMs, LEAST_WATCH_MS) / epochs;
}

/**
 * With the end near, an edit is worth sending only if what it replaces has been shown for a while, and
 * what it shows will be.
 */
export function isWorthAnEdit(stoodMs: number, restMs: number, intervalMs: number): boolean {
  return Math.min(stoodMs, restMs) >= intervalMs / 3;
}

/** Consecutive epochs that share an edit, so that all edits of a run fit into `MAX_WATCH_MS`. */
export function epochsPerEdit(epochs: number, intervalMs: number): number {
  return Math.max(1, Math.ceil((epochs * intervalMs) / MAX_WATCH_MS));
}
