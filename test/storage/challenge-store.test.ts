import { expect, test } from 'vitest';
import { CHALLENGE_MS, type Challenge } from '../../src/runs/challenge.js';
import { DatabaseChallengeStore } from '../../src/storage/challenge-store.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { settings } from '../support/run-samples.js';

const place = { platform: 'discord', key: '{"any":1}', channel: '7', home: 'discord:1' } as const;
const jun = { id: 'discord:2', name: 'Jun' };
const challenge = (id: string): Challenge => ({
  ...{ id, ownerId: 'discord:1', ownerName: 'Mina', option: 'batch', settings: settings() },
  ...{ data: { name: 'churn', rows: 8000 }, friend: { id: 'discord:2', name: '' } },
});

test('can be answered for an hour, and is gone after it', async () => {
  let nowMs = 0;
  const store = new DatabaseChallengeStore(openMemoryDatabase(), () => nowMs);
  await store.create(challenge('a'), place, 'r1');
  nowMs = CHALLENGE_MS - 1;
  expect(await store.find('a')).toEqual({
    ...{ challenge: challenge('a'), channel: 'discord 7', state: 'open' },
  });
  nowMs = CHALLENGE_MS;
  expect(await store.find('a')).toBeUndefined();
  expect(await store.accept('a', jun)).toBeUndefined();
});

test('a request asks once, and whoever accepts first has it', async () => {
  const store = new DatabaseChallengeStore(openMemoryDatabase());
  expect((await store.create(challenge('a'), place, 'r1')).id).toBe('a');
  expect((await store.create(challenge('b'), place, 'r1')).id).toBe('a');
  expect(await store.find('b')).toBeUndefined();
  expect(await store.accept('a', jun)).toEqual(jun);
  expect(await store.accept('a', { id: 'discord:3', name: 'Kim' })).toEqual(jun);
  expect(await store.end('a', 'begun')).toBe(true);
  expect(await store.end('a', 'declined')).toBe(false);
  expect(await store.find('a')).toMatchObject({ state: 'begun', friend: jun });
});

test.each([['discord:1'], ['discord:2']])('is forgotten with %s', async (userId) => {
  const { challenges, personalData } = databaseStores(openMemoryDatabase(), 'no uploads');
  await challenges.create(challenge('a'), place, undefined);
  await challenges.accept('a', jun);
  expect((await personalData.counts('discord:1')).challenges).toBe(1);
  await personalData.forget(userId, 'gone');
  expect(await challenges.find('a')).toBeUndefined();
});
