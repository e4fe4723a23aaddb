/**
 * The maximum deviation of a grid's values from the best-fitting plane (least squares),
 * as a share of their range: 0 for a linear network. On a complete grid, both slopes and the mean
 * can be fitted independently.
 */
export function flatness(side: number, values: Float32Array): number {
  const middle = (side - 1) / 2;
  const x = (point: number): number => (point % side) - middle;
  const y = (point: number): number => Math.floor(point / side) - middle;
  let [sum, alongX, alongY, squares] = [0, 0, 0, 0];
  let [least, most] = [Infinity, -Infinity];
  values.forEach((value, point) => {
    sum += value;
    alongX += value * x(point);
    alongY += value * y(point);
    squares += x(point) ** 2;
    least = Math.min(least, value);
    most = Math.max(most, value);
  });
  if (most === least) return 0;
  const board = (point: number): number =>
    sum / values.length + (alongX * x(point) + alongY * y(point)) / squares;
  const off = values.reduce(
    (farthest, value, point) => Math.max(farthest, Math.abs(value - board(point))),
    0,
  );
  return off / (most - least);
}
