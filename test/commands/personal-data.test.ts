/** What is stored about a person, exported and deleted: real commands on a real database and real files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Invocation, User } from '../../src/chat/port.js';
import { UserError } from '../../src/errors.js';
import type { BoardLine } from '../../src/runs/board.js';
import { settings } from '../support/run-samples.js';
import { messageText } from '../support/message-text.js';
import { StoredRuns } from '../support/stored-runs.js';
import { textFile, Tutor } from '../support/tutor.js';

const eve = { user: { id: 'web:2', name: 'Eve' } };
const pressed = { pressed: true };

let on: StoredRuns;
let tutor: Tutor;
beforeEach(() => {
  on = new StoredRuns();
  tutor = new Tutor({ stores: on.stores });
});
afterEach(async () => {
  await tutor.runs.close();
  expect(tutor.faults).toEqual([]);
  on.close();
});

/** Creates every kind of data that is stored. */
async function live(who: Partial<Invocation> = {}): Promise<void> {
  const file = textFile(`${who.user?.name ?? 'mina'}.csv`, `a,b\n${who.user?.name ?? 'x'},2\n`);
  await tutor.say('/fit epochs:2 batch:10 pace:fast', { files: [file], ...who });
  await tutor.say('/fit epochs:2 batch:10 pace:fast view:compact', who);
  const userId = who.user?.id ?? 'web:1';
  for (const { record } of await tutor.runs.recent(userId, 9)) await tutor.runs.ended(record.id);
  await tutor.say('/language ko', who);
  await tutor.say('/language en', who);
  const question = await tutor.say('/quiz', who);
  await tutor.say(question.message.buttons?.[0]?.command ?? '', who);
  const { message } = await tutor.say('/predict iterations', who);
  await tutor.say(message.buttons?.[0]?.command ?? '', who);
  await tutor.say('/ask what is an epoch', who);
}

async function deleteButton(who: Partial<Invocation> = {}): Promise<string> {
  const { message } = await tutor.say('/forget', who);
  return message.buttons?.[0]?.command ?? '';
}

function boardLine({ id, name }: User, batchSize: number): BoardLine {
  return { ownerId: id, ownerName: name, settings: settings({ batchSize, pace: 'fast' }) };
}

const uploads = (): readonly string[] => readdirSync(join(on.dataDir, 'uploads'));

