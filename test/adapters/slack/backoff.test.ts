import { expect, test } from 'vitest';
import { backoffMs } from '../../../src/adapters/slack/backoff.js';

test('retries after a second, then twice as long each time, plus a random delay', () => {
  for (let tries = 1; tries < 14; tries += 1) {
    const leastMs = Math.min(1_000 * 2 ** (tries - 1), 300_000);
    const waits = Array.from({ length: 50 }, () => backoffMs(1_000, tries));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(leastMs);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1.5 * leastMs);
    // Not all at once, either.
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(leastMs / 10);
  }
});
