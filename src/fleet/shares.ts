/** How fronts share the slots of the workers. */

/**
 * Divides the slots by demand, so that a task waits about equally long on every front. Fronts without
 * demand get none while others have some; if none has any, all get the same.
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
  // Largest remainders (Hamilton's method); ties are broken by name, so that every front gets the same
  // result.
  const nearest = [...parts].sort((a, b) => b.rest - a.rest || (a.front < b.front ? -1 : 1));
  const further = new Set(nearest.slice(0, Math.max(0, slots - given)).map(({ front }) => front));
  return new Map(parts.map(({ front, whole }) => [front, whole + (further.has(front) ? 1 : 0)]));
}
