import { beforeEach, expect, it } from 'vitest';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabasePendingFiles } from '../../src/storage/pending-files.js';

let files: DatabasePendingFiles;
let nowMs = 0;

beforeEach(() => {
  nowMs = 0;
  files = new DatabasePendingFiles(openMemoryDatabase(), () => nowMs);
});

const add = (owner: string): Promise<string> => files.add(owner, `${owner}.csv`, new Uint8Array(4));

it('gives a file to one request of its owner, which may come back for it', async () => {
  const id = await add('web:ada');
  expect(await files.has('web:eve', id)).toBe(false);
  expect(await files.take('web:eve', id, 'r1')).toBeUndefined();
  expect(await files.has('web:ada', id)).toBe(true);
  expect(await files.take('web:ada', id, 'r1')).toMatchObject({
    name: 'web:ada.csv',
    sizeBytes: 4,
  });
  expect(await files.has('web:ada', id)).toBe(false);
  expect(await files.take('web:ada', id, 'r2')).toBeUndefined();
  expect(await files.take('web:ada', id, 'r1')).toBeDefined();
});

it('keeps the latest file of each person, for a quarter of an hour', async () => {
  const [first, second] = [await add('web:ada'), await add('web:ada')];
  expect(await files.has('web:ada', first)).toBe(false);
  nowMs = 15 * 60_000;
  const eve = await add('web:eve');
  expect(await files.has('web:ada', second)).toBe(true);
  nowMs += 1;
  await add('web:mina');
  expect(await files.has('web:ada', second)).toBe(false);
  expect(await files.has('web:eve', eve)).toBe(true);
});

it('counts the bytes of all files except the one that makes room for the next', async () => {
  const ada = await add('web:ada');
  await add('web:eve');
  expect(await files.bytesBeside('web:ada')).toBe(4);
  await files.take('web:ada', ada, 'r1');
  expect(await files.bytesBeside('web:ada')).toBe(8);
  nowMs = 15 * 60_000 + 1;
  expect(await files.bytesBeside('web:ada'), 'old ones make room, all but those in use').toBe(4);
});

it('leaves a file in use by a request alone', async () => {
  const id = await add('web:ada');
  await files.take('web:ada', id, 'r1');
  for (const owner of ['web:ada', 'web:eve', 'web:mina']) await add(owner);
  expect(await files.take('web:ada', id, 'r1')).toBeDefined();
});

it('reports that a file is too large without reading it', async () => {
  const file = await files.take('web:ada', await add('web:ada'), 'r1');
  await expect(file?.read(3)).rejects.toMatchObject({ key: 'error.csvTooLarge' });
});

it('drops a file whose command does not come, but not one whose command has come', async () => {
  const waiting = await add('web:ada');
  const taken = await add('web:eve');
  await files.take('web:eve', taken, 'r1');
  nowMs = 15 * 60_000;
  expect(await files.has('web:ada', waiting)).toBe(true);
  nowMs += 1;
  expect(await files.has('web:ada', waiting)).toBe(false);
  expect(await files.take('web:eve', taken, 'r1')).toBeDefined();
});
