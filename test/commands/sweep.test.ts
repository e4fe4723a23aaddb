/** `/sweep`: what it accepts and refuses, how many seeds it trains, and what its board says at the end. */
import { expect, test } from 'vitest';
import { sweptValues } from '../../src/render/sweep/swept.js';
import type { RunState } from '../../src/runs/run.js';
import { codeLines, messageText } from '../support/message-text.js';
import { Tutor } from '../support/tutor.js';

/** The newest sweep's runs, once its board shows the result. */
async function ended(tutor: Tutor): Promise<readonly RunState[]> {
  await expect.poll(() => tutor.port.latest.attachments?.length ?? 0, { timeout: 5000 }).toBe(2);
  const runs = await tutor.runs.recent('web:u1', 100);
  return runs.toReversed();
}

const owner = { user: { id: 'web:u1', name: 'Ada' } };

test('every value is trained with one seed, then, as that was fast, with two more of each', async () => {
  const tutor = new Tutor();
  tutor.pool.loss = (epoch, { settings }) =>
    (settings.batchSize === 10 ? 0.3 : 0.5) / epoch + settings.seed / 10_000;
  await tutor.say('/sweep batch:10,100,1000 epochs:3 seed:7', owner);
  const runs = await ended(tutor);
  expect(runs.map(({ record: { settings } }) => [settings.batchSize, settings.seed])).toEqual(
    [7, 8, 9].flatMap((seed) => [10, 100, 1000].map((batch) => [batch, seed])),
  );
  expect(new Set(runs.map(({ record }) => record.settings.pace))).toEqual(new Set(['fast']));
  const text = messageText(tutor.port.latest);
  expect(text).toContain('3 seeds each');
  expect(text).toContain('batch 10 has the lowest training loss after 3 epochs each: 0.1008');
  const [value] = sweptValues(runs, ['batch']);
  expect(value?.runs.map(({ settings }) => settings.seed)).toEqual([7, 8, 9]);
  expect(codeLines(tutor.port.latest)[0]).toBe(' batch updates   loss   test');
  expect(tutor.faults).toEqual([]);
});

test('its numbers match the histories: means over the seeds, and their spread', async () => {
  const tutor = new Tutor();
  tutor.pool.loss = (epoch, { settings }) =>
    (0.5 + settings.seed / 100 + settings.learningRate) / epoch;
  await tutor.say('/sweep lr:0.01,0.1 epochs:2 seed:1', owner);
  const runs = await ended(tutor);
  const rows = codeLines(tutor.port.latest).slice(1);
  for (const [index, lr] of [0.01, 0.1].entries()) {
    const losses = runs
      .filter(({ record }) => record.settings.learningRate === lr)
      .map(({ finished }) => finished.at(-1)?.logs.loss ?? NaN);
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / 3;
    expect(losses).toHaveLength(3);
    expect(rows[2 * index]).toMatch(new RegExp(`^ +${lr} +500 ${mean.toFixed(4)} `));
    // 0.01 apart, halved by the second epoch.
    expect(rows[2 * index + 1]?.trim()).toMatch(/^±\.0050/);
  }
  const history = Buffer.from(tutor.port.latest.attachments?.at(-1)?.bytes ?? []).toString();
  for (const { record, finished } of runs) {
    expect(history).toContain(record.id);
    for (const { logs } of finished) expect(history).toContain(String(logs.loss));
  }
});

test('two options are trained in all pairs', async () => {
  const tutor = new Tutor();
  await tutor.say('/sweep batch:10,100 optimizer:adam,sgd epochs:1', owner);
  const runs = await ended(tutor);
  const pairs = runs.map(
    ({ record: { settings } }) => `${settings.batchSize} ${settings.optimizer}`,
  );
  expect(pairs).toHaveLength(12);
  expect(pairs.slice(0, 4)).toEqual(['10 adam', '10 sgd', '100 adam', '100 sgd']);
  const text = messageText(tutor.port.latest);
  expect(text).toContain('10 · adam');
  expect(text).toContain('adam 0.001, sgd 0.01');
});

