import { beforeEach, expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { runButtons } from '../../src/render/run-buttons.js';
import type { RunState } from '../../src/runs/run.js';
import { summary, twoNumberInputs } from '../support/run-samples.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
beforeEach(() => {
  tutor = new Tutor();
  tutor.pool.data = twoNumberInputs();
});

test('says what was measured at the first frame, where it changed, and at the last', async () => {
  const { record } = await tutor.train('/fit data:circles epochs:5 seed:7 pace:fast');
  const { audience, words, message } = await tutor.say('/film');
  expect(audience).toBe('everyone');
  expect(words.split('\n')).toEqual([
    `Run ${record.id}, trained again from seed 7: every epoch came out the same, bit for bit. 5 of its 5 epochs are in the film.`,
    '- Epoch 1: The boundary is a straight line, to within 0.0 % of the picture’s side.',
    '- Epoch 3: The boundary bends: it strays up to 3.0 % of the picture’s side from the straight line that fits best.',
    '- Epoch 4: The boundary bends: it strays up to 4.5 % of the picture’s side from the straight line that fits best. An area of inner is closed: the boundary runs all the way round it.',
    '- Epoch 5: The boundary bends: it strays up to 6.0 % of the picture’s side from the straight line that fits best. An area of inner is closed: the boundary runs all the way round it.',
  ]);
  const [gif] = message.attachments ?? [];
  expect(gif).toMatchObject({ name: `${record.id}-film.gif`, mediaType: 'image/gif' });
  expect(gif?.alt).toContain('in 5 pictures. Epoch 1: The boundary is a straight line');
  const drawn = JSON.parse(new TextDecoder().decode(gif?.bytes)) as { frames: { title: string }[] };
  expect(drawn.frames.map(({ title }) => title)).toContain('circles: epoch 3 of 5');
});

test('its button is under such a run, and under no other', async () => {
  const commandsOf = (run: RunState): readonly string[] =>
    runButtons(run, [], { t: translator('en'), view: 'keras' }).map(({ command }) => command);
  const run = await tutor.train('/fit data:circles epochs:2 pace:fast');
  expect(commandsOf(run)).toContain(`/film run:${run.record.id}`);
  tutor.pool.data = summary();
  const other = await tutor.train('/fit epochs:2 pace:fast');
  expect(commandsOf(other).join()).not.toContain('/film');
  expect((await tutor.say('/film')).words).toContain('needs exactly two inputs');
});

test('a training run with different results is not shown as the original’s', async () => {
  const { record } = await tutor.train('/fit data:circles epochs:4 pace:fast');
  tutor.pool.loss = (epoch) => (epoch === 3 ? 0.25 : 1 / epoch);
  const { words, message } = await tutor.say(`/film ${record.id}`);
  expect(words).toContain('epoch 3 had a loss of 0.25, not 0.3333');
  expect(message.attachments ?? []).toEqual([]);
  // And a failed film can be retried.
  tutor.pool.loss = (epoch) => 1 / epoch;
  expect((await tutor.say(`/film ${record.id}`)).words).toContain('the same, bit for bit');
});

test('requested again, it is not trained again', async () => {
  await tutor.train('/fit data:circles epochs:3 pace:fast');
  await tutor.say('/film');
  tutor.pool.loss = () => 9;
  expect((await tutor.say('/film')).words).toContain('the same, bit for bit');
  expect((await tutor.say('/film', { locale: 'ko' })).words).toContain('전에는');
});

test('refused: nothing trained, in progress, one epoch, too long', async () => {
  expect((await tutor.say('/film')).words).toContain('You have no runs yet');
  await tutor.train('/fit data:circles epochs:1 pace:fast');
  expect((await tutor.say('/film')).words).toContain('has one finished epoch; a film needs');
  tutor.pool.logs = {};
  await tutor.train('/fit data:circles epochs:400 pace:fast');
  // Each epoch took a little over 100 ms.
  expect((await tutor.say('/film')).words).toContain('films are made of runs with up to 60 s');
  tutor.pool.hold = true;
  await tutor.say('/fit data:circles epochs:3');
  await tutor.pool.next();
  expect((await tutor.say('/film')).words).toContain('is still going');
});