describe('/forget', () => {
  test('says exactly what will be deleted, deletes it when its button is pressed, and leaves others alone', async () => {
    await live(eve);
    const ofEve = await on.rows();
    await live();
    const { audience, words, message } = await tutor.say('/forget');
    expect(audience).toBe('asker');
    expect(words.split('\n')).toEqual([
      'This is all I keep about you here. Shall I delete it? This cannot be undone.',
      '- 2 runs, with all their numbers',
      '- 1 file that you sent',
      '- your quiz: 1 answer, your round, and the questions that are to come back',
      '- 1 prediction game you asked for',
      '- 1 guess at predictions',
      '- your settings (language, view)',
      '- what I told you last, which I remember for an hour',
      'In the room, “deleted” will replace your messages. Where a teacher has muted you, you stay muted.',
    ]);
    const [confirm, first] = message.buttons ?? [];
    expect(confirm).toMatchObject({ label: 'Delete all of it', style: 'danger' });
    expect(first?.command).toBe('/mydata');
    expect(uploads()).toHaveLength(2);

    const done = await tutor.say(confirm?.command ?? '', pressed);
    expect(done.audience).toBe('asker');
    expect(done.words).toMatch(/^Done\. .*deleted:\n- 2 runs/);
    // Which questions were asked in the room belongs to nobody.
    expect({ ...(await on.rows()), quiz_questions: 1 }).toEqual(ofEve);
    expect(uploads()).toHaveLength(1);
    expect((await tutor.say('/forget')).words).toBe('I keep nothing about you here.');
    expect((await tutor.say('/runs', eve)).words).toContain('Your runs');
  });

  test('can be confirmed only by the asker', async () => {
    await live();
    const before = await on.rows();
    const confirm = await deleteButton();
    await tutor.say('/fit epochs:1 pace:fast', eve);
    const { words } = await tutor.say(confirm, { ...eve, ...pressed });
    expect(words).toBe(
      'That button is for the person who asked; /forget shows what I keep about you.',
    );
    expect(await on.rows()).toMatchObject({ runs: 3, uploads: before.uploads, quiz_answers: 1 });
  });

  test('asks again if there is more now than the question said', async () => {
    await live();
    const confirm = await deleteButton();
    await tutor.train('/fit epochs:1 pace:fast');
    const { words, message } = await tutor.say(confirm, pressed);
    expect(words).toContain('- 3 runs');
    expect(message.buttons?.[0]?.command).not.toBe(confirm);
    expect(await on.rows()).toMatchObject({ runs: 3 });
  });

  test('first stops runs in progress, and says so', async () => {
    tutor.pool.hold = true;
    await tutor.say('/fit epochs:50');
    await tutor.pool.next();
    const { words, message } = await tutor.say('/forget');
    expect(words).toContain('One of the runs is still going; it is stopped first.');
    tutor.pool.hold = false;
    await tutor.say(message.buttons?.[0]?.command ?? '', pressed);
    expect(tutor.runs.active('web:1')).toEqual([]);
    expect(await on.rows()).toEqual({});
    // Its message's pending update does not bring it back.
    await tutor.resume();
    expect(await on.rows()).toEqual({});
  });

  test('starts no more runs of a board whose runs it stops', async () => {
    tutor.pool.hold = true;
    await tutor.say('/sweep batch:10,20,30,40,50,60,70,80 epochs:2');
    for (const _ of [1, 2]) await tutor.pool.next();
    await tutor.say(await deleteButton(), pressed);
    expect(await tutor.boards.undelivered()).toEqual([]);
    expect(await on.rows()).toEqual({});
  });

  test('removes the name from another’s live board, and starts no more of that person’s runs there', async () => {
    tutor.pool.hold = true;
    const lines = [10, 20, 30].map((batch) => boardLine({ id: 'web:1', name: 'Mina' }, batch));
    const id = await tutor.boards.begin(
      {
        ...{ topic: { kind: 'channel' }, ownerId: eve.user.id, limits: {} },
        lines: [boardLine(eve.user, 40), ...lines],
      },
      tutor.asker.invocation(),
      'en',
    );
    for (let epochs = 0; epochs < 4; epochs += 1) (await tutor.pool.next()).finish();
    await tutor.say(await deleteButton(), pressed);
    expect(await tutor.runs.recent('web:1', 9)).toEqual([]);
    await tutor.boards.stop(id);
    await tutor.boards.settled(id);
    const history = Buffer.from(tutor.port.latest.attachments?.at(-1)?.bytes ?? []).toString();
    expect(history).toContain('"Eve"');
    for (const text of [messageText(tutor.port.latest), history])
      expect(text).not.toContain('Mina');
    const { board } = (await tutor.boards.find(id)) ?? {};
    expect(board?.lines.map(({ ownerName }) => ownerName)).toEqual(['Eve', '', '', '']);
  });

  test('deletes a file that only others’ runs use, once they are over', async () => {
    await tutor.say('/fit epochs:1 pace:fast', { files: [textFile('mine.csv', 'a,b\n1,2\n')] });
    const { record } = await tutor.newest();
    await tutor.runs.ended(record.id);
    await tutor.say(`/fit like:${record.id}`, eve);
    const [theirs] = await tutor.runs.recent('web:2', 1);
    await tutor.runs.ended(theirs?.record.id ?? '');
    await tutor.say(await deleteButton(), pressed);
    expect(uploads()).toEqual([]);
    expect((await tutor.say('/runs', eve)).words).toContain('mine.csv');
  });

  test('keeps a file that somebody else sent, too', async () => {
    const files = [textFile('ours.csv', 'a,b\n1,2\n')];
    await tutor.say('/fit epochs:1 pace:fast', { files });
    await tutor.runs.ended((await tutor.newest()).record.id);
    await tutor.say('/fit epochs:1 pace:fast', { files, ...eve });
    const [theirs] = await tutor.runs.recent('web:2', 1);
    await tutor.runs.ended(theirs?.record.id ?? '');
    expect((await tutor.say('/forget')).words).not.toContain('file');
    await tutor.say(await deleteButton(), pressed);
    expect(uploads()).toHaveLength(1);
    expect(await on.rows()).toMatchObject({ runs: 1, uploads: 1 });
  });

  test('overwrites what it deletes', async () => {
    const marks = {
      files: [textFile('mine.csv', 'a,b\n1,2\n')],
      user: { id: 'web:9', name: 'Zyxwv' },
    };
    await tutor.say('/fit epochs:1 pace:fast target:Unmistakable', marks);
    const [run] = await tutor.runs.recent('web:9', 1);
    await tutor.runs.ended(run?.record.id ?? '');
    await tutor.say(await deleteButton({ user: marks.user }), { user: marks.user, ...pressed });
    const path = join(on.dataDir, 'tutor.db');
    await on.database.read((sql) => sql.all('PRAGMA wal_checkpoint(TRUNCATE)'));
    expect(readFileSync(path).includes('Unmistakable')).toBe(false);
  });
});

