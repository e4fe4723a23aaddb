/** How fast a watched run may go: no faster than its message can show it. */

/** A watched run spends at most this long on edits; past it, consecutive epochs share one. */
export const MAX_WATCH_MS = 60_000;

/**
 * Where many runs share a platform's edits, a watched run takes so long whatever its message can show of
 * it: equal runs take equally long, and a class is not kept waiting.
 */
const SHARED_WATCH_MS = 50_000;

/** Whether the edits that the platform has for a run are too few to show each of its epochs. */
export function isCrowded(epochs: number, intervalMs: number, sharing: number): boolean {
  return sharing > 1 && epochs * intervalMs > MAX_WATCH_MS;
}

/** From one epoch to the next of a watched run in such a crowd, in ms. */
export function crowdedEpochMs(epochs: number): number {
  return SHARED_WATCH_MS / epochs;
}

/** Before the end comes anyway, an edit is worth one only if what it shows will stand for a while. */
export function isWorthAnEdit(restMs: number, intervalMs: number): boolean {
  return restMs >= intervalMs / 3;
}

/** Consecutive epochs that share an edit, so that all edits of a run fit into `MAX_WATCH_MS`. */
export function epochsPerEdit(epochs: number, intervalMs: number): number {
  return Math.max(1, Math.ceil((epochs * intervalMs) / MAX_WATCH_MS));
}
