import { beforeEach, expect, it } from 'vitest';
import type { Place } from '../../src/chat/port.js';
import { DatabaseConversationStore } from '../../src/storage/conversation-store.js';
import { openMemoryDatabase } from '../../src/storage/database.js';

const room: Place = { platform: 'web', key: 'room' };
const thread: Place = { platform: 'discord', key: 'room' };
const epoch = { kind: 'card', concept: 'epoch' } as const;
const nan = { kind: 'answer', id: 'nan-loss' } as const;
const sum = { kind: 'sum', sum: 'updates', amounts: { rows: 1000, batch: 100 } } as const;
const anHour = 60 * 60 * 1000;

let now: number;
let store: DatabaseConversationStore;

beforeEach(() => {
  now = 1_000_000;
  store = new DatabaseConversationStore(openMemoryDatabase(), () => now);
});

it('knows the last answer to each person in each place', async () => {
  await store.remember('web:ada', room, epoch);
  await store.remember('web:eve', room, nan);
  await store.remember('web:ada', thread, sum);
  expect(await store.last('web:ada', room)).toEqual(epoch);
  expect(await store.last('web:eve', room)).toEqual(nan);
  expect(await store.last('web:ada', thread)).toEqual(sum);
  expect(await store.last('web:eve', thread)).toBeUndefined();
  await store.remember('web:ada', room, nan);
  expect(await store.last('web:ada', room)).toEqual(nan);
});

it('keeps it if the next answer was empty', async () => {
  await store.remember('web:ada', room, epoch);
  await store.remember('web:ada', room, undefined);
  expect(await store.last('web:ada', room)).toEqual(epoch);
});

it('forgets after an hour, even if nobody asks', async () => {
  await store.remember('web:ada', room, epoch);
  now += anHour - 1;
  expect(await store.last('web:ada', room)).toEqual(epoch);
  now += 1;
  expect(await store.last('web:ada', room)).toBeUndefined();
  await store.remember('web:eve', room, nan);
  now -= anHour;
  expect(await store.last('web:ada', room)).toBeUndefined();
});
