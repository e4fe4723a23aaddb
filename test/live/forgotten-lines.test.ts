/** The room's boards when one owner of the shown runs has their data deleted: the others keep theirs. */
import { expect, test } from 'vitest';
import { fitDefaults } from '../../commands/fit-settings.js';
import { RoomPort } from '../../src/adapters/web/chat-port.js';
import type { AskedBoard, BoardLine } from '../../src/runs/board.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { DatabaseRoomLog } from '../../src/storage/room-log.js';
import { Tutor } from '../support/tutor.js';

const ada = { id: 'web:ada', name: 'Ada' };
const bo = { id: 'web:bo', name: 'Bo' };
const place = { platform: 'web', key: 'room' } as const;

function line(owner: typeof ada, batchSize: number): BoardLine {
  const settings = { ...fitDefaults, batchSize, learningRate: 0.001, epochs: 2, seed: 1 };
  return { ownerId: owner.id, ownerName: owner.name, settings: { ...settings, pace: 'fast' } };
}

async function boardOf(...lines: readonly BoardLine[]) {
  const database = openMemoryDatabase();
  const stores = databaseStores(database, 'no uploads');
  const log = new DatabaseRoomLog(database);
  const tutor = new Tutor({ stores });
  const open = { keyHash: () => Promise.resolve(undefined) };
  const port = new RoomPort(log, () => undefined, open);
  tutor.boards.addPlatform(port);
  const asked: AskedBoard = { topic: { kind: 'channel' }, ownerId: '', limits: {}, lines };
  const id = await tutor.boards.beginAt(asked, place, 'en');
  await tutor.boards.settled(id);
  const [entryId = 0] = await log.ids('');
  await expect.poll(() => stores.boards.undelivered()).toEqual([]);
  return {
    ...{ tutor, stores },
    forget: async ({ id: userId }: typeof ada) => {
      await stores.personalData.forget(userId, '(deleted)');
      await tutor.boards.forget(userId);
      await tutor.boards.settled(id);
    },
    /** Everything anybody is sent or can download. */
    seen: async () => {
      const { body } = (await log.entry(entryId)) ?? {};
      const files = body?.kind === 'answer' ? body.files : [];
      const found = await Promise.all(files.map((file) => log.file(file.id)));
      const texts = found.map((file) => Buffer.from(file?.bytes ?? []).toString());
      return [JSON.stringify(body), ...texts].join('\n');
    },
  };
}

test('their line and rows go, others’ training stays, with its files', async () => {
  const { forget, seen, stores, tutor } = await boardOf(line(ada, 10), line(bo, 100));
  const before = await seen();
  expect(before).toMatch(/Ada.*batch_size 10 /s);
  await forget(ada);
  const after = await seen();
  expect(after).not.toContain('Ada');
  expect(after).not.toContain('(deleted)');
  expect(after).toContain('2/2');
  expect(after.split('\r\n').filter((row) => row.includes(',"Bo",'))).toHaveLength(2);
  await expect.poll(() => stores.boards.undelivered()).toEqual([]);
  expect(tutor.faults).toEqual([]);
});

test('a message that is all theirs, or cannot be redrawn, is removed completely', async () => {
  const own = await boardOf(line(ada, 10), line(ada, 100));
  await own.forget(ada);
  const left = await own.seen();
  expect(left).not.toMatch(/Ada|batch_size/);
  expect(left).toContain('(deleted)');

  const { forget, seen, stores } = await boardOf(line(ada, 10), line(bo, 100));
  await stores.personalData.forget(bo.id, '(deleted)');
  // The process ended before the board was redrawn, and Ada’s data is deleted too.
  await forget(ada);
  expect(await seen()).not.toMatch(/Ada|Bo/);
});
