import { expect, test } from 'vitest';
import { shapeOf } from '../../../workers/plane/shape.js';
import { straying } from '../../../workers/plane/straying.js';
import { classStyles } from '../../../workers/plane/colours.js';

const side = 61;
const axes = [
  { name: 'x', least: 0, most: 10 },
  { name: 'y', least: -1, most: 1 },
] as const;
/** Position in the picture to the right and upwards, 0 to 1. */
const valuesOf = (answer: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: side ** 2 }, (_, point) =>
    answer((point % side) / (side - 1), Math.floor(point / side) / (side - 1)),
  );
const binary = (answer: (x: number, y: number) => number) =>
  shapeOf({ task: 'binary', axes, classes: ['a', 'b'] }, side, valuesOf(answer));
const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum));

test('a straight boundary deviates by nothing, whatever its angle', () => {
  for (const angle of [0, 0.3, Math.PI / 2, 2.5]) {
    const shape = binary((x, y) =>
      sigmoid(5 * (Math.cos(angle) * (x - 0.5) + Math.sin(angle) * (y - 0.5))),
    );
    expect(shape).toMatchObject({ kind: 'classes', areas: [1, 1], enclosed: [] });
    expect(shape?.bend).toBeLessThan(0.005);
  }
});

test('a corner deviates by half its height, to the size of a cell', () => {
  const shape = binary((x, y) => sigmoid(20 * (y - Math.abs(x - 0.5) - 0.2)));
  // From y = 0.2 in the middle to 0.7 at both edges, around the best-fitting line.
  expect(shape?.bend).toBeGreaterThan(0.2);
  expect(shape?.bend).toBeLessThan(0.3);
});

test('a circle is closed, and deviates by its radius', () => {
  const shape = binary((x, y) => sigmoid(30 * (0.3 - Math.hypot(x - 0.5, y - 0.5))));
  expect(shape).toMatchObject({ areas: [1, 1], enclosed: [1] });
  expect(shape?.bend).toBeCloseTo(0.3, 2);
});

test('one answer everywhere is no boundary', () => {
  expect(binary(() => 0.9)).toEqual({ kind: 'classes', areas: [0, 1], enclosed: [] });
});

test('two areas of one class are counted, a speck is not', () => {
  const strips = binary((x, y) => {
    if (x === 0.5 && y === 0.5) return 1;
    return x < 0.2 || x > 0.8 ? 1 : 0;
  });
  expect(strips).toMatchObject({ areas: [1, 2], enclosed: [] });
});

test('three straight boundaries that meet are straight, each for itself', () => {
  const values = Float32Array.from(
    Array.from({ length: side ** 2 }, (_, point) => {
      const [x, y] = [(point % side) / (side - 1), Math.floor(point / side) / (side - 1)];
      const powers = [3 * x, 3 * y, 3 * (1 - x)].map(Math.exp);
      return powers.map((power) => power / powers.reduce((a, b) => a + b));
    }).flat(),
  );
  const shape = shapeOf({ task: 'multiclass', axes, classes: ['a', 'b', 'c'] }, side, values);
  expect(shape).toMatchObject({ areas: [1, 1, 1] });
  expect(shape?.bend).toBeLessThan(0.01);
});

test('amounts: a tilted surface is flat, a bowl is not, and its lowest point is in the columns’ units', () => {
  const amounts = (answer: (x: number, y: number) => number) =>
    shapeOf({ task: 'regression', axes, classes: [] }, side, valuesOf(answer));
  const board = amounts((x, y) => 3 * x - y);
  expect(board).toMatchObject({
    lowest: { x: 0, y: 1, value: -1 },
    highest: { x: 10, y: -1, value: 3 },
  });
  expect(board?.bend).toBeLessThan(1e-5);
  expect(amounts((x) => (x - 0.5) ** 2)?.bend).toBeCloseTo(2 / 3, 1);
  expect(amounts(() => 2)?.bend).toBe(0);
  expect(amounts((x) => (x === 0 ? NaN : x))).toBeUndefined();
});

test('the best-fitting line need not be evenly distributed across the picture', () => {
  expect(
    straying([
      [0, 0],
      [0.5, 0.5],
      [1, 1],
    ]),
  ).toBeCloseTo(0, 12);
  expect(
    straying([
      [0, 0],
      [1, 0],
      [0, 0.2],
      [1, 0.2],
    ]),
  ).toBeCloseTo(0.1, 12);
});

test('a class named after a colour has it, and no two share one', () => {
  const colours = classStyles(['green', 'inner', 'Red', 'outer']).map(({ colour }) => colour);
  expect(colours).toEqual(['#009E73', '#0072B2', '#D55E00', '#CC79A7']);
  const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  expect(new Set(classStyles(seven).map(({ colour }) => colour)).size).toBe(7);
  expect(new Set(classStyles(seven).map(({ shape, turned }) => `${shape} ${turned}`)).size).toBe(7);
});
