/** What is kept when a real database file refuses to grow, and afterwards. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoSpaceError } from '../../src/errors.js';
import { DatabaseConversationStore } from '../../src/storage/conversation-store.js';
import { DatabaseLiveMessageStore } from '../../src/storage/live-message-store.js';
import { PatientLiveMessages } from '../../src/storage/patient-live-messages.js';
import { PatientRoomLog } from '../../src/storage/patient-room-log.js';
import type { LiveMessageRecord } from '../../src/storage/ports/live-messages.js';
import { DatabasePreferenceStore } from '../../src/storage/preference-store.js';
import { DatabaseRoomLog } from '../../src/storage/room-log.js';
import { answer, file, line, roomLogContract } from '../contract/room-log.js';
import { StintingDatabase } from '../support/stinting-database.js';

let stinting: StintingDatabase;
beforeEach(() => {
  stinting = new StintingDatabase();
});
afterEach(() => {
  stinting.remove();
});

const place = { platform: 'web', key: 'room' } as const;
/** Longer than a page, so it does not fit into remaining gaps. */
const long = 'x'.repeat(10_000);

describe('a database on a full disk', () => {
  it('stores nothing of a write, says why once, and accepts writes again when there is space', async () => {
    const { database, logged } = stinting;
    const store = new DatabasePreferenceStore(database);
    await stinting.fill();
    for (const id of ['a', 'b', 'c']) {
      await expect(store.set(id + long, { locale: 'ko' })).rejects.toThrow(NoSpaceError);
    }
    expect(logged).toEqual([
      expect.stringMatching(
        /^DATA_DIR \S+ cannot be written \(SQLITE_FULL, database or disk is full\)/,
      ),
    ]);
    expect(await store.get('a' + long)).toEqual({});
    await stinting.free();
    await store.set('a' + long, { locale: 'ko' });
    expect(await store.get('a' + long)).toEqual({ locale: 'ko' });
    await expect.poll(() => logged, { timeout: 10_000 }).toHaveLength(2);
    expect(logged[1]).toMatch(/can be written again$/);
  });

  it('lets questions be answered: only the conversation is forgotten', async () => {
    const store = new DatabaseConversationStore(stinting.database);
    await stinting.fill();
    await store.remember('ada' + long, place, { kind: 'answer', id: long } as never);
    expect(await store.last('ada' + long, place)).toBeUndefined();
  });
});

describe('live messages on a full disk', () => {
  const record = (key: string): LiveMessageRecord => ({
    place,
    ref: { platform: 'web', key: key + long },
    locale: 'ko',
    view: 'keras',
  });

  it('are found at once, and stored when there is space', async () => {
    const stored = new DatabaseLiveMessageStore(stinting.database);
    const store = new PatientLiveMessages(stored, 10);
    await store.save('a', record('1'));
    await stinting.fill();
    await store.save('a', record('moved'));
    await store.save('b', record('2'));
    await store.markDelivered('b');
    expect(await store.find('a')).toEqual(record('moved'));
    expect(await store.find('b')).toEqual(record('2'));
    expect(await store.undelivered()).toEqual(['a']);
    const elsewhere = { platform: 'discord', key: '1', channel: '1' } as const;
    expect(await store.wasPosted('b', place)).toBe(true);
    expect(await store.wasPosted('b', elsewhere)).toBe(false);
    expect(await stored.find('b')).toBeUndefined();
    await stinting.free();
    await expect.poll(() => stored.find('b')).toEqual(record('2'));
    await expect.poll(() => stored.find('a')).toEqual(record('moved'));
    await expect.poll(() => stored.undelivered()).toEqual(['a']);
  });
});

describe('the room’s log before a full disk', () => {
  roomLogContract((keep, keepBytes) => {
    const shown = new DatabaseLiveMessageStore(stinting.database);
    const place = { platform: 'web', key: 'room' } as const;
    const at = { place, locale: 'en', view: 'keras' } as const;
    return {
      log: new PatientRoomLog(new DatabaseRoomLog(stinting.database, keep, keepBytes)),
      setLive: (id, isLive) =>
        isLive
          ? shown.save(`run${id}`, { ...at, ref: { platform: 'web', key: String(id) } })
          : shown.markDelivered(`run${id}`),
    };
  });
});

describe('the room’s log on a full disk', () => {
  it('shows what is said, and contains exactly that once there is space', async () => {
    const stored = new DatabaseRoomLog(stinting.database);
    const log = new PatientRoomLog(stored, 10);
    await log.append(line('/fit'));
    const run = await log.append(answer('epoch 1', [file('b', 'chart')]));
    await stinting.fill();
    await log.edit(run, { blocks: [], spoken: `waiting ${long}` });
    const ids = await Promise.all([
      log.append(line(`/runs ${long}`)),
      log.append(answer(`your runs ${long}`, [file('a', 'x')], true)),
    ]);
    await log.edit(run, { blocks: [], spoken: `still waiting ${long}` });
    expect(ids).toEqual([3, 4]);
    expect(await log.ids('')).toEqual([1, 2, 3, 4]);
    const shown = await log.changedAfter('', 0, 10);
    expect(shown.map(({ id, revision }) => [id, revision])).toEqual([
      ...[
        [1, 1],
        [3, 4],
        [4, 5],
        [2, 6],
      ],
    ]);
    expect(await log.changedAfter('', 4, 1)).toEqual([shown[2]]);
    const [private_] = shown[2]?.body.kind === 'answer' ? shown[2].body.files : [];
    expect((await log.file(private_?.id ?? ''))?.onlyFor).toBe('web:ada');
    expect(await log.edit(99, { blocks: [], spoken: '' })).toBeUndefined();
    expect(await stored.changedAfter('', 2, 10)).toEqual([]);

    await stinting.free();
    await expect.poll(() => stored.changedAfter('', 0, 10)).toHaveLength(4);
    const withoutFileIds = (entries: unknown) =>
      JSON.parse(JSON.stringify(entries).replace(/"[\da-f]{8}-[\da-f-]{27}"/g, '""')) as unknown;
    await expect
      .poll(async () => withoutFileIds(await stored.changedAfter('', 0, 10)))
      .toEqual(withoutFileIds(shown));
    expect(await log.append(line('next'))).toBe(5);
    expect(Buffer.from((await log.file(private_?.id ?? ''))?.bytes ?? []).toString()).toBe('x');
  });

  it('has an entry that must be unique only once, stored already or not', async () => {
    const stored = new DatabaseRoomLog(stinting.database);
    const log = new PatientRoomLog(stored, 10);
    const end = (run: string, spoken: string) => ({ ...answer(spoken), once: `end-${run}` });
    await log.append(end('kept', 'kept'));
    await stinting.fill();
    expect(await log.append(end('kept', `kept again ${long}`))).toBe(1);
    expect(await log.append(end('new', `new ${long}`))).toBe(2);
    expect(await log.append(end('new', `new again ${long}`))).toBe(2);
    expect(await log.append(line(`next ${long}`))).toBe(3);
    const shown = await log.changedAfter('', 0, 10);
    expect(shown.map(({ id }) => id)).toEqual([1, 2, 3]);
    await stinting.free();
    await expect.poll(() => stored.changedAfter('', 0, 10)).toEqual(shown);
  });
});
