/** Coordinates as shares of a picture's sides. */
export type Spot = readonly [x: number, y: number];

/**
 * The maximum deviation of the spots from the best-fitting straight line: the one with the least
 * sum of squared distances (Pearson, "On lines and planes of closest fit", 1901).
 */
export function straying(spots: readonly Spot[]): number {
  const mean = (of: (spot: Spot) => number): number =>
    spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length;
  const [middleX, middleY] = [mean(([x]) => x), mean(([, y]) => y)];
  const xx = mean(([x]) => (x - middleX) ** 2);
  const yy = mean(([, y]) => (y - middleY) ** 2);
  const xy = mean(([x, y]) => (x - middleX) * (y - middleY));
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const across = ([x, y]: Spot): number =>
    Math.abs((y - middleY) * Math.cos(angle) - (x - middleX) * Math.sin(angle));
  return spots.reduce((most, spot) => Math.max(most, across(spot)), 0);
}
