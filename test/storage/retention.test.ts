/** What is deleted when its time is over, on a real database and real files; and what stays. */
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelOf } from '../../src/chat/port.js';
import { openDatabase } from '../../src/storage/database.js';
import { DatabaseHomes } from '../../src/storage/homes.js';
import { DatabaseInstallations } from '../../src/storage/installation-store.js';
import { DatabaseLiveMessageStore } from '../../src/storage/live-message-store.js';
import { migrations } from '../../src/storage/migrations.js';
import { Retention, type RetentionOptions } from '../../src/storage/retention.js';
import { SealingKeys } from '../../src/storage/sealed.js';
import { predictionOf } from '../../src/tutor/predict/prediction.js';
import { recordingLog } from '../support/recording-log.js';
import { settings, summary } from '../support/run-samples.js';
import { room, StoredRuns } from '../support/stored-runs.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const ago = (days: number): number => Date.now() - days * DAY_MS;

let on: StoredRuns;
beforeEach(() => {
  on = new StoredRuns();
});
afterEach(() => {
  on.close();
});

function retention(more: Partial<RetentionOptions> = {}): Retention {
  const { database, stores } = on;
  const { log } = recordingLog();
  return new Retention({ database, uploads: stores.uploads, keepDays: 180, log, ...more });
}

const ids = async (): Promise<readonly string[]> =>
  on.database.read((sql) => sql.all('SELECT id FROM runs ORDER BY id').map(({ id }) => String(id)));

/** As if it had been stored this many days ago. */
function age(sha256: string, days: number): string {
  const path = join(on.dataDir, 'uploads', `${sha256}.csv`);
  utimesSync(path, ago(days) / 1000, ago(days) / 1000);
  return path;
}

describe('runs', () => {
  it('are deleted with all their data after so many days; younger ones and those in progress stay', async () => {
    for (let n = 0; n < 12; n += 1) await on.add(`old${n}`, { createdAtMs: ago(181) });
    await on.add('going', { createdAtMs: ago(400), isOver: false });
    await on.add('young', { createdAtMs: ago(179) });
    await retention().sweep();
    expect(await ids()).toEqual(['going', 'young']);
    expect(await on.rows()).toEqual({
      ...{ runs: 2, checkpoints: 2, live_messages: 2 },
      run_events: 3 + 4,
    });
  });

  it('that were paused before then are ended, so that they get deleted some day', async () => {
    const asked: number[] = [];
    const stopPausedBefore = (ms: number): Promise<void> => Promise.resolve(void asked.push(ms));
    const startedAtMs = 400 * DAY_MS;
    const times = { startedAtMs, monotonicMs: () => 0 };
    await retention({ stopPausedBefore, ...times }).sweep();
    await retention({ stopPausedBefore, ...times, keepDays: 0 }).sweep();
    expect(asked).toEqual([220 * DAY_MS]);
  });

  it('are kept for ever with 0 days', async () => {
    await on.add('ancient', { createdAtMs: ago(9_000) });
    await retention({ keepDays: 0 }).sweep();
    expect(await ids()).toEqual(['ancient']);
  });

  it('are judged by a clock that nobody sets: a jump while the program runs changes nothing', async () => {
    await on.add('young', { createdAtMs: 10 * DAY_MS });
    let monotonicMs = 5;
    const times = { startedAtMs: 11 * DAY_MS, monotonicMs: () => monotonicMs };
    const sweeper = retention({ keepDays: 2, ...times });
    await sweeper.sweep();
    expect(await ids()).toEqual(['young']);
    monotonicMs += 2 * DAY_MS;
    await sweeper.sweep();
    expect(await ids()).toEqual([]);
  });

  it('let everything else have its turn during deletion', async () => {
    for (let n = 0; n < 30; n += 1) await on.add(`old${n}`, { createdAtMs: ago(181) });
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await retention().sweep();
    isDone = true;
    expect(turns).toBeGreaterThan(5);
  });

  it('stop being deleted when the program ends', async () => {
    for (let n = 0; n < 30; n += 1) await on.add(`old${n}`, { createdAtMs: ago(181) });
    const { log, lines } = recordingLog();
    const sweeper = retention({ log });
    sweeper.start();
    await sweeper.close();
    expect((await ids()).length).toBeGreaterThan(10);
    expect(lines).toEqual([]);
  });
});

