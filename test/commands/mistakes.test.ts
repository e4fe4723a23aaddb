import { beforeEach, describe, expect, test } from 'vitest';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { recordedRun } from '../support/recorded-runs.js';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;
beforeEach(() => {
  tutor = new Tutor();
});

test('says how many are wrong, what is mixed up, how to read the picture, and the worst rows', async () => {
  const { record } = await tutor.train('/fit epochs:2 batch:10 pace:fast');
  const { audience, words, message } = await tutor.say('/mistakes');
  expect(audience).toBe('everyone');
  expect(words.split('\n')).toEqual([
    `Run ${record.id} on the 2,000 test rows, which it never trained on: 1,700 right, 300 wrong.`,
    'Hardest for it is Exited = 1: of 407 test rows it found 200.',
    'Most often it says 0 where Exited is 1: in 207 of 407 rows.',
    expect.stringContaining('confusion matrix'),
    'Where it was most wrong, thinking the true answer least likely:',
    '- Row 38 (Age 24, Geography (empty)): Exited is 1, it said 0 (98.5 %).',
  ]);
  const [picture] = message.attachments ?? [];
  expect(picture).toMatchObject({ name: `${record.id}-mistakes.png`, mediaType: 'image/png' });
  expect(picture?.alt).toBe(
    'Table of true answers against what the network said. Found: 0: 1,500 of 1,593, 1: 200 of 407. ' +
      'Hardest for it is Exited = 1: of 407 test rows it found 200. ' +
      'Most often it says 0 where Exited is 1: in 207 of 407 rows.',
  );
  const { words: korean } = await tutor.say('/mistakes', { locale: 'ko' });
  expect(korean).toContain('시험용 행 2,000개에서 1,700개는 맞고 300개는 틀렸어요');
  expect(korean).toContain('407개 중 207개가 그랬어요');
});

test('uses the run’s final weights, with the engine that computed it', async () => {
  const { record, backend } = await tutor.train('/fit epochs:2 batch:10 pace:fast');
  await tutor.say(`/mistakes ${record.id}`);
  const { checkpoint } = tutor.pool.evaluated[0] ?? {};
  const { settings } = record;
  expect(tutor.pool.searched).toEqual([
    { run: record.id, settings, weights: checkpoint?.weights, backend },
  ]);
});

test('an amount: how far off on average, in which direction, and the furthest', async () => {
  await tutor.train('/fit epochs:1 pace:fast');
  const row = { row: 7, cells: [{ name: 'area', value: '84' }], answer: 9, said: 4.25 };
  tutor.pool.mistakes = {
    ...{ kind: 'amount', rows: 80, meanOff: 2.027, tooHigh: 41, tooLow: 39 },
    pairs: [{ answer: 9, said: 4.25 }],
    worst: [row],
  };
  const { words, message } = await tutor.say('/mistakes');
  expect(words).toContain('for Exited it is 2.027 off on average');
  expect(words).toContain('It said too much for 41 of them and too little for 39.');
  expect(words).toContain('- Row 7 (area 84): Exited is 9, it said 4.25.');
  expect(message.attachments?.[0]?.alt).toContain('2.027 off on average over 80 rows');
});

test('a network without a mistake has none to show', async () => {
  await tutor.train('/fit epochs:1 pace:fast');
  tutor.pool.mistakes = {
    ...{ kind: 'classes', worst: [] },
    confusion: [
      [9, 0],
      [0, 4],
    ],
  };
  const { words } = await tutor.say('/mistakes');
  expect(words).toContain('13 right, 0 wrong');
  expect(words).toContain('There is no mistake to show');
  expect(words).not.toContain('most wrong');
});

test('pictures are shown in the picture, with a text alternative', async () => {
  await tutor.train('/fit epochs:1 pace:fast');
  const { mistakes } = tutor.pool;
  if (mistakes.kind !== 'classes') throw new Error('the pool has classes');
  const picture = { width: 2, pixels: [0, 0.5, 1, 0] };
  const worst = mistakes.worst.map((row) => ({ ...row, cells: [], picture }));
  tutor.pool.mistakes = { ...mistakes, worst };
  const { words, message } = await tutor.say('/mistakes');
  expect(words).toContain('The one that it was most wrong about is at the bottom of the picture');
  expect(message.attachments?.[0]?.alt).toContain(
    'the pictures it was most wrong about: true: 1, said: 0 (0.98).',
  );
});

describe('a file’s rows', () => {
  const file = textFile('mine.csv', 'a,b\n1,2\n');

  test("are shown to the run's owner alone", async () => {
    await tutor.say('/fit epochs:1 pace:fast', { files: [file] });
    const { record } = await tutor.runs.ended((await tutor.newest()).record.id);
    const mine = await tutor.say(`/mistakes ${record.id}`);
    expect(mine.audience).toBe('asker');
    expect(mine.words).toContain('Row 38 (Age 24');
    const other = await tutor.say(`/mistakes ${record.id}`, {
      user: { id: 'web:2', name: 'Bob' },
    });
    expect(other.words).toContain('207 of 407');
    expect(other.words).toContain('only the owner of the run can see them');
    expect(other.words).not.toContain('Age 24');
  });
});

describe('with nothing to ask', () => {
  test('weights that an older version did not keep are reported as gone', async () => {
    const stores = databaseStores(openMemoryDatabase(), 'no uploads');
    const { record, events } = recordedRun('penguins');
    await stores.runs.create({ ...record, ownerId: 'web:1' }, events);
    const later = new Tutor({ stores });
    const { words } = await later.say(`/mistakes ${record.id}`);
    expect(words).toContain('are no longer kept');
    expect(words).toContain(`/fit like:${record.id} seed:${record.settings.seed}`);
  });

  test('no run, no weights yet', async () => {
    expect((await tutor.say('/mistakes')).words).toContain('You have no runs yet');
    tutor.pool.hold = true;
    await tutor.say('/fit epochs:1');
    await tutor.pool.next();
    expect((await tutor.say('/mistakes')).words).toContain('has no trained weights yet');
  });
});
