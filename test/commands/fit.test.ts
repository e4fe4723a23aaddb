import { beforeEach, describe, expect, test } from 'vitest';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

async function settingsAfter(line: string, files = [] as ReturnType<typeof textFile>[]) {
  const answer = await tutor.say(line, { files });
  expect(answer.audience, answer.words).toBe('everyone');
  return (await tutor.newest()).record.settings;
}

test("left to itself it is the lesson's job at Keras' batch_size", async () => {
  const { seed, ...settings } = await settingsAfter('/fit');
  expect(settings).toEqual({
    dataset: { kind: 'builtin', name: 'churn' },
    epochs: 20,
    batchSize: 32,
    validationSplit: 0,
    layers: [6, 6],
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.001,
    pace: 'watch',
  });
  expect(Number.isInteger(seed)).toBe(true);
});

test('every option arrives', async () => {
  const line =
    '/fit data:penguins epochs:3 batch:16 layers:16,8 activation:tanh optimizer:sgd lr:0.05 validation:0.2 seed:42 pace:fast';
  expect(await settingsAfter(line)).toEqual({
    dataset: { kind: 'builtin', name: 'penguins' },
    epochs: 3,
    batchSize: 16,
    validationSplit: 0.2,
    layers: [16, 8],
    activation: 'tanh',
    optimizer: 'sgd',
    learningRate: 0.05,
    seed: 42,
    pace: 'fast',
  });
});

test.each([
  ['adam', 0.001],
  ['sgd', 0.01],
  ['rmsprop', 0.001],
])("without lr, %s learns at Keras' default rate %d", async (optimizer, rate) => {
  expect((await settingsAfter(`/fit optimizer:${optimizer}`)).learningRate).toBe(rate);
});

test.each([
  ['layers:32', [32]],
  ['layers:[6, 6]', [6, 6]],
  ['layers:(16,)', [16]],
  ['layers:none', []],
])('%s', async (layers, units) => {
  expect((await settingsAfter(`/fit ${layers}`)).layers).toEqual(units);
});

test('a pasted Keras call trains with its numbers', async () => {
  const call =
    'history = model.fit(X_train, y_train, batch_size=10, epochs=2, validation_split=0.2)';
  expect(await settingsAfter(call)).toMatchObject({
    batchSize: 10,
    epochs: 2,
    validationSplit: 0.2,
  });
});

describe('like', () => {
  const first = '/fit data:moons epochs:3 batch:16 optimizer:sgd lr:0.5 seed:42 pace:fast';

  test('takes over an earlier run, but not its seed', async () => {
    const { record } = await tutor.train(first);
    const again = await settingsAfter(`/fit like:${record.id}`);
    expect({ ...again, seed: 42 }).toEqual(record.settings);
    expect(again.seed).not.toBe(42);
  });

  test('what is given beside it goes first', async () => {
    const { record } = await tutor.train(first);
    const again = await settingsAfter(`/fit like:${record.id} batch:100 seed:7`);
    expect(again).toEqual({ ...record.settings, batchSize: 100, seed: 7 });
  });

  test("another optimizer brings Keras' rate for it", async () => {
    const { record } = await tutor.train(first);
    const again = await settingsAfter(`/fit like:${record.id} optimizer:adam`);
    expect(again.learningRate).toBe(0.001);
  });

  test('a pressed button starts a run for everyone to watch', async () => {
    const { record } = await tutor.train(first);
    const { audience } = await tutor.say(`/fit like:${record.id}`, { pressed: true });
    expect(audience).toBe('everyone');
  });
});