it('checkpoints of earlier versions lose everything but their weights once their runs are over', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await on.add(id);
  await on.add('going', { isOver: false });
  await on.database.transaction((sql) =>
    sql.run("UPDATE checkpoints SET slots = x'0000', shuffle = '[1]' WHERE run_id <> 'going'"),
  );
  await retention().sweep();
  const kept = { epoch: 2, step: 2, weights: Float32Array.of(2, 1), slots: [], shuffle: [] };
  for (const id of ['a', 'g']) expect(await on.stores.runs.checkpoint(id)).toEqual(kept);
  expect((await on.stores.runs.checkpoint('going'))?.slots).toHaveLength(2);
});

it('games are deleted after as many days, with their guesses', async () => {
  const { predictions } = on.stores;
  for (const [id, days] of [
    ['old', 181],
    ['new', 1],
  ] as const) {
    const asked = { ownerId: 'web:ada', place: room, atMs: ago(days) };
    await predictions.create(predictionOf(id, 'updates', settings(), summary()), asked);
    await predictions.guess(id, 'web:eve', 1);
  }
  await retention().sweep();
  expect(await on.rows()).toEqual({ predictions: 1, prediction_guesses: 1 });
  expect(await predictions.find('new')).toBeDefined();
});

it('a place’s asked questions and remembered answers are deleted, too', async () => {
  await on.stores.quiz.ask(room, { kind: 'updates', seed: 1 });
  await on.stores.quiz.ask(room, { kind: 'updates', seed: 2 });
  await on.stores.conversations.remember('web:ada', room, { kind: 'card', concept: 'epoch' });
  await on.database.transaction((sql) =>
    sql.run("UPDATE quiz_questions SET asked_at_ms = ? WHERE question = 'updates 1'", ago(181)),
  );
  await retention().sweep();
  expect(await on.rows()).toEqual({ quiz_questions: 1, conversations: 1 });
  await on.database.transaction((sql) => sql.run('UPDATE conversations SET at_ms = ?', ago(0.1)));
  await retention().sweep();
  expect(await on.rows()).toEqual({ quiz_questions: 1 });
});

it('a person’s mistakes are deleted when they have not been back for so long; their score stays', async () => {
  const missed = (user: string) =>
    on.stores.quiz.answer(user, { kind: 'steps_even', seed: 1 }, false);
  await missed('web:ada');
  await missed('web:eve');
  await on.database.transaction((sql) =>
    sql.run("UPDATE quiz_reviews SET answered_at_ms = ? WHERE user_id = 'web:ada'", ago(181)),
  );
  await retention().sweep();
  expect(await on.rows()).toEqual({ quiz_answers: 2, quiz_rounds: 2, quiz_reviews: 1 });
  expect((await on.stores.quiz.standing('web:eve')).reviews).toHaveLength(1);
});

