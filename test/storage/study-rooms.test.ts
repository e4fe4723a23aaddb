/** Rooms by name in the database: their limits, their end, and databases from before rooms existed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelOf } from '../../src/chat/port.js';
import { steadyNowMs } from '../../src/clock.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DatabaseLiveMessageStore } from '../../src/storage/live-message-store.js';
import { migrations } from '../../src/storage/migrations.js';
import { Retention } from '../../src/storage/retention.js';
import { DatabaseRoomLog } from '../../src/storage/room-log.js';
import { DatabaseStudyRooms } from '../../src/storage/study-rooms.js';
import { predictionOf } from '../../src/tutor/predict/prediction.js';
import { answer, line } from '../contract/room-log.js';
import { lab, round } from '../support/class-samples.js';
import { recordingLog } from '../support/recording-log.js';
import { settings, summary } from '../support/run-samples.js';

const DAY_MS = 24 * 60 * 60 * 1000;

let dataDir: string;
let database: Database;
let nowMs: number;
let rooms: DatabaseStudyRooms;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-rooms-'));
  database = openDatabase(dataDir);
  nowMs = 1000 * DAY_MS;
  rooms = new DatabaseStudyRooms(database, () => nowMs, 3);
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

const into = (room: string, words = 'hello', id = 'web:ada') => ({
  ...line(words, { id, name: id }),
  room,
});

/** Marks the entry as showing a live run. */
function showLive(runId: string, entry: number): Promise<void> {
  const place = { platform: 'web', key: 'room#a' } as const;
  const ref = { platform: 'web', key: String(entry) } as const;
  return new DatabaseLiveMessageStore(database).save(runId, {
    ...{ place, ref, locale: 'en', view: 'keras' },
  });
}

describe('messages in rooms', () => {
  it('are limited for each room: one room’s take nothing from another', async () => {
    const log = new DatabaseRoomLog(database, 3);
    await log.append(into('', 'first'));
    for (let n = 0; n < 8; n += 1) await log.append(into('a'));
    expect(await log.ids('')).toEqual([1]);
    expect(await log.ids('a')).toEqual([7, 8, 9]);
  });

  it('are limited for all together: the fullest room forgets', async () => {
    const log = new DatabaseRoomLog(database, 3);
    for (let n = 0; n < 3; n += 1) await log.append(into(''));
    for (let room = 0; room < 27; room += 1) await log.append(into(`small-${room}`));
    await log.append(into('small-0'));
    // The total limit is that of ten full rooms: the first, with three entries, was the fullest.
    expect(await log.ids('')).toEqual([2, 3]);
    expect(await log.ids('small-0')).toHaveLength(2);
  });

  it('are limited for all together in bytes, too', async () => {
    const log = new DatabaseRoomLog(database, 100, 2_000);
    for (let room = 0; room < 30; room += 1) {
      await log.append(into(`room-${room}`, 'x'.repeat(900)));
    }
    const bytes = await database.read((sql) =>
      sql.get('SELECT sum(octet_length(body)) AS bytes FROM room_entries'),
    );
    expect(bytes?.bytes).toBeLessThanOrEqual(20_000);
    expect(bytes?.bytes).toBeGreaterThan(18_000);
  });

  it('are measured without being read', async () => {
    const plan = await database.read((sql) =>
      sql.all(`EXPLAIN QUERY PLAN SELECT room, sum(body_bytes) FROM room_entries GROUP BY room`),
    );
    expect(JSON.stringify(plan)).toContain('COVERING INDEX room_entries_by_size');
  });

  it('stay if the teacher has pinned them, beside all others', async () => {
    const log = new DatabaseRoomLog(database, 2);
    await rooms.open('a', 'hash');
    const pinned = await log.append(into('a', 'read this'));
    await rooms.pin('a', pinned);
    for (let n = 0; n < 5; n += 1) await log.append(into('a'));
    expect(await log.ids('a')).toEqual([pinned, 5, 6]);
  });

  it('were all in the first room before there were others', async () => {
    database.close();
    rmSync(dataDir, { recursive: true });
    const before = migrations.findIndex((migration) => migration.includes('study_rooms'));
    const old = openDatabase(dataDir, { migrations: migrations.slice(0, before) });
    await old.transaction((sql) => {
      sql.run(
        `INSERT INTO room_entries (revision, at_ms, person_id, person_name, is_private, body)
         VALUES (1, 5, 'web:ada', 'Ada', 0, '{"kind":"line","text":"old","fileNames":[]}')`,
      );
      sql.run('UPDATE room SET revision = 1');
    });
    const id = await old.read((sql) => sql.get('SELECT id FROM room')?.id);
    old.close();
    database = openDatabase(dataDir);
    const log = new DatabaseRoomLog(database);
    expect(await log.id('')).toBe(id);
    const sizes = 'SELECT body_bytes FROM room_entries WHERE body_bytes = octet_length(body)';
    expect(await database.read((sql) => sql.all(sizes))).toHaveLength(1);
    expect(await log.changedAfter('', 0, 10)).toMatchObject([{ id: 1, room: '', revision: 1 }]);
    expect(await log.append(into(''))).toBe(2);
  });
});