describe('a CSV file', () => {
  const mine = textFile('mine.csv', 'a,b\n1,2\n');

  test('is kept and trained on, whether named or not', async () => {
    const { dataset } = await settingsAfter('/fit epochs:2 target:"a"', [mine]);
    expect(dataset).toMatchObject({ kind: 'csv', fileName: 'mine.csv', target: 'a' });
    const [[sha256, bytes] = []] = tutor.uploads;
    expect(dataset).toMatchObject({ sha256 });
    expect(new TextDecoder().decode(bytes)).toBe('a,b\n1,2\n');
  });

  test('of an earlier run may be learned again with another target', async () => {
    await settingsAfter('/fit epochs:2 pace:fast', [mine]);
    const { record } = await tutor.runs.ended((await tutor.newest()).record.id);
    const { dataset } = await settingsAfter(`/fit like:${record.id} target:a`);
    expect(dataset).toEqual({ ...record.settings.dataset, target: 'a' });
  });

  test('that is too large is refused before it is read', async () => {
    const huge = {
      name: 'huge.csv',
      sizeBytes: 11 * 1024 * 1024,
      read: () => Promise.reject(new Error('it was read')),
    };
    const { words } = await tutor.say('/fit', { files: [huge] });
    expect(words).toBe('The file has 11 MB; at most 10 MB can be read.');
    expect(tutor.uploads.size).toBe(0);
  });
});

test('the view is remembered, for this person alone', async () => {
  const jun = { user: { id: 'web:2', name: 'Jun' } };
  const viewAfter = async (line: string, changes = {}): Promise<string | undefined> => {
    const userId = tutor.asker.invocation(changes).user.id;
    await tutor.say(line, changes);
    const [run] = await tutor.runs.recent(userId, 1);
    await tutor.runs.ended(run?.record.id ?? '');
    return (await tutor.liveMessages.find(run?.record.id ?? ''))?.view;
  };
  expect(await viewAfter('/fit epochs:1 pace:fast')).toBe('keras');
  expect(await viewAfter('/fit epochs:1 pace:fast view:compact')).toBe('compact');
  expect(await viewAfter('/fit epochs:1 pace:fast')).toBe('compact');
  expect(await viewAfter('/fit epochs:1 pace:fast', jun)).toBe('keras');
});

describe('what cannot be is said to the asker, and nothing starts', () => {
  test.each([
    [
      '/fit layers:6,600',
      'layers was “6,600”; give up to 4 sizes from 1 to 512, as in 6,6, or none.',
    ],
    [
      '/fit layers:1,1,1,1,1',
      'layers was “1,1,1,1,1”; give up to 4 sizes from 1 to 512, as in 6,6, or none.',
    ],
    ['/fit data:mnist', 'data was “mnist”; it can be churn, penguins, cars, moons, spiral.'],
    [
      '/fit target:Age',
      'target was “Age”; it names a column of your own CSV, and the data set churn has its target already.',
    ],
    ['/fit like:nowhere', 'There is no run nowhere; /runs lists yours.'],
    ['/fit batch:0', 'batch was “0”; it must be a whole number from 1 to 100,000.'],
    ['/fit epoch:20', '/fit has no option epoch; did you mean epochs?'],
    ['/fit batchs:20', '/fit has no option batchs; did you mean batch?'],
  ])('%s', async (line, words) => {
    expect(await tutor.say(line)).toMatchObject({ audience: 'asker', words });
    expect(await tutor.runs.recent('web:1', 1)).toEqual([]);
  });

  test('a file together with data', async () => {
    const files = [textFile('mine.csv', 'a,b\n1,2\n')];
    const { words } = await tutor.say('/fit data:churn', { files });
    expect(words).toBe('A CSV file came together with data:churn; choose one of the two.');
    expect(tutor.uploads.size).toBe(0);
  });

  test('a file with options that cannot be is not kept', async () => {
    const files = [textFile('mine.csv', 'a,b\n1,2\n')];
    const { words } = await tutor.say('/fit layers:6,600', { files });
    expect(words).toMatch(/^layers was/);
    expect(tutor.uploads.size).toBe(0);
  });

  test('a third run at a time', async () => {
    tutor.pool.hold = true;
    await tutor.say('/fit');
    await tutor.say('/fit');
    const { audience, words } = await tutor.say('/fit');
    expect(audience).toBe('asker');
    expect(words).toMatch(/^You have 2 runs going already \(\w{6}, \w{6}\)/);
    expect(words).toContain('/stop');
  });
});

test('a third run is refused before its file is taken in', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit');
  await tutor.say('/fit');
  const answer = await tutor.say('/fit', { files: [textFile('mine.csv', 'a,b\n1,2\n')] });
  expect(answer.words).toMatch(/^You have 2 runs going already/);
  expect(tutor.uploads.size).toBe(0);
});
