/** The shape of a grid's answers: its areas, and how straight their boundaries are. */
import type { Plane, PlaneShape } from '../../src/runs/plane.js';
import { areasOf } from './areas.js';
import { flatness } from './flatness.js';
import { straying, type Spot } from './straying.js';

/** Undefined if an answer is NaN. */
export function shapeOf(
  plane: Pick<Plane, 'task' | 'axes' | 'classes'>,
  side: number,
  values: Float32Array,
): PlaneShape | undefined {
  if (!values.every(Number.isFinite)) return undefined;
  if (plane.task === 'regression') return amountShape(plane, side, values);
  const grid = {
    side,
    probabilities: probabilitiesOf(plane, values),
    classes: plane.classes.length,
  };
  const winners = winnersOf(grid);
  const bends = [...boundariesOf(grid, winners).values()].map(straying);
  return {
    ...{ kind: 'classes', ...areasOf(winners, side, grid.classes) },
    ...(bends.length > 0 && { bend: Math.max(...bends) }),
  };
}

interface Grid {
  readonly side: number;
  readonly classes: number;
  /** For each point, one probability per class. */
  readonly probabilities: Float32Array;
}

/** The likeliest class at each point; the first on ties. */
function winnersOf({ classes, probabilities }: Grid): Uint8Array {
  return Uint8Array.from({ length: probabilities.length / classes }, (_, point) => {
    const own = probabilities.subarray(point * classes, (point + 1) * classes);
    return own.indexOf(Math.max(...own));
  });
}

function probabilitiesOf({ task }: Pick<Plane, 'task'>, values: Float32Array): Float32Array {
  if (task !== 'binary') return values;
  return Float32Array.from({ length: 2 * values.length }, (_, at) => {
    const second = values[at >> 1] ?? 0;
    return at % 2 === 1 ? second : 1 - second;
  });
}

/**
 * If two neighbours on the grid have different answers, the boundary runs between them: where both
 * classes are equally likely, by linear interpolation of the probabilities.
 * @returns boundary points by the two classes that they separate
 */
function boundariesOf(
  { side, classes, probabilities }: Grid,
  winners: Uint8Array,
): ReadonlyMap<number, readonly Spot[]> {
  const found = new Map<number, Spot[]>();
  const look = (point: number, next: number): void => {
    const [a = 0, b = 0] = [winners[point], winners[next]];
    if (a === b) return;
    const lead = (at: number): number =>
      (probabilities[at * classes + a] ?? 0) - (probabilities[at * classes + b] ?? 0);
    const [from, to] = [lead(point), lead(next)];
    const share = from === to ? 0.5 : from / (from - to);
    const placeOf = (at: number): Spot => [
      (at % side) / (side - 1),
      Math.floor(at / side) / (side - 1),
    ];
    const [x, y] = placeOf(point);
    const [nextX, nextY] = placeOf(next);
    const pair = Math.min(a, b) * classes + Math.max(a, b);
    const spots = found.get(pair) ?? [];
    found.set(pair, spots);
    spots.push([x + share * (nextX - x), y + share * (nextY - y)]);
  };
  for (let point = 0; point < side * side; point += 1) {
    if (point % side < side - 1) look(point, point + 1);
    if (point + side < side * side) look(point, point + side);
  }
  return found;
}

function amountShape(
  { axes }: Pick<Plane, 'axes'>,
  side: number,
  values: Float32Array,
): PlaneShape {
  const least = values.indexOf(values.reduce((a, b) => Math.min(a, b)));
  const most = values.indexOf(values.reduce((a, b) => Math.max(a, b)));
  const answerAt = (point: number) => {
    const along = (axis: 0 | 1, index: number): number =>
      axes[axis].least + ((axes[axis].most - axes[axis].least) * index) / (side - 1);
    return {
      x: along(0, point % side),
      y: along(1, Math.floor(point / side)),
      value: values[point] ?? 0,
    };
  };
  return {
    kind: 'amount',
    lowest: answerAt(least),
    highest: answerAt(most),
    bend: flatness(side, values),
  };
}
