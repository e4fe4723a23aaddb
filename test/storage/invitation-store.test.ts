import { expect, test } from 'vitest';
import { INVITATION_MS, type Invitation } from '../../src/runs/invitation.js';
import { DatabaseInvitationStore } from '../../src/storage/invitation-store.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { settings } from '../support/run-samples.js';

const place = { platform: 'discord', key: '{"any":1}', channel: '7', home: 'discord:1' } as const;
const jun = { id: 'discord:2', name: 'Jun' };
const invitation = (id: string): Invitation => ({
  ...{ id, ownerId: 'discord:1', ownerName: 'Mina', option: 'batch', settings: settings() },
  ...{ data: { name: 'churn', rows: 8000 }, friend: { id: 'discord:2', name: '' } },
});

test('can be answered for an hour, and is gone after it', async () => {
  let nowMs = 0;
  const store = new DatabaseInvitationStore(openMemoryDatabase(), () => nowMs);
  await store.create(invitation('a'), place, 'r1');
  nowMs = INVITATION_MS - 1;
  expect(await store.find('a')).toEqual({
    ...{ invitation: invitation('a'), channel: 'discord 7', state: 'open' },
  });
  nowMs = INVITATION_MS;
  expect(await store.find('a')).toBeUndefined();
  expect(await store.accept('a', jun)).toBeUndefined();
});

test('a request asks once, and whoever accepts first has it', async () => {
  const store = new DatabaseInvitationStore(openMemoryDatabase());
  expect((await store.create(invitation('a'), place, 'r1')).id).toBe('a');
  expect((await store.create(invitation('b'), place, 'r1')).id).toBe('a');
  expect(await store.find('b')).toBeUndefined();
  expect(await store.accept('a', jun)).toEqual(jun);
  expect(await store.accept('a', { id: 'discord:3', name: 'Kim' })).toEqual(jun);
  expect(await store.end('a', 'begun')).toBe(true);
  expect(await store.end('a', 'declined')).toBe(false);
  expect(await store.find('a')).toMatchObject({ state: 'begun', friend: jun });
});

test.each([['discord:1'], ['discord:2']])('is forgotten with %s', async (userId) => {
  const { invitations, personalData } = databaseStores(openMemoryDatabase(), 'no uploads');
  await invitations.create(invitation('a'), place, undefined);
  await invitations.accept('a', jun);
  expect((await personalData.counts('discord:1')).invitations).toBe(1);
  await personalData.forget(userId, 'gone');
  expect(await invitations.find('a')).toBeUndefined();
});
