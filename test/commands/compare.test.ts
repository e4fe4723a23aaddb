/** What a person sees when comparing runs. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ChartDescription } from '../../src/render/chart.js';
import { codeLines } from '../support/message-text.js';
import { summary } from '../support/run-samples.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
const stranger = { user: { id: 'web:2', name: 'Jun' } };

beforeEach(() => {
  tutor = new Tutor();
});

/** Trains with its own losses and returns the run's id. */
async function train(line: string, losses: (epoch: number) => number): Promise<string> {
  tutor.pool.loss = losses;
  return (await tutor.train(`/fit ${line} pace:fast`)).record.id;
}

const small = (epoch: number): number => [0.5, 0.45, 0.4, 0.35][epoch - 1] ?? 0.3;
const large = (epoch: number): number => [0.9, 0.7, 0.55, 0.44][epoch - 1] ?? 0.4;

describe('batch sizes', () => {
  let ids: [string, string];
  beforeEach(async () => {
    ids = [
      await train('epochs:20 batch:10 seed:1', small),
      await train('epochs:20 batch:100 seed:1', large),
    ];
  });

  test('are compared at equal epochs, then at equal updates, for everyone to see', async () => {
    const { audience, words } = await tutor.say('/compare');
    const [ten, hundred] = ids;
    expect(audience).toBe('everyone');
    expect(words.split('\n')).toEqual([
      `Side by side: ${ten} · ${hundred}`,
      'What differs, in this order:',
      '- batch_size 10 / 100',
      `${ten} ${hundred}`,
      '0.3000 0.4000 loss',
      '0.8000 0.8000 acc',
      '0.8500 0.8500 test',
      '    10    100 batch',
      '    20     20 epochs',
      '   800     80 steps',
      '16,000  1,600 updates',
      `After 20 epochs each, the training loss is 0.3000 (${ten}) · 0.4000 (${hundred}): lowest for ${ten}.`,
      `${ten} made 16,000 weight updates in all, ${hundred} only 1,600. At about equal updates (${hundred} after 1,600, ${ten} after 1,600, its epoch 2) the loss is 0.4000 against 0.4500.`,
      '(An epoch’s loss is its mean, so by the end of that epoch the loss was nearer to the 0.4000 of the next.)',
      'So most of the gap comes from the number of updates, not from the size of the batch itself.',
      `On 2,000 test rows: accuracy 0.8500 (${ten}) · 0.8500 (${hundred}); without learning, 0.7960.`,
    ]);
  });

  test('the one with fewer updates can be trained until it has as many', async () => {
    const { message } = await tutor.say('/compare');
    const command = `/fit like:${ids[1]} epochs:200 seed:1`;
    expect(message.buttons).toEqual([{ label: `${ids[1]} with 200 epochs`, command }]);
    tutor.pool.hold = true;
    await tutor.say(command, { pressed: true });
    const { settings } = (await tutor.newest()).record;
    expect(settings).toMatchObject({ epochs: 200, batchSize: 100, seed: 1 });
  });

  test('get a chart by epoch and one by update, with a text alternative', async () => {
    const { message } = await tutor.say('/compare');
    const [file] = message.attachments ?? [];
    const chart = JSON.parse(new TextDecoder().decode(file?.bytes)) as ChartDescription;
    expect(chart.panels.map(({ axis }) => axis)).toEqual([
      undefined,
      { label: 'weight updates (logarithmic)', scale: 'logarithmic' },
    ]);
    const [byEpoch, byUpdate] = chart.panels;
    expect(byEpoch?.series.map(({ label }) => label)).toEqual([
      `${ids[0]}, batch_size 10`,
      `${ids[1]}, batch_size 100`,
    ]);
    expect(byUpdate?.series.map(({ at }) => [at?.[0], at?.at(-1)])).toEqual([
      [800, 16_000],
      [80, 1_600],
    ]);
    expect(file?.alt).toBe(
      `Chart of the training loss. ${ids[0]}: from 0.5000 to 0.3000 in 20 epochs, 16,000 weight updates; ` +
        `${ids[1]}: from 0.9000 to 0.4000 in 20 epochs, 1,600 weight updates.`,
    );
  });

  test('and a third: in the order they were named, and in Korean', async () => {
    const third = await train('epochs:20 batch:1000 seed:1', large);
    const { words } = await tutor.say(`/compare ${third}, ${ids[0]} ${ids[1]}`, { locale: 'ko' });
    expect(words).toContain(`나란히 보기: ${third} · ${ids[0]} · ${ids[1]}`);
    expect(words).toContain('- batch_size 1000 / 10 / 100');
    expect(words).toContain('800번마다 에포크가 끝나서 비슷한 횟수에서 끝난 에포크가 없고');
  });

  test('one press from /runs', async () => {
    const { message } = await tutor.say('/runs');
    expect(message.buttons?.at(-1)).toEqual({
      label: 'Compare the two newest',
      command: '/compare',
    });
  });
});

test('if only the batch size causes the lack of updates, the batch is not blamed', async () => {
  await train('epochs:4 batch:10 seed:1', small);
  const ahead = await train(
    'epochs:4 batch:20 seed:1',
    (epoch) => small(epoch) - 0.02 + epoch / 99,
  );
  const { words } = await tutor.say('/compare');
  expect(words).toContain(`update for update ${ahead} is ahead`);
});

