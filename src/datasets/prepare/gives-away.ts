/** Target leakage: inputs that are the target under another name or in another unit. */
import type { Column, NumberColumn } from './columns.js';
import type { Target } from './target.js';

/** How often a mapping from few values to classes must occur not to be chance. */
const maxValues = 10;
const minRowsPerValue = 5;
/** Tolerance for points on a straight line, as both were measured and rounded. */
const minCorrelation = 0.999_999;

/** Names of the columns that each determine the target on their own. */
export function givingAway(columns: readonly Column[], target: Target): string[] {
  return columns
    .filter((column) =>
      target.task === 'regression'
        ? column.kind === 'number' && isStraightLine(column, target)
        : column.kind !== 'date' && isMapping(column, target),
    )
    .map(({ name }) => name);
}

/** Each of its values occurs in only one class, and each class has such a value. */
function isMapping(column: Exclude<Column, { kind: 'date' }>, { kept, values }: Target): boolean {
  const classOf = new Map<number, number>();
  let rows = 0;
  for (const [index, row] of kept.entries()) {
    const value = column.values[row] ?? Number.NaN;
    if (column.kind === 'category' ? value < 0 : Number.isNaN(value)) continue;
    const known = classOf.get(value);
    if (known !== undefined && known !== values[index]) return false;
    classOf.set(value, values[index] ?? 0);
    if (classOf.size > maxValues && classOf.size > new Set(values).size) return false;
    rows += 1;
  }
  return rows >= classOf.size * minRowsPerValue && rows >= 0.9 * kept.length && classOf.size > 1;
}

function isStraightLine({ values }: NumberColumn, target: Target): boolean {
  const points: [number, number][] = [];
  for (const [index, row] of target.kept.entries()) {
    const x = values[row] ?? Number.NaN;
    if (!Number.isNaN(x)) points.push([x, target.values[index] ?? 0]);
  }
  if (points.length < 0.9 * target.kept.length || points.length < minRowsPerValue) return false;
  const mean = (at: 0 | 1): number =>
    points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx > 0 && yy > 0 && Math.abs(xy) >= minCorrelation * Math.sqrt(xx * yy);
}
