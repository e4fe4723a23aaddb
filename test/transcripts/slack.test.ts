/** A learner's first evening with the tutor on Slack, as they read it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { twoNumberInputs } from '../support/run-samples.js';
import { buttonsOf } from '../support/slack/block-rules.js';
import type { Person } from '../support/slack/person.js';
import { tutorOnSlack, type TutorOnSlack } from '../support/slack/tutor-on-slack.js';
import { shownText, type Message } from '../support/slack/world.js';

let on: TutorOnSlack;

beforeEach(async () => {
  on = await tutorOnSlack();
});

afterEach(async () => {
  expect(on.slack.refusals).toEqual([]);
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

/** The tutor's newest message with these words that the person sees. */
async function reads(person: Person, words: string, channel = on.slack.channel): Promise<Message> {
  const found = (): Message | undefined =>
    person
      .messages(channel)
      .findLast(
        ({ author, text, blocks }) => author === 'tutor' && shownText(text, blocks).includes(words),
      );
  await on.slack.until(() => found() !== undefined, `"${words}" is read`);
  const message = found();
  if (!message) throw new Error('it was read and went');
  return message;
}

function words({ text, blocks }: Message): string {
  return shownText(text, blocks);
}

test('asks, trains, presses the numbers, and asks again about its own run', async () => {
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  const asked = learner.says(slack.channel, `<@${slack.state.botUserId}> what does 800/800 mean?`);
  expect((await reads(learner, 'It counts batches')).thread, 'under the question').toBe(asked.ts);

  learner.slash(slack.channel, '/fit', 'epochs:3 batch:100');
  const run = await reads(learner, 'Done.');
  learner.press(run, '80/80');
  expect(words(await reads(learner, 'Steps per epoch'))).toContain('8,000 ÷ 100 = 80');
  expect(other.sees(slack.channel), 'what was pressed is private').not.toContain('8,000 ÷ 100');

  learner.slash(slack.channel, '/ask', 'how many weight updates were that?');
  await reads(learner, '240');
});

test('in Korean, in direct messages', async () => {
  const { slack } = on;
  const learner = slack.person({ locale: 'ko-KR' });
  const alone = slack.directMessages();
  learner.writes(alone, '60000개, batch 128, 5에포크면 몇 번?');
  await reads(learner, '모두 2,345번', alone);
  learner.writes(alone, '오늘 날씨 어때?');
  await reads(learner, '제가 모르는 이야기예요', alone);
});

test('a log in a message is explained to the asker', async () => {
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  const log = [
    'Epoch 1/2',
    '1875/1875 [==============================] - 3s 1ms/step - loss: 0.2953 - accuracy: 0.9143',
    'Epoch 2/2',
    '1875/1875 [==============================] - 2s 1ms/step - loss: 0.1431 - accuracy: 0.9578',
  ].join('\n');
  const pasted = slack.world.addMessage({ channel: slack.channel, author: 'other', text: log });
  learner.choose(pasted, 'log');
  const answer = await reads(learner, '1,875');
  expect(words(answer)).toContain('0.2953');
  expect(other.sees(slack.channel)).not.toContain('1,875');
});

test('a quiz in a thread: the answer is private, the next question is everybody’s', async () => {
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/quiz', '');
  await slack.until(() => threaded(other).length === 1, 'the question is there');
  const [question] = threaded(other);
  if (!question) throw new Error('there is no question');
  other.press(question, buttonsOf(question)[0]?.text.text ?? '');
  await slack.until(() => threaded(other).length === 2, 'it is graded');
  expect(threaded(learner)).toHaveLength(1);
  const graded = threaded(other).at(-1);
  if (!graded) throw new Error('it was not graded');
  other.press(graded, 'Next');
  await slack.until(() => threaded(learner).length === 2, 'the next one is everybody’s');

  function threaded(person: Person): readonly Message[] {
    return person.messages(slack.channel).filter(({ thread }) => thread !== undefined);
  }
});

test('mistakes: shown privately by button, to everybody on request', async () => {
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:100');
  const run = await reads(learner, 'Done.');
  other.press(run, 'Where is it wrong?');
  const pressed = await reads(other, '1,700 right, 300 wrong');
  expect(words(pressed)).toContain('in 207 of 407 rows');
  expect(learner.sees(slack.channel)).not.toContain('300 wrong');

  learner.slash(slack.channel, '/mistakes', '');
  await reads(learner, '1,700 right, 300 wrong');
});

test('a run with two number inputs is filmed for everybody', async () => {
  const { slack, tutor } = on;
  tutor.pool.data = twoNumberInputs();
  const [learner, other] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/fit', 'epochs:3 data:circles');
  const run = await reads(learner, 'Done.');
  learner.press(run, 'Film');
  await reads(other, 'the same, bit for bit. 3 of its 3 epochs');
  const hasFilm = (): boolean => slack.world.files.some(({ name }) => name.endsWith('-film.gif'));
  await slack.until(hasFilm, 'the film is there');
});

test('a run is shared by its code, shown to everyone by the sharer, and trained again', async () => {
  const { slack } = on;
  const [learner, friend] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/fit', 'epochs:3 batch:100');
  await reads(learner, 'Done.');
  learner.slash(slack.channel, '/share', '');
  const shared = await reads(learner, 'as a code');
  const code = /ET[A-Za-z\d]{20,}/.exec(words(shared))?.[0] ?? '';
  expect(friend.sees(slack.channel)).not.toContain(code);
  learner.press(shared, 'Show to everyone');
  await reads(friend, 'as a code');

  const alone = slack.directMessages();
  friend.writes(alone, `fit ${code}`);
  expect(words(await reads(friend, 'As in the shared code, bit for bit', alone))).toContain(
    'Epoch 3/3',
  );
});
