import { beforeEach, expect, it } from 'vitest';
import { DatabaseAcceptedStore } from '../../src/storage/accepted-store.js';
import { openMemoryDatabase, type Database } from '../../src/storage/database.js';
import { DatabasePersonalData } from '../../src/storage/personal-data.js';
import { DatabasePendingFiles } from '../../src/storage/pending-files.js';

const aDay = 24 * 60 * 60_000;
const handed = (id: string) =>
  ({ id, platform: 'slack', request: { line: `/data ${id}` } }) as const;

let database: Database;
let store: DatabaseAcceptedStore;

beforeEach(() => {
  database = openMemoryDatabase();
  store = new DatabaseAcceptedStore(database);
});

const rows = (): Promise<readonly object[]> =>
  database.read((sql) => sql.all('SELECT id, request FROM accepted ORDER BY position'));

it('lists unanswered requests in order, by platform', async () => {
  expect(await store.add(handed('b'), 2_000)).toBe(true);
  expect(await store.add(handed('a'), 1_000)).toBe(true);
  await store.add({ ...handed('c'), platform: 'web' }, 1_000);
  await store.tried('a');
  expect(await store.unanswered('slack')).toEqual([
    { ...handed('b'), atMs: 2_000, tries: 0 },
    { ...handed('a'), atMs: 1_000, tries: 1 },
  ]);
  await store.answered('b');
  expect((await store.unanswered('slack')).map(({ id }) => id)).toEqual(['a']);
});

it('forgets a person’s requests with their other data, but still knows the ids', async () => {
  await store.add({ ...handed('hers'), userId: 'slack:T1:U1' }, 0);
  await store.add({ ...handed('his'), userId: 'slack:T1:U2' }, 0);
  const uploads = {
    dropUnneeded: () => Promise.resolve(false),
    read: () => Promise.resolve(undefined),
  };
  await new DatabasePersonalData(database, uploads).forget('slack:T1:U1', 'gone');
  expect((await store.unanswered('slack')).map(({ id }) => id)).toEqual(['his']);
  expect(await store.add(handed('hers'), 0)).toBe(false);
});

it('accepts an id once, answered or not, and keeps nothing else of answered requests', async () => {
  await store.add(handed('a'), 0);
  expect(await store.add({ ...handed('a'), request: 'other' }, 0)).toBe(false);
  await store.answered('a');
  expect(await rows()).toEqual([{ id: 'a', request: null }]);
  expect(await store.add(handed('a'), aDay)).toBe(false);
  expect(await store.unanswered('slack')).toEqual([]);
});

it('forgets the ids of answered requests after a day, and of unanswered ones after thirty', async () => {
  await store.add(handed('answered'), 0);
  await store.answered('answered');
  await store.add(handed('waiting'), 0);
  await store.add(handed('new'), aDay + 1);
  expect((await rows()).map((row) => (row as { id: string }).id)).toEqual(['waiting', 'new']);
  await store.add(handed('newest'), 30 * aDay + 1);
  expect((await store.unanswered('slack')).map(({ id }) => id)).toEqual(['new', 'newest']);
});

it('releases a request’s file when it is answered', async () => {
  const files = new DatabasePendingFiles(database);
  const id = await files.add('web:ada', 'a.csv', Uint8Array.of(1, 2, 3));
  await store.add(handed('r1'), 0);
  const file = await files.take('web:ada', id, 'r1');
  expect(await file?.read(3)).toEqual(Buffer.from([1, 2, 3]));
  await store.answered('r1');
  await expect(file?.read(3)).rejects.toMatchObject({ key: 'error.fileNotHandedOver' });
});