describe('a muted person', () => {
  it('stays muted whatever they delete, and it is nobody’s data to export', async () => {
    await rooms.open('a', 'hash');
    await rooms.mute('a', 'web:eve');
    const { personalData } = databaseStores(database, dataDir);
    const handed = new TextDecoder().decode(await personalData.export('web:eve'));
    expect(JSON.parse(handed)).not.toHaveProperty('room_mutes');
    await personalData.forget('web:eve', '(deleted)');
    expect((await rooms.settled('a')).muted).toMatchObject([{ personId: 'web:eve' }]);
  });
});

describe('rooms', () => {
  it('are opened once; later requests change nothing', async () => {
    expect(await rooms.open('a', 'one')).toBe(true);
    expect(await rooms.open('a', 'two')).toBe(true);
    expect(await rooms.keyHash('a')).toBe('one');
    expect(await rooms.keyHash('b')).toBeUndefined();
  });

  it('make room for a new one if nobody came for a day, oldest first', async () => {
    for (const room of ['a', 'b', 'c']) {
      await rooms.open(room, 'hash');
      nowMs += 2 * 60 * 60 * 1000;
    }
    expect(await rooms.open('d', 'hash')).toBe(false);
    nowMs += DAY_MS;
    await rooms.visited('a');
    expect(await rooms.open('d', 'hash')).toBe(true);
    expect(await rooms.keyHash('a')).toBe('hash');
    expect(await rooms.keyHash('b')).toBeUndefined();
  });

  it('with messages make room only after 30 days, however many others there are', async () => {
    const log = new DatabaseRoomLog(database);
    await rooms.open('said', 'hash');
    await log.append(into('said'));
    await log.append(into('said', 'hello', 'web:eve'));
    for (const room of ['b', 'c', 'd', 'e', 'f']) {
      nowMs += 2 * DAY_MS;
      expect(await rooms.open(room, 'hash')).toBe(true);
    }
    expect(await rooms.keyHash('said')).toBe('hash');
    nowMs += 21 * DAY_MS;
    await rooms.open('g', 'hash');
    expect(await rooms.keyHash('said')).toBeUndefined();
    expect(await log.ids('said')).toEqual([]);
  });

  it('make room after three days if only one person spoke, unless somebody came on another day', async () => {
    const log = new DatabaseRoomLog(database);
    for (const room of ['alone', 'own', 'third']) {
      await rooms.open(room, 'hash');
      await log.append(into(room));
    }
    nowMs += DAY_MS + 1;
    for (const room of ['own', 'third']) await rooms.visited(room);
    nowMs += 2 * DAY_MS - 1;
    expect(await rooms.open('new', 'hash')).toBe(false);
    nowMs += 1;
    expect(await rooms.open('new', 'hash')).toBe(true);
    expect(await rooms.keyHash('alone')).toBeUndefined();
    nowMs += 20 * DAY_MS;
    await rooms.visited('new');
    expect(await rooms.open('newer', 'hash')).toBe(false);
  });

  it('opened again are another room to pages that knew the old one', async () => {
    const log = new DatabaseRoomLog(database);
    await rooms.open('a', 'hash');
    const before = await log.id('a');
    expect(await log.id('a')).toBe(before);
    expect(await log.id('')).not.toBe(before);
    nowMs += 2 * DAY_MS;
    for (const room of ['b', 'c', 'd', 'a']) await rooms.open(room, 'hash');
    nowMs += 2 * DAY_MS;
    expect(await rooms.open('a', 'hash')).toBe(true);
    expect(await log.id('a')).not.toBe(before);
  });

  it('opened again have nothing from the old one', async () => {
    const place = { platform: 'web', key: 'room#a' } as const;
    const locale = 'en' as const;
    const ref = { platform: 'web', key: '1' } as const;
    const stores = databaseStores(database, dataDir);
    const { classes, challenges, invitations, boards, liveMessages, predictions } = stores;
    const task = { kind: 'question', question: { kind: 'updates', seed: 1 } } as const;
    const channel = { place, locale, days: 5, nextAtMs: 0, used: [] };
    const challenge = { id: 'c', task, openedAtMs: 0, closesAtMs: 1, place, locale };
    const data = { name: 'churn', rows: 8000 };
    const dared = { id: 'i', ownerId: 'web:ada', ownerName: 'Ada', option: 'batch', data } as const;
    const line = { ownerId: 'web:ada', ownerName: 'Ada', settings: settings(), runId: 'onboard' };
    const topic = { kind: 'channel' } as const;
    const board = { id: 'b', ownerId: '', topic, limits: {}, lines: [line], isClosed: true };
    const guessed = predictionOf('p', 'batches', settings(), { ...summary(), name: 'churn' });
    const record = { place, ref, locale, view: 'keras' } as const;
    await rooms.open('a', 'hash');
    await challenges.open(challenge, channel);
    await classes.open({ ...lab, place }, round({ endsAtMs: steadyNowMs() + DAY_MS }));
    await invitations.create({ ...dared, settings: settings(), friend: { name: '' } }, place, 'r');
    await boards.create(board, 'q');
    await boards.save('b', record);
    await liveMessages.save('alone', record);
    await liveMessages.markDelivered('alone');
    await predictions.create(guessed, { ownerId: 'web:ada', place, atMs: 0 });
    expect(await liveMessages.wasPosted('onboard', place)).toBe(true);

    nowMs += 2 * DAY_MS;
    for (const room of ['b', 'c', 'd', 'e']) await rooms.open(room, 'hash');
    expect(await rooms.keyHash('a')).toBeUndefined();
    expect(await challenges.channel(place)).toBeUndefined();
    expect(await challenges.newest(place)).toBeUndefined();
    expect(await invitations.find('i')).toBeUndefined();
    expect(await classes.goingIn(channelOf(place), steadyNowMs())).toBeUndefined();
    for (const run of ['alone', 'onboard']) {
      expect(await liveMessages.wasPosted(run, place), run).toBe(false);
    }
    const there = (await liveMessages.find('alone'))?.place;
    expect(there && channelOf(there)).toBe('web ');
    expect((await predictions.find('p'))?.channel).toBe('web ');
  });

  it('are deleted when nobody came for KEEP_DAYS, with all messages, but not during a run', async () => {
    const log = new DatabaseRoomLog(database);
    for (const room of ['a', 'b', 'c']) await rooms.open(room, 'hash');
    await rooms.mute('b', 'web:eve');
    await showLive('k3f9qd', await log.append({ ...answer('epoch 1'), room: 'a' }));
    await log.append(into('b'));
    await log.append(into(''));
    nowMs += 31 * DAY_MS;
    await rooms.visited('c');
    const uploads = { sweep: () => Promise.resolve(0) };
    const { log: records } = recordingLog();
    const times = { startedAtMs: nowMs, monotonicMs: () => 0 };
    await new Retention({ database, uploads, keepDays: 30, log: records, ...times }).sweep();
    const left = await database.read((sql) =>
      sql.all('SELECT name FROM study_rooms ORDER BY name'),
    );
    expect(left.map(({ name }) => name)).toEqual(['a', 'c']);
    expect([await log.ids(''), await log.ids('a'), await log.ids('b')]).toEqual([[3], [1], []]);
    expect(await database.read((sql) => sql.all('SELECT * FROM room_mutes'))).toEqual([]);
  });
});
