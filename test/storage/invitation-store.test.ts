import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.js';
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

test('can be answered for an hour, and is then gone', async () => {
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

test('a request asks once, and the first to accept gets it', async () => {
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

describe('nobody is pestered', () => {
  const to = (id: string, friendId?: string, ownerId = 'discord:1'): Invitation => ({
    ...{ ...invitation(id), ownerId },
    friend: { ...(friendId !== undefined && { id: friendId }), name: 'Jun' },
  });
  const tooMany = new UserError('error.invitationTooMany', { most: 4 });
  const again = new UserError('error.invitationAgain');

  test('four invitations an hour, whatever became of them; a repeated one is kept', async () => {
    let nowMs = 0;
    const store = new DatabaseInvitationStore(openMemoryDatabase(), () => nowMs);
    await store.create(to('a'), place, 'r1');
    await store.end('a', 'declined');
    nowMs = 1;
    await store.create(to('b'), place, undefined);
    await store.create(to('c', 'discord:2'), place, undefined);
    await store.end('c', 'begun');
    await store.create(to('d', 'discord:3'), place, undefined);
    await expect(store.create(to('e', 'discord:4'), place, 'r5')).rejects.toEqual(tooMany);
    expect(await store.find('e')).toBeUndefined();
    expect((await store.create(to('f'), place, 'r1')).id).toBe('a');
    expect((await store.create(to('g', undefined, 'discord:9'), place, 'r9')).id).toBe('g');
    nowMs = INVITATION_MS;
    expect((await store.create(to('e', 'discord:4'), place, 'r5')).id).toBe('e');
    await expect(store.create(to('h'), place, undefined)).rejects.toEqual(tooMany);
  });

  test('the same person once an hour, unless that duel has begun', async () => {
    const store = new DatabaseInvitationStore(openMemoryDatabase());
    await store.create(to('a', 'discord:2'), place, 'r1');
    await expect(store.create(to('b', 'discord:2'), place, 'r2')).rejects.toEqual(again);
    expect((await store.create(to('b', 'discord:2'), place, 'r1')).id).toBe('a');
    expect((await store.create(to('c', 'discord:3'), place, 'r3')).id).toBe('c');
    await store.end('a', 'begun');
    expect((await store.create(to('d', 'discord:2'), place, 'r4')).id).toBe('d');
    await store.end('d', 'declined');
    await expect(store.create(to('e', 'discord:2'), place, 'r5')).rejects.toEqual(again);
  });
});

test.each([['discord:1'], ['discord:2']])('is forgotten with %s', async (userId) => {
  const { invitations, personalData } = databaseStores(openMemoryDatabase(), 'no uploads');
  await invitations.create(invitation('a'), place, undefined);
  await invitations.accept('a', jun);
  expect((await personalData.counts('discord:1')).invitations).toBe(1);
  await personalData.forget(userId, 'gone');
  expect(await invitations.find('a')).toBeUndefined();
});
