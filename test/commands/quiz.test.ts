/** A quiz as people play it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Invocation } from '../../src/chat/port.js';
import { questionOf } from '../../src/tutor/quiz/question.js';
import { Asker } from '../support/invocation.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
const jun = { user: { id: 'web:2', name: 'Jun' } };
const line = '/quiz about:steps_even seed:7';
const question = questionOf({ kind: 'steps_even', seed: 7 });
const right = `${line} pick:${question.right + 1}`;
const wrong = `${line} pick:${((question.right + 1) % question.options.length) + 1}`;

beforeEach(() => {
  tutor = new Tutor();
});

const press = (command: string, more: Partial<Invocation> = {}) =>
  tutor.say(command, { pressed: true, ...more });

test('asks everybody, with a button for each answer', async () => {
  const { audience, words, message } = await tutor.say('/quiz');
  expect(audience).toBe('everyone');
  expect(words).toMatch(/^Quiz\n.+\?/);
  for (const { command } of message.buttons ?? []) {
    expect(command).toMatch(/^\/quiz about:\w+ seed:\d+ pick:[1-4]$/);
  }
});

test('the same seed asks the same, in the asker’s language', async () => {
  const first = await tutor.say(line);
  expect((await tutor.say(line)).words).toBe(first.words);
  const korean = await tutor.say(line, { locale: 'ko' });
  expect(korean.words).toContain('에포크 한 번은 이터레이션 몇 번일까요?');
  expect(korean.message.buttons).toEqual(first.message.buttons);
});

test('an answer is graded for its author: right or wrong, why, and their score', async () => {
  await tutor.say(line);
  const { rows, batch, steps } = question.params as Record<string, number>;
  const number = (value = 0): string => value.toLocaleString('en');
  const good = await press(right);
  expect(good.audience).toBe('asker');
  expect(good.words.split('\n')).toEqual([
    `Right. ${number(rows)} ÷ ${number(batch)} = ${number(steps)} batches, and each batch is one iteration.`,
    '1/10 · level 1 · your score: 1 of 1 right',
  ]);
  const bad = await press(wrong, jun);
  expect(bad.words).toMatch(
    /^Not quite\. You chose “.+”\. .+\nThe right answer is .+ one iteration\.\n/,
  );
  expect(bad.words).toContain('1/10 · level 1 · your score: 0 of 1 right');
});

test('a question counts once, however often it is answered', async () => {
  await press(wrong);
  const { words } = await press(right);
  expect(words).toContain('You have already answered this one, so it does not count again.');
  expect(words).toContain('1/10 · level 1 · your score: 0 of 1 right');
});

test('the first press for the next question posts it, for everybody; later ones are told', async () => {
  const mine = (await press(right)).message.buttons?.[0];
  const theirs = (await press(wrong, jun)).message.buttons?.[0];
  expect(mine).toMatchObject({ label: 'Next question', style: 'primary' });
  expect(theirs).toEqual(mine);
  const next = await press(mine?.command ?? '');
  expect(next.audience).toBe('everyone');
  expect(next.words).toMatch(/^Quiz\n/);
  expect(await press(theirs?.command ?? '', jun)).toMatchObject({
    audience: 'asker',
    words: 'The next question is already here, further down.',
  });
  const elsewhere = await press(mine?.command ?? '', { place: { platform: 'slack', key: 'C1' } });
  expect(elsewhere.words).toBe(next.words);
});

test('a next question that could not be posted can be requested again', async () => {
  const next = (await press(right)).message.buttons?.[0]?.command ?? '';
  await press(next, { reply: () => Promise.reject(new Error('no connection')) });
  const again = await press(next);
  expect(again.audience).toBe('everyone');
  expect(again.words).toMatch(/^Quiz\n/);
});

test('where there are threads it is played in one', async () => {
  const thread = new Asker({ place: { platform: 'discord', key: 'thread' } });
  const titles: string[] = [];
  const openThread: Invocation['openThread'] = async (title, opening) => {
    titles.push(title);
    await tutor.asker.invocation().reply(opening, 'everyone');
    return thread.invocation();
  };
  await tutor.say(line, { openThread });
  expect(titles).toEqual(['Quiz: epochs, iterations, batches']);
  expect(tutor.asker.last.words).toContain('in the thread below');
  expect(thread.last.audience).toBe('everyone');
  expect(thread.last.words).toContain('How many iterations make one epoch?');
});

describe('reports', () => {
  test('an answer without a question', async () => {
    expect((await tutor.say('/quiz pick:1')).words).toMatch(/^pick answers a question; press one/);
  });

  test('an invalid answer', async () => {
    const short = [...Array(200).keys()].find(
      (seed) => questionOf({ kind: 'equal_updates', seed }).options.length === 3,
    );
    const { words } = await press(`/quiz about:equal_updates seed:${short ?? ''} pick:4`);
    expect(words).toBe('pick was 4; this question has answers 1 to 3.');
  });

  test('a nonexistent kind', async () => {
    expect((await tutor.say('/quiz cooking')).words).toMatch(
      /^about was “cooking”; it can be steps_even/,
    );
  });
});
