/** How fronts share the slots of their workers. */

/**
 * By demand, each slot to one of them: a task waits about as long for its turn on whichever front it is.
 * Who asks for nothing gets none beside those who do; where nobody does, all get as many.
 * @param demands by front
 * @returns whole numbers whose sum is `slots`, by front
 */
export function sharesOf(
  slots: number,
  demands: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const total = [...demands.values()].reduce((sum, demand) => sum + demand, 0);
  const parts = [...demands].map(([front, demand]) => {
    const exact = total > 0 ? (slots * demand) / total : slots / demands.size;
    return { front, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const given = parts.reduce((sum, { whole }) => sum + whole, 0);
  // The largest remainders (Hamilton's method); by name where they are alike, as on every front.
  const nearest = [...parts].sort((a, b) => b.rest - a.rest || (a.front < b.front ? -1 : 1));
  const further = new Set(nearest.slice(0, Math.max(0, slots - given)).map(({ front }) => front));
  return new Map(parts.map(({ front, whole }) => [front, whole + (further.has(front) ? 1 : 0)]));
}