describe('uploads', () => {
  it('are kept once, under the hash of their bytes, and nothing else is left behind', async () => {
    const sha256 = await on.upload('a,b\n1,2\n');
    expect(await on.upload('a,b\n1,2\n', 'web:eve')).toBe(sha256);
    expect(readdirSync(join(on.dataDir, 'uploads'))).toEqual([`${sha256}.csv`]);
    expect(await on.stores.uploads.read(sha256)).toEqual(Buffer.from('a,b\n1,2\n'));
  });

  it('are deleted at once when refused, unless a run uses them or is about to', async () => {
    const { uploads } = on.stores;
    const refused = await on.upload('refused');
    await uploads.settle(refused);
    const used = await on.upload('used');
    await on.add('k3f9qd', { sha256: used });
    await uploads.settle(used);
    const wanted = await on.upload('wanted');
    await on.upload('wanted', 'web:eve');
    await uploads.settle(wanted);
    expect(readdirSync(join(on.dataDir, 'uploads')).sort()).toEqual(
      [`${used}.csv`, `${wanted}.csv`].sort(),
    );
    expect(await on.rows()).toMatchObject({ uploads: 3 });
    await uploads.settle(wanted);
    expect(readdirSync(join(on.dataDir, 'uploads'))).toEqual([`${used}.csv`]);
  });

  it('stay for a day for people who were shown their table, and for nobody else', async () => {
    const { uploads } = on.stores;
    const sha256 = await on.upload('shown');
    const dataset = { kind: 'csv', sha256, fileName: 'a.csv', drop: ['id'] } as const;
    const id = await uploads.keepPreview(dataset, 'web:ada');
    await uploads.settle(sha256);
    expect(await uploads.preview(id, 'web:ada')).toEqual(dataset);
    expect(await uploads.preview(id, 'web:eve')).toBeUndefined();
    const path = age(sha256, 2);
    await retention().sweep();
    expect(existsSync(path)).toBe(true);
    await on.database.transaction((sql) =>
      sql.run('UPDATE previews SET created_at_ms = created_at_ms - ?', DAY_MS),
    );
    expect(await uploads.preview(id, 'web:ada')).toBeUndefined();
    await retention().sweep();
    expect(existsSync(path)).toBe(false);
    expect(await on.rows()).toEqual({});
  });

  it('are deleted with the last run that uses them', async () => {
    const { uploads } = on.stores;
    const [old, shared] = [await on.upload('old'), await on.upload('shared')];
    await on.add('old1', { sha256: old, createdAtMs: ago(181) });
    await on.add('old2', { sha256: shared, createdAtMs: ago(181) });
    await on.add('young', { sha256: shared, ownerId: 'web:eve' });
    for (const sha256 of [old, shared]) await uploads.settle(sha256);
    const [goes, stays] = [age(old, 181), age(shared, 181)];
    await retention().sweep();
    expect([existsSync(goes), existsSync(stays)]).toEqual([false, true]);
  });

  it('that are unknown are deleted after a day: another process may just have put them there', async () => {
    const folder = join(on.dataDir, 'uploads');
    await on.upload('first');
    const names = ['0'.repeat(64), '1'.repeat(64)];
    for (const name of names) writeFileSync(join(folder, `${name}.csv`), 'stray');
    writeFileSync(join(folder, 'left.tmp'), 'half');
    utimesSync(join(folder, 'left.tmp'), 1, 1);
    age(names[0] ?? '', 2);
    await retention().sweep();
    expect(readdirSync(folder)).toContain(`${names[1]}.csv`);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});

describe('a server that removed the tutor', () => {
  const server = { platform: 'discord', key: '{"c":1}', channel: '1', home: 'discord:9' } as const;
  const workspace = { platform: 'slack', key: 'C1', channel: 'C1', home: 'slack:T1' } as const;
  const left = (home: string, days: number): Promise<void> =>
    new DatabaseHomes(on.database, () => ago(days)).left(home);

  it('is forgotten after 30 days, and nothing of another one', async () => {
    await on.add('there', { place: server, ownerId: 'discord:7' });
    await on.add('alone', { place: { ...server, home: undefined } as never, ownerId: 'discord:7' });
    const { serverSettings } = on.stores;
    for (const id of ['discord:9', 'discord:90']) await serverSettings.set(id, { runs: 1 });
    await left('discord:9', 29);
    await retention().sweep();
    expect(await ids()).toEqual(['alone', 'there']);
    expect(await serverSettings.get('discord:9')).toEqual({ runs: 1 });
    await on.database.transaction((sql) => sql.run('DELETE FROM left_homes'));
    await left('discord:9', 31);
    await retention().sweep();
    expect(await ids()).toEqual(['alone']);
    expect(await on.rows()).not.toHaveProperty('left_homes');
    expect(await serverSettings.get('discord:9')).toEqual({});
    expect(await serverSettings.get('discord:90')).toEqual({ runs: 1 });
  });

  it('keeps everything if it adds the tutor again in time', async () => {
    await on.add('there', { place: server });
    await left('discord:9', 31);
    await left('discord:9', 1);
    await new DatabaseHomes(on.database).joined('discord:9');
    await retention().sweep();
    expect(await ids()).toEqual(['there']);
  });

  it('that is a workspace is forgotten with its people, and with the app’s tokens there', async () => {
    const keys = new SealingKeys([new Uint8Array(32)]);
    const installations = new DatabaseInstallations(on.database, keys);
    for (const home of ['slack:T1', 'slack:T10']) await installations.keep(home, 'xoxb');
    const { preferences, quiz, conversations } = on.stores;
    for (const user of ['slack:T1:U1', 'slack:T1:U2', 'slack:T10:U1']) {
      await on.add(user, { place: workspace, ownerId: user });
      await preferences.set(user, { locale: 'ko' });
      await quiz.answer(user, { kind: 'steps_even', seed: 1 }, false);
      await conversations.remember(user, workspace, { kind: 'card', concept: 'epoch' });
    }
    await on.database.transaction((sql) =>
      sql.run("UPDATE live_messages SET home = 'slack:T10' WHERE run_id = 'slack:T10:U1'"),
    );
    await left('slack:T1', 31);
    await retention().sweep();
    expect(await ids()).toEqual(['slack:T10:U1']);
    expect(await on.rows()).toMatchObject({
      preferences: 1,
      quiz_answers: 1,
      quiz_rounds: 1,
      quiz_reviews: 1,
      conversations: 1,
    });
    expect((await installations.all()).installed.map(({ home }) => home)).toEqual(['slack:T10']);
  });
});

it('an older database knows where its runs were posted and who sent its files', async () => {
  const { dataDir } = on;
  const before = join(dataDir, 'before');
  const older = openDatabase(before, { migrations: migrations.slice(0, 5) });
  await older.transaction((sql) => {
    const insert = (id: string, owner: string, dataset: object, place: object): void => {
      sql.run(
        'INSERT INTO runs (id, owner_id, owner_name, settings, created_at_ms) VALUES (?, ?, ?, ?, ?)',
        ...[id, owner, owner, JSON.stringify({ dataset })],
        Number(id),
      );
      const record = JSON.stringify({ place, ref: {}, locale: 'en', view: 'keras' });
      sql.run('INSERT INTO live_messages (run_id, record) VALUES (?, ?)', id, record);
    };
    const csv = { kind: 'csv', sha256: 'f'.repeat(64) };
    const discord = { platform: 'discord', key: '{"channelId":"7","botReaches":true}' };
    insert('2', 'discord:2', csv, discord);
    insert('1', 'discord:1', csv, { platform: 'slack', key: '{"channel":"C1","thread":"5"}' });
    insert('3', 'discord:3', { kind: 'builtin', name: 'churn' }, room);
  });
  older.close();
  const newer = openDatabase(before);
  const messages = new DatabaseLiveMessageStore(newer);
  const places = [
    { platform: 'slack', key: '', channel: 'C1' },
    { platform: 'discord', key: '', channel: '7' },
    room,
  ] as const;
  for (const [index, place] of places.entries()) {
    for (const id of ['1', '2', '3']) {
      const isThere = await messages.wasPosted(id, place);
      expect(isThere, `${id} at ${channelOf(place)}`).toBe(Number(id) === index + 1);
    }
  }
  const sent = await newer.read((sql) => sql.all('SELECT * FROM uploads'));
  expect(sent).toEqual([{ sha256: 'f'.repeat(64), owner_id: 'discord:1' }]);
  newer.close();
});

it('closed challenges are deleted after as many days, with their answers; those of a left server, too', async () => {
  const { challenges } = on.stores;
  const home = 'discord:1';
  const guild = { platform: 'discord', key: 'study', home } as const;
  const task = { kind: 'question', question: { kind: 'updates', seed: 1 } } as const;
  const channel = { place: guild, locale: 'en', days: 5, used: [], nextAtMs: 1 } as const;
  for (const [id, days, place, isClosed] of [
    ['old', 181, room, true],
    ['going', 181, room, false],
    ['new', 1, room, true],
    ['left', 1, guild, true],
  ] as const) {
    const times = { openedAtMs: ago(days), closesAtMs: ago(days - 5) };
    const challenge = { id, task, ...times, place, locale: 'en' } as const;
    await challenges.open({ ...challenge, ...(isClosed && { isClosed }) }, channel);
    await challenges.answer(id, { userId: 'web:eve', userName: 'Eve', pick: 1 }, ago(days));
  }
  await retention().sweep();
  const all = { challenges: 3, challenge_answers: 3, challenge_channels: 1 };
  expect(await on.rows()).toEqual(all);
  await on.database.transaction((sql) =>
    sql.run('INSERT INTO left_homes VALUES (?, ?)', home, ago(31)),
  );
  await retention().sweep();
  expect(await on.rows()).toEqual({ challenges: 2, challenge_answers: 2 });
});
