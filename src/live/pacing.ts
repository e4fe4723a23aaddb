/** How fast a watched run may go: no faster than its message can show it. */

/** A watched run spends at most this long on edits; past it, consecutive epochs share one. */
export const MAX_WATCH_MS = 60_000;

/** Consecutive epochs that share an edit, so that all edits of a run fit into `MAX_WATCH_MS`. */
export function epochsPerEdit(epochs: number, intervalMs: number): number {
  return Math.max(1, Math.ceil((epochs * intervalMs) / MAX_WATCH_MS));
}
