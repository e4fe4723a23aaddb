import { describe, expect, test } from 'vitest';
import { splitRows, stratifiedSplit } from '../../src/datasets/split.js';

describe('training and test', () => {
  test('8,000 of 10,000 rows train, each row once, the same rows every time', () => {
    const { order, trainRows } = stratifiedSplit(new Uint8Array(10_000));
    expect(trainRows).toBe(8_000);
    expect(new Set(order).size).toBe(10_000);
    expect(order).toEqual(stratifiedSplit(new Uint8Array(10_000)).order);
    expect([...order.subarray(0, 5)]).not.toEqual([0, 1, 2, 3, 4]);
  });

  test('training, validation and test contain each class in proportion', () => {
    const classes = Array.from({ length: 1000 }, (_, row) => (row < 200 ? 1 : 0));
    const { order } = stratifiedSplit(classes);
    const ones = (from: number, to: number): number =>
      order.subarray(from, to).filter((row) => classes[row] === 1).length;
    expect(ones(0, 640)).toBe(128);
    expect(ones(640, 800)).toBe(32);
    expect(ones(800, 1000)).toBe(40);
  });

  test('a class of two rows can be learned', () => {
    const classes = Array.from({ length: 50 }, (_, row) => (row < 2 ? 1 : 0));
    const { order, trainRows } = stratifiedSplit(classes);
    expect([...order.subarray(0, trainRows)].some((row) => row < 2)).toBe(true);
  });
});

test.each([
  [8_000, 0, 8_000, 0],
  [8_000, 0.2, 6_400, 1_600],
  [10_000, 0.8, 1_999, 8_001],
  [7, 0.5, 3, 4],
])('validation_split of %i rows at %f, as Keras counts', (rows, share, training, validation) => {
  expect(splitRows(rows, share)).toEqual({ training, validation });
});
