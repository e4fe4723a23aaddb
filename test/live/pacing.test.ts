import { expect, test } from 'vitest';
import {
  crowdedEpochMs,
  epochsPerEdit,
  isCrowded,
  isTooSlow,
  isWorthAnEdit,
  MAX_WATCH_MS,
} from '../../src/live/pacing.js';

test.each([
  { epochs: 20, intervalMs: 1_000, share: 1 },
  { epochs: 60, intervalMs: 1_000, share: 1 },
  { epochs: 61, intervalMs: 1_000, share: 2 },
  { epochs: 500, intervalMs: 1_000, share: 9 },
  { epochs: 500, intervalMs: 100, share: 1 },
  { epochs: 1, intervalMs: 120_000, share: 2 },
])(
  '$epochs epochs at an edit every $intervalMs ms share $share an edit',
  ({ epochs, intervalMs, share }) => {
    expect(epochsPerEdit(epochs, intervalMs)).toBe(share);
  },
);

test('all edits of the longest run fit into the time a learner watches', () => {
  for (const intervalMs of [100, 1_200, 12_000]) {
    const edits = Math.floor(500 / epochsPerEdit(500, intervalMs));
    expect(edits * intervalMs).toBeLessThanOrEqual(MAX_WATCH_MS);
  }
});

test('sharers whose epochs can all still be seen are not a crowd', () => {
  expect(isCrowded(20, 3_000, 2)).toBe(false);
  expect(isCrowded(20, 4_500, 3)).toBe(true);
  expect(isCrowded(500, 1_500, 1), 'alone').toBe(false);
});

test('an edit every two seconds shows each epoch of a lesson; a rarer one is too slow', () => {
  expect(isTooSlow(2_000)).toBe(false);
  expect(isTooSlow(2_001)).toBe(true);
  expect(2_000).toBeLessThan(crowdedEpochMs(20, 0));
});

test('in a crowd equal runs take equally long, and less than a learner watches', () => {
  for (const epochs of [20, 100, 500]) {
    expect(epochs * crowdedEpochMs(epochs, 0)).toBeLessThan(MAX_WATCH_MS);
  }
});

test('a run whose message had to wait ends with the others, but there is something to watch', () => {
  expect(10_000 + 20 * crowdedEpochMs(20, 10_000)).toBe(20 * crowdedEpochMs(20, 0));
  expect(20 * crowdedEpochMs(20, 50_000)).toBe(20_000);
});

test('shortly after another edit or before the end, an edit is not worthwhile', () => {
  expect(isWorthAnEdit(20_000, 30_000, 45_000)).toBe(true);
  expect(isWorthAnEdit(20_000, 10_000, 45_000)).toBe(false);
  expect(isWorthAnEdit(10_000, 30_000, 45_000)).toBe(false);
});
