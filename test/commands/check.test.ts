import { beforeEach, expect, test } from 'vitest';
import { renderRun } from '../../src/render/run-message.js';
import { translator } from '../../src/content/translator.js';
import type { Locale } from '../../src/content/locale.js';
import { blockText } from '../support/message-text.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

async function trained(command: string): Promise<string> {
  await tutor.say(command);
  const { id } = (await tutor.newest()).record;
  await tutor.runs.ended(id);
  await tutor.liveRuns.settled(id);
  return id;
}

/** The check's message once the check is over. */
async function ending(check: string, locale: Locale = 'en'): Promise<string> {
  const state = await tutor.runs.find(check);
  const checked = await tutor.runs.find(state?.record.settings.checks ?? '');
  if (!state || !checked) throw new Error('both runs are there');
  const options = { t: translator(locale), view: 'keras', fits: () => true, checked } as const;
  return renderRun(state, options).blocks.map(blockText).join('\n');
}

test('a finished run has the button, which trains exactly the same again on TensorFlow.js', async () => {
  const id = await trained('/fit epochs:3 validation:0.2 dropout:0.1 patience:3 seed:7');
  const { record } = await tutor.newest();
  const button = tutor.port.latest.buttons?.find(
    ({ label }) => label === 'Check with TensorFlow.js',
  );
  expect(button?.command).toBe(`/check run:${id}`);

  const check = await trained(button?.command ?? '');
  const again = await tutor.newest();
  expect(again).toMatchObject({ backend: 'wasm', phase: 'completed' });
  expect(again.record.settings).toEqual({
    ...record.settings,
    ...{ pace: 'fast', engine: 'tensorflow', checks: id },
  });
  const labels = tutor.port.latest.buttons?.map(({ label }) => label);
  expect(labels).not.toContain('Check with TensorFlow.js');
  expect(await tutor.say(`/check ${check}`)).toMatchObject({
    words: expect.stringContaining(`TensorFlow.js itself computed run ${check}`) as string,
  });
});

test.each(['en', 'ko'] as const)('the result, in %s', async (locale) => {
  let apart = 0;
  tutor.pool.loss = (epoch, { settings }) =>
    1 / epoch + (settings.engine === 'tensorflow' ? apart * epoch : 0);
  const id = await trained('/fit epochs:4 seed:7');
  const said = async (by: number): Promise<string> => {
    apart = by;
    const text = await ending(await trained(`/check ${id}`), locale);
    return text.replaceAll(id, 'ID').replaceAll(/run `[^`]*`/g, 'run');
  };
  const none = await said(0);
  const close = await said(1e-8);
  const far = await said(2e-5);
  if (locale === 'en') {
    expect(none).toContain('In all 4 epochs not a single number differs.');
    expect(close).toContain('Largest difference in all 4 epochs: 0.00000004, in loss of epoch 4.');
    expect(far).toContain(
      'The same to four decimals up to epoch 2, then the numbers drift apart: by 0.00008 at most, in loss of epoch 4.',
    );
    expect(far).toContain('which is 1.0 times as long.');
  } else {
    expect(none).toContain('4에포크 내내 다른 숫자가 하나도 없어요.');
    expect(close).toContain('가장 큰 차이: 4번째 에포크의 loss에서 0.00000004.');
    expect(far).toContain('2번째 에포크까지는 소수 넷째 자리까지 같고');
  }
});

test('a number in one and none in the other is the largest possible difference', async () => {
  tutor.pool.loss = (epoch, { settings }) =>
    epoch > 2 ? (settings.engine === 'tensorflow' ? NaN : 1) : 0.5;
  const id = await trained('/fit epochs:3');
  expect(await ending(await trained(`/check ${id}`))).toContain(
    'by ∞ at most, in loss of epoch 3.',
  );
  tutor.pool.loss = () => NaN;
  const lost = await trained('/fit epochs:3');
  expect(await ending(await trained(`/check ${lost}`))).toContain('not a single number differs');
});

test('of a stopped run, the finished epochs are trained again', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:9 seed:7');
  const { id } = (await tutor.newest()).record;
  for (const _ of [1, 2]) (await tutor.pool.next()).finish();
  (await tutor.pool.next()).progress(10);
  await tutor.runs.stop(id);
  expect(await tutor.runs.ended(id)).toMatchObject({ phase: 'stopped' });
  tutor.pool.hold = false;
  const check = await trained(`/check ${id}`);
  expect((await tutor.runs.find(check))?.record.settings).toMatchObject({ epochs: 2, checks: id });
  const text = await ending(check);
  expect(text).toContain('In all 2 epochs not a single number differs.');
  // The stopped run was tested with the weights of an unfinished epoch.
  expect(text).not.toContain('On the test rows, accuracy');
});

test('a run that cannot be checked is refused in one sentence', async () => {
  expect((await tutor.say('/check')).words).toContain('You have no runs yet');
  expect((await tutor.say('/check nobody')).words).toContain('You have no run nobody');
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:3');
  const { id } = (await tutor.newest()).record;
  expect((await tutor.say('/check')).words).toContain(`Run ${id} is still going`);
});

test('a check cut off by a restart shows its result all the same', async () => {
  const id = await trained('/fit epochs:3 seed:7');
  tutor.pool.hold = true;
  await tutor.say(`/check ${id}`);
  const { id: check } = (await tutor.newest()).record;
  await tutor.runs.close();
  const next = new Tutor({ earlier: tutor });
  await next.runs.resumeUnfinished(next.liveRuns.reopen);
  await next.runs.ended(check);
  await next.liveRuns.settled(check);
  const shown = next.port.latest.blocks.map(blockText).join('\n');
  expect(shown).toContain(`Beside run ${id}`);
  expect(shown).toContain('not a single number differs');
});