describe('seeds', () => {
  test('alone: the gap is chance', async () => {
    await train('epochs:2 seed:1', () => 0.5);
    await train('epochs:2 seed:2', () => 0.51);
    const { words } = await tutor.say('/compare');
    expect(words).toContain('- seed 1 / 2\n');
    expect(words).toContain('Only the seed differs, so the gap of 0.0100 is pure chance');
  });

  test('beside another setting: a small gap may be chance', async () => {
    await train('epochs:2 optimizer:adam seed:1', () => 0.5);
    await train('epochs:2 optimizer:rmsprop seed:2', () => 0.51);
    const { words } = await tutor.say('/compare');
    expect(words).toContain('a gap as small as 0.0100 may be chance; give both seed:1 to be fair');
  });

  test('equal, like all settings: exactly equal numbers', async () => {
    await train('epochs:2 seed:1', small);
    await train('epochs:2 seed:1', small);
    const { words } = await tutor.say('/compare');
    expect(words).toContain('All settings are the same, including the seed.');
    expect(words).toContain('exactly equal');
  });
});

test('more than one setting: nobody can say which made the difference', async () => {
  await train('epochs:2 lr:0.1 seed:1', small);
  await train('epochs:2 activation:tanh seed:1', large);
  const { words } = await tutor.say('/compare');
  expect(words).toContain(
    'More than one setting differs, so this cannot show which one made the difference',
  );
});

test('data of another kind: what cannot be compared, and what can', async () => {
  const churn = await train('epochs:2 seed:1', small);
  tutor.pool.data = {
    ...summary(300),
    name: 'cars',
    target: 'mpg',
    task: 'regression',
    metric: 'mae',
  };
  const cars = await train('data:cars epochs:2 seed:1', large);
  const { words, message } = await tutor.say('/compare');
  expect(words).toContain('- data churn / cars');
  expect(words).toContain('neither their losses nor their results can be compared');
  expect(words).toContain('One is measured by accuracy (higher is better), another by mae');
  expect(words).toContain(
    `Test rows / baseline: ${churn} 0.8500 / 0.7960 · ${cars} 0.8500 / 0.7960`,
  );
  expect(words).not.toContain('lowest');
  expect(codeLines(message).slice(1, 4)).toEqual([
    '0.4500 0.7000 loss',
    '0.8000      - acc',
    '     - 0.8000 mae',
  ]);
  expect(message.buttons).toBeUndefined();
});

test('a loss that overflowed is compared with nothing', async () => {
  await train('epochs:2 seed:1', small);
  const lost = await train('epochs:2 lr:10 seed:1', () => NaN);
  const { words } = await tutor.say('/compare');
  expect(words).toContain(`The loss of ${lost} became nan: with learning_rate 10`);
  expect(words).not.toContain('lowest');
});

describe('says in one sentence what is missing', () => {
  test('two runs', async () => {
    expect((await tutor.say('/compare')).words).toBe(
      'You have no run with a finished epoch so far; /compare needs two, and /fit trains one.',
    );
    await train('epochs:1', small);
    expect(await tutor.say('/compare')).toMatchObject({
      audience: 'asker',
      words:
        'You have 1 run with a finished epoch so far; /compare needs two, and /fit trains one.',
    });
  });

  test('too few names, too many, the same one twice', async () => {
    expect((await tutor.say('/compare k3f9qd,k3f9qd')).words).toMatch(/^runs named 1 run;/);
    expect((await tutor.say('/compare a1 b2 c3 d4')).words).toMatch(
      /^runs named 4 different runs;/,
    );
  });

  test('an unknown run, one in progress, one without an epoch', async () => {
    const known = await train('epochs:1', small);
    expect((await tutor.say(`/compare ${known},nowhere`)).words).toBe(
      'You have no run nowhere, and none was posted here; /runs lists yours.',
    );
    tutor.pool.hold = true;
    await tutor.say('/fit epochs:3');
    const going = (await tutor.newest()).record.id;
    expect((await tutor.say(`/compare ${known} ${going}`)).words).toBe(
      `Run ${going} is still going; compare it once it is over.`,
    );
    await tutor.say(`/stop ${going}`);
    await tutor.runs.ended(going);
    expect((await tutor.say(`/compare ${known} ${going}`)).words).toBe(
      `Run ${going} ended before it finished an epoch, so there is nothing to compare.`,
    );
  });
});

test("anyone may name another's runs, as with /code; without names only their own count", async () => {
  const ids = [await train('epochs:1 seed:1', small), await train('epochs:1 seed:2', large)];
  expect((await tutor.say(`/compare ${ids.join(',')}`, stranger)).words).toContain('Side by side');
  expect((await tutor.say('/compare', stranger)).words).toContain('You have no run');
});

test('a data name cannot break out of its line', async () => {
  await train('epochs:1 seed:1', small);
  tutor.pool.data = { ...summary(), name: '```\n<b>@everyone\u202e', target: 'Exited' };
  await train('data:moons epochs:1 seed:1', large);
  const { words, message } = await tutor.say('/compare');
  expect(words).toContain('- data churn / ``` <b>@everyone\n');
  expect(codeLines(message).join('\n')).not.toContain('`');
});

test.each([
  ['runs:', ' '],
  ['runs=', ', '],
  ['', ' '],
])('runs may follow %j, separated by %j', async (option, between) => {
  const ids = [await train('epochs:2 batch:10', small), await train('epochs:2 batch:100', large)];
  const { words } = await tutor.say(`/compare ${option}${ids.join(between)}`);
  expect(words).toContain(`Side by side: ${ids.join(' · ')}`);
});

test('words that continue a choice are read with it, others are named', async () => {
  expect((await tutor.say('/explain concept:batch size')).words).toContain('batch_size');
  expect((await tutor.say('/stop run:k3f9qd now')).words).toContain('“now”');
});
