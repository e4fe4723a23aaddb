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

test("without options it is the lesson's job at Keras' batch_size", async () => {
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

test('every option takes effect', async () => {
  const line =
    '/fit data:penguins epochs:3 batch:16 layers:16,8 activation:tanh dropout:0.2 l2:0.001 optimizer:sgd lr:0.05 momentum:0.9 validation:0.2 patience:2 seed:42 pace:fast engine:tensorflow';
  expect(await settingsAfter(line)).toEqual({
    dataset: { kind: 'builtin', name: 'penguins' },
    epochs: 3,
    batchSize: 16,
    validationSplit: 0.2,
    layers: [16, 8],
    activation: 'tanh',
    dropout: 0.2,
    l2: 0.001,
    optimizer: 'sgd',
    learningRate: 0.05,
    momentum: 0.9,
    patience: 2,
    seed: 42,
    pace: 'fast',
    engine: 'tensorflow',
  });
});

test.each([
  ['dropout_rate=0.5', { dropout: 0.5 }],
  ['드롭아웃:0.3', { dropout: 0.3 }],
  ['규제=0.01', { l2: 0.01 }],
  ['kernel_regularizer:0.01', { l2: 0.01 }],
  ['optimizer:sgd 모멘텀:0.9', { momentum: 0.9 }],
  ['validation:0.2 early_stopping:5', { patience: 5 }],
  ['검증:0.2 조기종료:5', { patience: 5 }],
  ['engine:tf', { engine: 'tensorflow' }],
  ['엔진:텐서플로', { engine: 'tensorflow' }],
])('in other words: %s', async (options, expected) => {
  expect(await settingsAfter(`/fit ${options}`)).toMatchObject(expected);
});

test.each(['dropout:0', 'l2:0', 'momentum:0', 'engine:auto'])(
  '%s is not a run',
  async (options) => {
    const { dropout, l2, momentum, engine } = await settingsAfter(`/fit ${options}`);
    expect([dropout, l2, momentum, engine]).toEqual(Array(4).fill(undefined));
  },
);

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

  test('copies an earlier run, but not its seed', async () => {
    const { record } = await tutor.train(first);
    const again = await settingsAfter(`/fit like:${record.id}`);
    expect({ ...again, seed: 42 }).toEqual(record.settings);
    expect(again.seed).not.toBe(42);
  });

  test('options given beside it take precedence', async () => {
    const { record } = await tutor.train(first);
    const again = await settingsAfter(`/fit like:${record.id} batch:100 seed:7`);
    expect(again).toEqual({ ...record.settings, batchSize: 100, seed: 7 });
  });

  test("another optimizer brings Keras' rate for it", async () => {
    const { record } = await tutor.train(first);
    const again = await settingsAfter(`/fit like:${record.id} optimizer:adam`);
    expect(again.learningRate).toBe(0.001);
  });

  test('copies optional settings, and drops them with 0', async () => {
    const { record } = await tutor.train(
      '/fit data:moons epochs:3 dropout:0.2 l2:0.01 optimizer:sgd momentum:0.9 validation:0.2 patience:2 engine:tensorflow seed:42 pace:fast',
    );
    const again = await settingsAfter(`/fit like:${record.id}`);
    expect({ ...again, seed: 42 }).toEqual(record.settings);
    const { dropout, l2, momentum, engine, ...rest } = record.settings;
    expect([dropout, l2, momentum, engine]).not.toContain(undefined);
    const line = `/fit like:${record.id} dropout:0 l2:0 momentum:0 engine:auto seed:42`;
    expect(await settingsAfter(line)).toEqual(rest);
  });

  test("patience takes the earlier run's validation", async () => {
    const { record } = await tutor.train('/fit data:moons epochs:3 validation:0.2 pace:fast');
    const again = await settingsAfter(`/fit like:${record.id} patience:4`);
    expect(again).toMatchObject({ validationSplit: 0.2, patience: 4 });
  });

  test('leaves out what has no use in the new run', async () => {
    const { record } = await tutor.train(
      '/fit data:moons epochs:3 dropout:0.2 optimizer:sgd momentum:0.9 validation:0.2 patience:2 pace:fast',
    );
    const line = `/fit like:${record.id} layers:none optimizer:adam validation:0`;
    const { dropout, momentum, patience } = await settingsAfter(line);
    expect([dropout, momentum, patience]).toEqual([undefined, undefined, undefined]);
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

  test('of an earlier run can be trained on again with another target', async () => {
    await settingsAfter('/fit epochs:2 pace:fast', [mine]);
    const { record } = await tutor.runs.ended((await tutor.newest()).record.id);
    const { dataset } = await settingsAfter(`/fit like:${record.id} target:a`);
    expect(dataset).toEqual({ ...record.settings.dataset, target: 'a' });
  });

  test('keeps the decisions about its columns, until others are made', async () => {
    const line = '/fit epochs:2 pace:fast target:b task:amount use:"Customer Id",a drop:x,"y, z"';
    const first = await settingsAfter(line, [mine]);
    const decided = { use: ['Customer Id', 'a'], drop: ['x', 'y, z'] };
    expect(first.dataset).toMatchObject({ ...decided, target: 'b', task: 'amount' });
    const { record } = await tutor.runs.ended((await tutor.newest()).record.id);
    const again = await settingsAfter(`/fit like:${record.id} pace:fast`);
    expect(again.dataset).toEqual(first.dataset);
    // A column's values say nothing about another's.
    const other = await settingsAfter(`/fit like:${record.id} target:a drop:none pace:fast`);
    expect(other.dataset).toMatchObject({ target: 'a', use: decided.use });
    expect(other.dataset).not.toHaveProperty('task');
    expect(other.dataset).not.toHaveProperty('drop');
  });

  test('that is too large is refused before it is read', async () => {
    const huge = {
      name: 'huge.csv',
      sizeBytes: 11 * 1024 * 1024,
      read: () => Promise.reject(new Error('it was read')),
    };
    const { words } = await tutor.say('/fit', { files: [huge] });
    expect(words).toBe('The file is 11 MB; at most 10 MB can be read.');
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

describe('an impossible request is explained to the asker, and nothing starts', () => {
  test.each([
    [
      '/fit layers:6,600',
      'layers was “6,600”; give up to 4 sizes from 1 to 512, as in 6,6, or none.',
    ],
    [
      '/fit layers:1,1,1,1,1',
      'layers was “1,1,1,1,1”; give up to 4 sizes from 1 to 512, as in 6,6, or none.',
    ],
    [
      '/fit data:mnist',
      'data was “mnist”; it can be churn, penguins, cars, digits, moons, circles, spiral.',
    ],
    [
      '/fit target:Age',
      'target was “Age”; it names a column of your own CSV, and the data set churn already has its target.',
    ],
    ['/fit dropout:1', 'dropout was “1”; it must be a number from 0 to 0.9.'],
    ['/fit momentum:1 optimizer:sgd', 'momentum was “1”; it must be a number from 0 to 0.99.'],
    [
      '/fit momentum:0.9',
      'momentum was 0.9, but only optimizer:sgd takes one, and the optimizer is adam; add optimizer:sgd or leave momentum out.',
    ],
    [
      '/fit dropout:0.2 layers:none',
      'dropout was 0.2; it leaves out hidden units, and this network has no hidden layer: give it one, as in layers:6,6, or leave dropout out.',
    ],
    [
      '/fit patience:5',
      'patience was 5; it watches val_loss, and without validation rows there is none: add validation:0.2 (above 0, up to 0.9).',
    ],
    [
      '/fit patience:0 validation:0.2',
      'patience was “0”; it must be a whole number from 1 to 500.',
    ],
    ['/fit engine:cuda', 'engine was “cuda”; it can be auto, tensorflow.'],
    ['/fit like:nowhere', 'You have no run nowhere, and none was posted here; /runs lists yours.'],
    ['/fit batch:0', 'batch was “0”; it must be a whole number from 1 to 100,000.'],
    ['/fit epoch:20', '/fit has no option epoch; did you mean epochs?'],
    ['/fit batchs:20', '/fit has no option batchs; did you mean batch?'],
  ])('%s', async (line, words) => {
    expect(await tutor.say(line)).toMatchObject({ audience: 'asker', words });
    expect(await tutor.runs.recent('web:1', 1)).toEqual([]);
  });

  test.each([
    ['/fit momentum:0.9', /^momentum 값이 0\.9인데, .*\(지금 옵티마이저: adam\)/],
    ['/fit dropout:0.2 layers:none', /^dropout 값이 0\.2인데, .*은닉층이 없는 신경망/],
    ['/fit patience:5', /^patience 값이 5인데, .*validation:0\.2처럼/],
  ])('in Korean: %s', async (line, words) => {
    const answer = await tutor.say(line, { locale: 'ko' });
    expect(answer).toMatchObject({
      audience: 'asker',
      words: expect.stringMatching(words) as string,
    });
  });

  test('a file together with data', async () => {
    const files = [textFile('mine.csv', 'a,b\n1,2\n')];
    const { words } = await tutor.say('/fit data:churn', { files });
    expect(words).toBe('You gave both a CSV file and data:churn; choose one of the two.');
    expect(tutor.uploads.size).toBe(0);
  });

  test('a file with impossible options is not kept', async () => {
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
    expect(words).toMatch(/^You already have 2 runs going \(\w{6}, \w{6}\)/);
    expect(words).toContain('/stop');
  });
});

test('a third run is refused before its file is taken in', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit');
  await tutor.say('/fit');
  const answer = await tutor.say('/fit', { files: [textFile('mine.csv', 'a,b\n1,2\n')] });
  expect(answer.words).toMatch(/^You already have 2 runs going/);
  expect(tutor.uploads.size).toBe(0);
});

test('ping:on where nobody can be pinged: it says so, and the run begins all the same', async () => {
  await tutor.say('/fit epochs:1 batch:100 ping:on');
  await tutor.runs.ended((await tutor.newest()).record.id);
  expect(tutor.asker.seen.map(({ words }) => words).join('\n')).toContain('ping does nothing here');
});
