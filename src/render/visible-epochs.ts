/** Which finished epochs a message shows when not all of them fit. */

/**
 * The largest number of visible epochs, 0 to `total`, for which `fits` holds; undefined when it holds
 * for none. Never all but one: the line about the hidden epoch would take its place. Calls `fits`
 * O(log total) times, assuming that every further epoch makes a message longer; whatever it returns, `fits`
 * held for it.
 */
export function mostVisible(total: number, fits: (visible: number) => boolean): number | undefined {
  // Without the fold's line, showing all can be shorter than showing almost all, so it is tried first.
  if (fits(total)) return total;
  let fitting: number | undefined;
  let low = 0;
  let high = total - 2;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) {
      fitting = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return fitting;
}

export interface Fold<T> {
  readonly first: readonly T[];
  readonly hidden: readonly T[];
  readonly latest: readonly T[];
}

/** Keeps up to two from the start, where most is learned, and the rest from the end. */
export function foldMiddle<T>(items: readonly T[], visible: number): Fold<T> {
  if (visible >= items.length) return { first: items, hidden: [], latest: [] };
  const head = Math.min(2, Math.floor(visible / 2));
  const tail = items.length - (visible - head);
  return {
    first: items.slice(0, head),
    hidden: items.slice(head, tail),
    latest: items.slice(tail),
  };
}