test('for a penalty only the test rows are compared: each training loss includes its own', async () => {
  const tutor = new Tutor();
  await tutor.say('/sweep l2:0,0.001,0.01 epochs:1', owner);
  await ended(tutor);
  const text = messageText(tutor.port.latest);
  expect(text).toContain('each loss includes its own penalty');
  expect(text).not.toContain('lowest training loss');
});

test('momentum belongs to sgd, and its effect is judged by the loss', async () => {
  const tutor = new Tutor();
  const refused = await tutor.say('/sweep momentum:0,0.9', owner);
  expect(refused.words).toContain('sgd');
  await tutor.say('/sweep momentum:0,0.5,0.9 optimizer:sgd epochs:1', owner);
  const runs = await ended(tutor);
  expect(runs.slice(0, 3).map(({ record }) => record.settings.momentum ?? 0)).toEqual([
    0, 0.5, 0.9,
  ]);
  expect(messageText(tutor.port.latest)).toContain('momentum');
});

test.each([
  ['/sweep batch:1,2,3,4,5,6,7,8,9', /batch has 9 values; a sweep takes 2 to 8/],
  ['/sweep batch:1,2,3,4 lr:0.1,0.2', /batch, lr have 4 × 2 values; .* up to 3 of each/],
  ['/sweep batch:1,2 lr:0.1,0.2 dropout:0,0.1', /batch, lr, dropout have several values each/],
  ['/sweep batch:10,10', /batch names 10 twice/],
  ['/sweep batch:10,0', /batch/],
  ['/sweep batch:10', /needs one option with two to 8 values/],
  ['/sweep', /needs one option with two to 8 values/],
  ['/sweep layers:64,64', /one network/],
  ['/sweep batch:10,100 epochs:500 data:churn like:nobody', /nobody/],
])('%s is refused in one sentence', async (line, words) => {
  const tutor = new Tutor();
  const { words: said } = await tutor.say(line, owner);
  expect(said).toMatch(words);
  expect(await tutor.runs.recent('web:u1', 10)).toEqual([]);
});

test('more rows × epochs than one sweep may cost are refused, with the epochs that fit', async () => {
  const tutor = new Tutor();
  const values = '/sweep batch:1,2,3,4,5,6,7,8';
  const { words } = await tutor.say(`${values} epochs:400`, owner);
  const largest = Number(/up to epochs:(\d+) is fine/.exec(words)?.[1]);
  expect(largest).toBeGreaterThan(100);
  expect((await tutor.say(`${values} epochs:${largest + 1}`, owner)).words).toContain('too much');
});

test('a value whose numbers overflow is named and not compared, whatever its other seeds did', async () => {
  const tutor = new Tutor();
  tutor.pool.loss = (epoch, { settings: { learningRate, seed } }) =>
    learningRate === 10 && seed === 4 ? NaN : learningRate + 0.5 / epoch + seed / 10_000;
  await tutor.say('/sweep lr:0.01,0.1,10 epochs:2 seed:3', owner);
  await ended(tutor);
  const text = messageText(tutor.port.latest);
  expect(text).toContain(
    'lr 10: the numbers overflowed with 1 of its 3 seeds (loss nan from epoch 1 on)',
  );
  expect(text).toContain('lr 0.01 has the lowest training loss');
});

test('a stopped value is left out and mentioned, and no further seeds are trained', async () => {
  const tutor = new Tutor();
  tutor.pool.hold = true;
  await tutor.say('/sweep batch:10,100,1000 epochs:2', owner);
  const underWay = [await tutor.pool.next(), await tutor.pool.next()];
  const hundred = tutor.runs
    .active('web:u1')
    .find(({ record }) => record.settings.batchSize === 100);
  await tutor.say(`/stop run:${hundred?.record.id ?? ''}`, owner);
  tutor.pool.hold = false;
  for (const epoch of underWay) epoch.finish();
  const runs = await ended(tutor);
  expect(runs).toHaveLength(3);
  const text = messageText(tutor.port.latest);
  expect(text).toContain('batch 100: one run of 1 did not come to the end');
  expect(text).toContain('no further seeds were trained');
  expect(text).toContain('chance was not measured');
});
