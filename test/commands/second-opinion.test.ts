/** /ask with a model available: its server is real, only the model is fake. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { OpenAiOpinion } from '../../src/llm/openai-opinion.js';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm.js';
import { recordingLog } from '../support/recording-log.js';
import { Tutor } from '../support/tutor.js';

const vague = 'zorb the quux';

let llm: FakeLlm;
let tutor: Tutor;
/** The answer without a model. */
let alone: string;

beforeAll(async () => {
  llm = await startFakeLlm();
  alone = (await new Tutor().say(vague)).words;
});
afterAll(() => llm.close());
beforeEach(() => {
  const { log } = recordingLog();
  tutor = new Tutor({ secondOpinion: new OpenAiOpinion({ url: llm.url, model: 'small', log }) });
});

test('its pick is answered and remembered, for everyone', async () => {
  llm.reply = { says: '2' };
  const { words, audience } = await tutor.say(vague);
  expect(words).not.toBe(alone);
  expect(audience).toBe('everyone');
  const { user, place } = tutor.asker.invocation();
  expect(await tutor.conversations.last(user.id, place)).toBeDefined();
  expect(tutor.faults).toEqual([]);
});

test.each(['0', 'Zorbing is fun, and 2 is a number.'])(
  'with %j everything is as without it',
  async (says) => {
    llm.reply = { says };
    expect((await tutor.say(vague)).words).toBe(alone);
    expect(tutor.faults).toEqual([]);
  },
);

test('what the tutor knows by itself is not sent anywhere', async () => {
  const before = llm.heard.length;
  await tutor.say('what is an epoch?');
  await tutor.say('/runs');
  expect(llm.heard).toHaveLength(before);
});

test('/help mentions it only if there is one', async () => {
  expect((await tutor.say('/help')).words).toContain('language model');
  expect((await new Tutor().say('/help')).words).not.toContain('language model');
});
