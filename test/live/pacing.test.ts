import { expect, test } from 'vitest';
import { epochsPerEdit, MAX_WATCH_MS } from '../../src/live/pacing.js';

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