describe('/mydata', () => {
  test('exports everything of the asker, and nothing of others', async () => {
    await live(eve);
    await live();
    const { audience, words, message } = await tutor.say('/mydata');
    expect(audience).toBe('asker');
    expect(words).toContain('Everything I keep about you here is in this file');
    const [file] = message.attachments ?? [];
    const text = new TextDecoder().decode(file?.bytes);
    expect(file?.name).toBe('my-data.json');
    const data = JSON.parse(text) as Record<string, readonly Record<string, unknown>[]>;
    expect(data).toMatchObject({
      person: 'web:1',
      preferences: [{ locale: 'en', view: 'compact' }],
      quiz_answers: [{ is_right: expect.any(Number) as number, round: 1 }],
      quiz_rounds: [{ number: 1, level: 1 }],
      prediction_guesses: [{ answer: 0 }],
      conversations: [{ said: { kind: expect.any(String) as string } }],
      predictions: [{ prediction: { about: 'iterations' } }],
      files: [{ sizeBytes: 8, text: 'a,b\nx,2\n' }],
      roomMessages: [],
    });
    expect(data.runs).toHaveLength(2);
    expect(data.runs?.[1]).toMatchObject({
      owner_name: 'Mina',
      settings: { dataset: { kind: 'csv', fileName: 'mina.csv' }, batchSize: 10 },
    });
    const kinds = (data.runs?.[1]?.events as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['epoch-ended', 'completed']));
    for (const other of ['web:2', 'Eve']) expect(text).not.toContain(other);
  });

  test('leaves out what no chat would accept, and says how much', async () => {
    const large = textFile('large.csv', `a,b\n${'1,2\n'.repeat(2_400_000)}`);
    await tutor.say('/fit epochs:1 pace:fast', { files: [large] });
    await tutor.runs.ended((await tutor.newest()).record.id);
    const { message } = await tutor.say('/mydata');
    const [file] = message.attachments ?? [];
    expect(file?.bytes.length).toBeLessThan(9_100_000);
    expect(JSON.parse(new TextDecoder().decode(file?.bytes))).toMatchObject({
      files: [],
      filesLeftOutForSize: 1,
    });
  });
});

test.each(['forget', 'mydata'])(
  '/%s where others read along only offers a button',
  async (name) => {
    await live();
    const { audience, words, message } = await tutor.say(name, { overheard: true });
    expect(audience).toBe('everyone');
    expect(words).toBe(
      'Others can read along here. Press the button: then only you can see the answer.',
    );
    expect(message.buttons?.map(({ command }) => command)).toEqual([`/${name}`]);
    expect(message.attachments).toBeUndefined();
  },
);

test.each(['delete my data', 'can you wipe all my stuff', '내 기록 다 지워줘'])(
  '“%s” asks for confirmation as /forget does',
  async (words) => {
    await live();
    const { audience, message } = await tutor.say(words);
    expect(audience).toBe('asker');
    expect(message.buttons?.[0]?.command).toBe(await deleteButton());
    expect(await tutor.runs.recent('web:1', 9)).toHaveLength(2);
  },
);

test.each([
  ['what do you know about me', '/mydata'],
  ['give me my data', '/mydata'],
  ['내 데이터 보여 줘', '/mydata'],
])('“%s” in words leads to %s', async (words, command) => {
  const { message } = await tutor.say(words);
  expect(message.buttons?.[0]?.command).toBe(command);
});

describe('a refused request', () => {
  test('leaves no file behind', async () => {
    tutor.pool.describe = () => Promise.reject(new UserError('error.csvGone'));
    await tutor.say('/fit', { files: [textFile('bad.csv', 'no table at all')] });
    expect(uploads()).toEqual([]);
    expect(await on.rows()).toEqual({});
  });

  test('for lack of space gets one sentence, before a file is accepted', async () => {
    const full = (): Promise<void> => Promise.reject(new UserError('error.storageFull'));
    tutor = new Tutor({ stores: on.stores, refuseWhenFull: full });
    const files = [textFile('a.csv', 'a,b\n1,2\n')];
    const said = [
      await tutor.say('/fit', { files }),
      await tutor.say('/fit', { locale: 'ko', files }),
    ];
    expect(said.map(({ words }) => words)).toEqual([
      'There is no space left for new runs and files here right now; the people who run the tutor have been told, so please try again later.',
      '지금은 새 학습이나 파일을 받을 저장 공간이 없어요. 운영자에게 알려 두었으니 나중에 다시 해 주세요.',
    ]);
    expect(await on.rows()).toEqual({});
  });
});
