import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../src/storage/database.js';
import { DatabaseBoardStore } from '../../../src/storage/board-store.js';
import { DatabaseLiveMessageStore } from '../../../src/storage/live-message-store.js';
import type { LiveMessageRecord } from '../../../src/storage/ports/live-messages.js';
import { DatabaseRoomLog } from '../../../src/storage/room-log.js';
import { answer, file, line, roomLogContract } from '../../contract/room-log.js';
import { saying } from '../../support/scripted-port.js';
import { ScriptedRoom } from '../../support/scripted-room.js';
import type { WireEntry } from '../../../src/adapters/web/wire.js';

/** Where a run is shown. */
function at(id: number): LiveMessageRecord {
  const place = { platform: 'web', key: 'room' } as const;
  return { place, ref: { platform: 'web', key: String(id) }, locale: 'en', view: 'keras' };
}

describe('the log on disk', () => {
  let dataDir: string;
  let database: Database;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tutor-room-'));
    database = openDatabase(dataDir);
  });
  afterEach(() => {
    database.close();
    rmSync(dataDir, { recursive: true });
  });

  roomLogContract((keep, keepBytes) => {
    const shown = new DatabaseLiveMessageStore(database);
    return {
      log: new DatabaseRoomLog(database, keep, keepBytes),
      setLive: (id, isLive) =>
        isLive ? shown.save(`run${id}`, at(id)) : shown.markDelivered(`run${id}`),
    };
  });

  it('keeps no more of the room because of a run that is shown elsewhere', async () => {
    const log = new DatabaseRoomLog(database, 1);
    const elsewhere = { ...at(1), ref: { platform: 'discord', key: '1' } } as const;
    await new DatabaseLiveMessageStore(database).save('run1', elsewhere);
    await log.append(line('one'));
    await log.append(line('two'));
    expect(await log.ids('')).toEqual([2]);
  });

  it('keeps a board beside all other entries until it shows its result', async () => {
    const log = new DatabaseRoomLog(database, 1);
    const boards = new DatabaseBoardStore(database);
    const topic = { kind: 'channel' } as const;
    const board = { id: 'b', ownerId: '', topic, limits: {}, lines: [], isClosed: false };
    await boards.create(board, undefined);
    await boards.save('b', at(await log.append(answer('epoch 1'))));
    for (const text of ['one', 'two']) await log.append(line(text));
    expect(await log.ids('')).toEqual([1, 3]);
    await boards.markDelivered('b');
    await log.append(line('three'));
    expect(await log.ids('')).toEqual([4]);
  });

  it('continues its numbering after entries were deleted by hand', async () => {
    const log = new DatabaseRoomLog(database);
    await log.append(line('one'));
    await log.append(line('two'));
    await database.transaction((sql) => sql.run('DELETE FROM room_entries'));
    await log.append(line('three'));
    expect(await log.changedAfter('', 2, 10)).toMatchObject([{ revision: 3 }]);
  });

  it('is the same log when reopened, and continues its numbering', async () => {
    const before = new DatabaseRoomLog(database);
    await before.append(line('/fit'));
    await before.append(answer('epoch 1', [file('a', 'x')]));
    const entries = await before.changedAfter('', 0, 10);
    const id = await before.id('');
    database.close();
    database = openDatabase(dataDir);
    const after = new DatabaseRoomLog(database);
    expect(await after.id('')).toBe(id);
    expect(await after.changedAfter('', 0, 10)).toEqual(entries);
    await after.append(line('/runs'));
    expect(await after.changedAfter('', 2, 10)).toMatchObject([{ id: 3, revision: 3 }]);
  });

  it('has a posted entry once, as its last process states it', async () => {
    const first = await ScriptedRoom.start(new DatabaseRoomLog(database));
    const place = { platform: 'web', key: 'room' } as const;
    const ref = await first.room.port.post(place, saying('over'), { once: 'end-abc123' });
    await first.room.port.post(place, saying('another'), { once: 'end-abc124' });
    await first.room.close();

    const log = new DatabaseRoomLog(database);
    const second = await ScriptedRoom.start(log);
    const again = await second.room.port.post(place, saying('over!'), { once: 'end-abc123' });
    expect(again).toEqual(ref);
    expect((await log.changedAfter('', 0, 10)).map(({ body }) => body)).toMatchObject([
      { spoken: 'another' },
      { spoken: 'over!' },
    ]);
    await second.room.close();
  });

  it('lets a run continue in its old message after a restart, before the same people', async () => {
    const first = await ScriptedRoom.start(new DatabaseRoomLog(database));
    const ada = await first.visit();
    await ada.type('/fit');
    const asked = await first.next();
    const ref = await asked.invocation.reply(saying('epoch 1'), 'everyone');
    const heard = await ada.listen();
    const lastId = (await heard.untilCaughtUp()).findLast(({ id }) => id !== undefined)?.id;
    await first.room.close();
    database.close();

    database = openDatabase(dataDir);
    const second = await ScriptedRoom.start(new DatabaseRoomLog(database));
    await second.room.port.edit(ref, saying('epoch 2'));
    const again = second.returning(ada);
    await again.type('/stop');
    expect((await second.next()).invocation.user.id).toBe(asked.invocation.user.id);
    const missed = await (await again.listen(lastId)).untilCaughtUp();
    const entries = missed.filter(({ event }) => event === 'entry');
    expect(entries.map(({ data }) => (data as WireEntry).id)).toEqual([2, 3]);
    expect(entries[0]?.data).toMatchObject({ isMine: true, body: { spoken: 'epoch 2' } });
    await second.room.close();
  });
});
