import { beforeEach, describe, expect, test } from 'vitest';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
beforeEach(() => {
  tutor = new Tutor();
});

const asked = (): readonly string[] => tutor.pool.tried.map((task) => task.asked);

test('says what the network predicts, which inputs were given and which were not, and how similar rows turned out', async () => {
  const { record } = await tutor.train('/fit epochs:2 batch:10 pace:fast');
  const { audience, words } = await tutor.say('/try age:40');
  expect(audience).toBe('everyone');
  expect(words.split('\n')).toEqual([
    `The network of run ${record.id} says Exited: 0, with a probability of 75.0 %.`,
    '- You gave: Age 40.',
    '- Left out, so set to the mean of the training rows: Balance 76,490.',
    '- Left out, so set to what most training rows have: Geography France.',
    'In fact, of the 5 training rows most like it: 4 × Exited 0, 1 × Exited 1.',
    'How far to trust it: it was right for 85.0 % of the test rows; the same answer for all would be right for 79.6 %.',
  ]);
  const { words: korean } = await tutor.say('/try age:40', { locale: 'ko' });
  expect(korean).toContain('확률은 75.0%예요');
});

test('uses the run’s final weights', async () => {
  const { record } = await tutor.train('/fit epochs:2 batch:10 pace:fast');
  await tutor.say(`/try run:${record.id} age:40 balance:0`);
  const [task] = tutor.pool.tried;
  expect(task?.settings).toEqual(record.settings);
  const { checkpoint } = tutor.pool.evaluated[0] ?? {};
  expect(task?.weights).toEqual(checkpoint?.weights);
});

test('an amount has its unit, and nothing is presented as certain', async () => {
  const { record } = await tutor.train('/fit epochs:1 pace:fast');
  tutor.pool.trial = {
    ...tutor.pool.trial,
    answer: { kind: 'classes', probabilities: [0.00001, 0.99999] },
  };
  expect((await tutor.say(`/try run:${record.id}`)).words).toContain('a probability of > 99.9 %');
});

describe('accepted ways of typing it', () => {
  test.each([
    ['/try age:40 balance:0', 'age:40 balance:0'],
    ['/try values:age:40', 'age:40'],
    ['/try age=40, island : Torgersen Island', 'age=40, island : Torgersen Island'],
    ['try age:40', 'age:40'],
    ['/try run:{run} age:40', 'age:40'],
    ['/try age:40 run={run}', 'age:40'],
    ['try run:{run} island:Torgersen Island', 'island:Torgersen Island'],
    ['/try', ''],
    ['/try batch:5', 'batch:5'],
  ])('%s', async (line, values) => {
    const { record } = await tutor.train('/fit epochs:1 pace:fast');
    await tutor.say(line.replace('{run}', record.id));
    expect(asked()).toEqual([values]);
  });

  test.each(['try it with batch:5', 'try to explain what an epoch is', 'try epochs:5'])(
    '“%s” is no such question',
    async (line) => {
      await tutor.train('/fit epochs:1 pace:fast');
      await tutor.say(line);
      expect(asked()).toEqual([]);
    },
  );

  test('without any input it shows how, with the run’s columns', async () => {
    tutor.pool.trial = {
      ...tutor.pool.trial,
      columns: [
        { name: 'Estimated salary', kind: 'number', value: 51_234, isMean: true },
        { name: 'City', kind: 'category', value: 'New York', isUsual: true },
      ],
    };
    const { record } = await tutor.train('/fit epochs:1 pace:fast');
    const { words } = await tutor.say('/try');
    const line = `/try run:${record.id} "Estimated salary":51000 City:"New York"`;
    expect(words).toContain(`Give any columns you like: ${line}`);
    await tutor.say(line);
    expect(asked()[1]).toBe('"Estimated salary":51000 City:"New York"');
  });
});

describe('a network that cannot be asked', () => {
  test('before there is a run, and before the first epoch has ended', async () => {
    expect((await tutor.say('/try age:40')).words).toContain('You have no runs yet');
    tutor.pool.hold = true;
    await tutor.say('/fit epochs:3');
    await tutor.pool.next();
    expect((await tutor.say('/try age:40')).words).toContain('has no trained weights yet');
    expect(asked()).toEqual([]);
  });

  test('during the run, its last epoch is asked, and it says so', async () => {
    tutor.pool.hold = true;
    await tutor.say('/fit epochs:3');
    (await tutor.pool.next()).finish();
    await tutor.pool.next();
    expect((await tutor.say('/try age:40')).words).toContain(
      'weights after epoch 1; the run is still going',
    );
  });
});

test('a later process asks the same weights', async () => {
  const { record } = await tutor.train('/fit epochs:2 pace:fast');
  await tutor.say('/try age:40');
  const later = new Tutor({ earlier: tutor });
  await later.say(`/try run:${record.id} age:40`);
  expect(later.pool.tried).toEqual(tutor.pool.tried);
});
