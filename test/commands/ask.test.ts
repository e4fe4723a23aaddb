/** /ask, and everything typed, said to the tutor or pressed that is not a command. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

describe('a question in plain words', () => {
  test.each([
    'what is an epoch?',
    '/ask what is an epoch?',
    '/ask question:what is an epoch?',
    'ask what is an epoch?',
  ])('%s', async (line) => {
    const { audience, words } = await tutor.say(line);
    expect(audience).toBe('everyone');
    expect(words).toContain('One epoch is one trip through all training rows');
    expect(tutor.faults).toEqual([]);
  });

  test('may name options and code without being a command', async () => {
    expect((await tutor.say('epochs=20 batch_size=10이면 몇 번 고쳐요?')).words).toContain(
      '16,000번',
    );
    const asked = await tutor.say('model.fit(X, y, batch_size=10, epochs=20)이 뭐예요?');
    expect(asked.words).toContain('신경망을 학습시키는 줄');
    expect(await tutor.runs.recent('web:1', 1)).toEqual([]);
  });

  test('is answered in its own language, whatever the chat’s', async () => {
    expect((await tutor.say('loss가 nan 떠요', { locale: 'en' })).words).toContain('결측치');
    expect((await tutor.say('my loss is nan', { locale: 'ko' })).words).toContain('StandardScaler');
  });

  test('pressed, is answered to whoever pressed', async () => {
    expect((await tutor.say('/ask my loss is nan', { pressed: true })).audience).toBe('asker');
  });

  test('an empty one gets help, and /ask alone an invitation', async () => {
    expect((await tutor.say('')).words).toContain('/fit');
    expect((await tutor.say('/ask')).words).toContain('Ask me something about training');
  });

  test('that is too long gets one sentence', async () => {
    const { words, audience } = await tutor.say(`why ${'x'.repeat(20_000)}`);
    expect(audience).toBe('asker');
    expect(words).toBe('question has 20,004 characters; it may have at most 20,000.');
  });
});

describe('with a run available', () => {
  test('its numbers are used, of the newest or of the named one', async () => {
    const first = await tutor.train('/fit epochs:2 batch:100 pace:fast');
    await tutor.train('/fit epochs:3 batch:10 pace:fast');
    expect((await tutor.say('how many weight updates in total?')).words).toContain('2,400');
    const named = await tutor.say(`/ask how many weight updates in total? run:${first.record.id}`);
    expect(named.words).toContain('160');
    expect(named.words).toContain(first.record.id);
  });

  test('a nonexistent run is reported', async () => {
    expect((await tutor.say('/ask why run:nope')).words).toContain('You have no run nope');
  });
});
