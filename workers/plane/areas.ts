/** Minimum size, as a share of all points: smaller areas are specks. */
const LEAST_SHARE = 0.001;

/**
 * Connected areas with the same answer, along the grid's lines.
 * @param winners each point's predicted class
 */
export function areasOf(
  winners: Uint8Array,
  side: number,
  classes: number,
): { readonly areas: readonly number[]; readonly enclosed: readonly number[] } {
  const areas = Array<number>(classes).fill(0);
  const enclosed = new Set<number>();
  const seen = new Uint8Array(winners.length);
  for (let start = 0; start < winners.length; start += 1) {
    if (seen[start]) continue;
    const winner = winners[start] ?? 0;
    const { points, touchesEdge } = fill(winners, seen, side, start);
    if (points < LEAST_SHARE * winners.length) continue;
    areas[winner] = (areas[winner] ?? 0) + 1;
    if (!touchesEdge) enclosed.add(winner);
  }
  return { areas, enclosed: [...enclosed].sort((a, b) => a - b) };
}

function fill(
  winners: Uint8Array,
  seen: Uint8Array,
  side: number,
  start: number,
): { readonly points: number; readonly touchesEdge: boolean } {
  const winner = winners[start];
  const open = [start];
  seen[start] = 1;
  let points = 0;
  let touchesEdge = false;
  for (let point = open.pop(); point !== undefined; point = open.pop()) {
    points += 1;
    const [column, row] = [point % side, Math.floor(point / side)];
    if (column === 0 || row === 0 || column === side - 1 || row === side - 1) touchesEdge = true;
    const neighbours = [
      ...(column > 0 ? [point - 1] : []),
      ...(column < side - 1 ? [point + 1] : []),
      ...(row > 0 ? [point - side] : []),
      ...(row < side - 1 ? [point + side] : []),
    ];
    for (const next of neighbours) {
      if (seen[next] || winners[next] !== winner) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  return { points, touchesEdge };
}
