import { expect, test } from 'vitest';
import { OwnLedger } from '../../../src/adapters/discord/identifying.js';

const EVERY_MS = 5_500;

test('one front keeps its own shards apart by itself', async () => {
  const now = { ms: 0 };
  const ledger = new OwnLedger(() => now.ms);
  const told = { remaining: 3, resetAfterMs: 20_000 };
  expect(await ledger.take(0, told, EVERY_MS)).toBeUndefined();
  expect(await ledger.take(0, told, EVERY_MS)).toEqual({ waitMs: EVERY_MS, until: 'turn' });
  expect(await ledger.take(1, told, EVERY_MS)).toBeUndefined();
  now.ms = EVERY_MS;
  expect(await ledger.take(0, told, EVERY_MS)).toBeUndefined();
  // What Discord said before knows nothing of the three since.
  now.ms = 2 * EVERY_MS;
  expect(await ledger.take(0, told, EVERY_MS)).toEqual({
    waitMs: 20_000 - now.ms,
    until: 'sessions',
  });
  now.ms = 20_000;
  expect(await ledger.take(0, told, EVERY_MS)).toBeUndefined();
});
