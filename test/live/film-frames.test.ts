import { expect, test } from 'vitest';
import { framesOf } from '../../src/live/film-frames.js';

test.each([2, 3, 20, 40])('all of %i epochs are shown', (epochs) => {
  expect(framesOf(epochs)).toEqual(Array.from({ length: epochs }, (_, index) => index + 1));
});

test.each([41, 60, 100, 250, 499, 500])(
  'of %i epochs at most forty, the first and the last among them, each once, denser at first',
  (epochs) => {
    const frames = framesOf(epochs);
    expect(frames.length).toBeLessThanOrEqual(40);
    expect(frames.length).toBeGreaterThan(30);
    expect([frames[0], frames[1], frames.at(-1)]).toEqual([1, 2, epochs]);
    expect(new Set(frames).size).toBe(frames.length);
    expect(frames).toEqual(frames.toSorted((a, b) => a - b));
  },
);
