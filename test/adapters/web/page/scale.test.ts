import { describe, expect, test } from 'vitest';
import { epochScale, tickText, valueScale } from '../../../../src/adapters/web/page/scale.js';

test.each([
  { values: [0.2, 0.6], from: 0.18, to: 0.62 },
  { values: [0.79, 0.81], from: 0.789, to: 0.811 },
  { values: [0, 0], from: 0, to: 1 },
  { values: [0.5], from: 0.45, to: 0.55 },
  { values: [1, 3e30], from: 0, to: 3.15e30 },
])('the axis of $values extends beyond them, to round numbers', ({ values, from, to }) => {
  const scale = valueScale(values);
  expect(scale.from).toBeCloseTo(from, 6);
  expect(scale.to / to).toBeCloseTo(1, 6);
  expect(scale.ticks.length).toBeLessThan(9);
  const texts = scale.ticks.map((tick) => tickText(tick, scale));
  expect(new Set(texts).size).toBe(texts.length);
  // Each label is at its line's position.
  for (const [index, text] of texts.entries()) {
    const value = scale.ticks[index] ?? NaN;
    expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
  }
});

describe('epochs', () => {
  test.each([
    [1, [1]],
    [2, [1, 2]],
    [10, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [20, [1, 5, 10, 15, 20]],
    [500, [1, 100, 200, 300, 400, 500]],
    [57, [1, 20, 40, 57]],
  ])('of %i have a number at the first, the last and round ones', (epochs, ticks) => {
    expect(epochScale(epochs).ticks).toEqual(ticks);
  });
});
