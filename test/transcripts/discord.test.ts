/** A learner's first evening with the tutor on Discord, as they read it. */
import { ChannelType } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { twoNumberInputs } from '../support/run-samples.js';
import type { Person } from '../support/discord/person.js';
import { readable } from '../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../support/discord/tutor-on-discord.js';
import { pressables, type Channel, type Message } from '../support/discord/world.js';

let on: TutorOnDiscord;

beforeEach(async () => {
  on = await tutorOnDiscord();
});

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

/** The tutor's newest message with these words that the person sees. */
async function reads(
  person: Person,
  words: string,
  channel = on.discord.channel,
): Promise<Message> {
  const found = (): Message | undefined =>
    person.answers(channel).findLast(({ content }) => readable(content).includes(words));
  await on.discord.until(() => found() !== undefined, `"${words}" is read`);
  const message = found();
  if (!message) throw new Error('it was read and went');
  return message;
}

function mention(words: string): string {
  return `<@${on.discord.world.botId}> ${words}`;
}

test('asks, trains, presses the numbers, and asks again about its own run', async () => {
  const { discord } = on;
  const [learner, other] = [discord.person(), discord.person()];
  learner.says(discord.channel, mention('what does 800/800 mean?'));
  await reads(learner, 'It counts batches');

  learner.slash(discord.channel, 'fit', { epochs: 3, batch: 100 });
  const run = await reads(learner, 'Done.');
  learner.press(run, '80/80');
  const card = await reads(learner, 'Steps per epoch');
  expect(readable(card.content)).toContain('8,000 ÷ 100 = 80');
  learner.press(run, 'baseline');
  await reads(learner, 'Baseline');
  expect(other.sees(discord.channel), 'what was pressed is private').not.toContain('8,000 ÷ 100');

  learner.says(discord.channel, mention('how many weight updates were that?'));
  await reads(learner, '240');
});

test('in Korean, in direct messages', async () => {
  const learner = on.discord.person({ locale: 'ko' });
  const alone = on.discord.directMessages();
  learner.says(alone, '60000개, batch 128, 5에포크면 몇 번?');
  await reads(learner, '모두 2,345번', alone);
  learner.says(alone, '배취 사이즈가 뭐에요');
  await reads(learner, '배치 크기(batch_size)', alone);
  learner.says(alone, '오늘 날씨 어때?');
  await reads(learner, '제가 모르는 이야기예요', alone);
});

test('a log in a message is explained to the asker, whoever wrote it', async () => {
  const { discord } = on;
  const [learner, other] = [discord.person(), discord.person()];
  const log = [
    'Epoch 1/2',
    '1875/1875 [==============================] - 3s 1ms/step - loss: 0.2953 - accuracy: 0.9143',
    'Epoch 2/2',
    '1875/1875 [==============================] - 2s 1ms/step - loss: 0.1431 - accuracy: 0.9578',
  ].join('\n');
  const pasted = other.says(discord.channel, `my first one!\n${log}`);
  learner.choose(pasted, 'Explain this log');
  const answer = await reads(learner, '1,875');
  expect(readable(answer.content)).toContain('0.2953');
  expect(answer.onlyFor).toBe(learner.id);

  const nothing = other.says(discord.channel, 'good night');
  learner.choose(nothing, 'Explain this log');
  await reads(learner, 'Epoch 1/20');
});

test('a quiz in its own thread: the answer is private, the next question is everybody’s', async () => {
  const { discord } = on;
  const [learner, other] = [discord.person(), discord.person()];
  learner.slash(discord.channel, 'quiz');
  await discord.until(() => thread() !== undefined, 'the thread is open');
  const channel = thread();
  if (!channel) throw new Error('there is no thread');
  await discord.until(() => other.answers(channel).length === 1, 'the question is there');
  const [question] = other.answers(channel);
  if (!question) throw new Error('there is no question');
  const [first] = pressables(question);
  other.press(question, first?.label ?? '');
  await discord.until(() => other.answers(channel).length === 2, 'it is graded');
  expect(learner.answers(channel)).toHaveLength(1);
  const graded = other.answers(channel).at(-1);
  if (!graded) throw new Error('it was not graded');
  other.press(graded, 'Next');
  await discord.until(() => learner.answers(channel).length === 2, 'the next one is everybody’s');

  function thread(): Channel | undefined {
    return discord.world.channels.find(({ type }) => type === ChannelType.PublicThread);
  }
});

test('a prediction, then the training, and its result', async () => {
  const { discord } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'predict', { about: 'iterations', epochs: 2, batch: 100 });
  const question = await reads(learner, 'What do you expect?');
  learner.press(question, '80');
  await discord.until(() => learner.answers(discord.channel).length === 2, 'the guess is kept');
  learner.press(question, 'Start');
  await reads(learner, 'Done.');
  await discord.until(() => learner.answers(discord.channel).length === 4, 'it is revealed');
  expect(readable(learner.answers(discord.channel).at(-1)?.content ?? '')).toContain('80');
});

test('two of my runs side by side', async () => {
  const { discord } = on;
  const learner = discord.person();
  for (const batch of [10, 100]) {
    learner.slash(discord.channel, 'fit', { epochs: 2, batch });
    await reads(
      learner,
      `${8_000 / batch} iterations = ${(8_000 / batch) * 2 === 1_600 ? '1,600' : '160'}`,
    );
  }
  learner.slash(discord.channel, 'compare');
  const compared = await reads(learner, 'training loss is');
  expect(compared.files.map(({ filename }) => filename)).toEqual([
    expect.stringMatching(/\.png$/) as string,
  ]);
});

test('mistakes: shown privately by button, to everybody on request, with a text alternative for the picture', async () => {
  const { discord } = on;
  const [learner, other] = [discord.person(), discord.person({ locale: 'ko' })];
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
  const run = await reads(learner, 'Done.');
  other.press(run, 'Where is it wrong?');
  const pressed = await reads(other, '틀렸어요');
  expect(pressed.onlyFor).toBe(other.id);
  expect(pressed.files[0]?.filename).toMatch(/-mistakes\.png$/);
  expect(pressed.files[0]?.description).toContain('1: 407개 중 200개');
  expect(learner.sees(discord.channel)).not.toContain('틀렸어요');

  learner.slash(discord.channel, 'mistakes');
  const asked = await reads(learner, '1,700 right, 300 wrong');
  expect(asked.onlyFor).toBeUndefined();
  expect(readable(asked.content)).toContain('Row 38 (Age 24, Geography (empty)): Exited is 1');
});

test('a run with two number inputs is filmed for everybody', async () => {
  const { discord, tutor } = on;
  tutor.pool.data = twoNumberInputs();
  const [learner, other] = [discord.person(), discord.person()];
  learner.slash(discord.channel, 'fit', { epochs: 3, data: 'circles' });
  const run = await reads(learner, 'Done.');
  learner.press(run, 'Film');
  const { files } = await reads(other, 'the same, bit for bit. 3 of its 3 epochs');
  expect(JSON.stringify(files)).toContain('-film.gif');
});

test('a run is shared by its code, which is trained again elsewhere', async () => {
  const { discord } = on;
  const [learner, friend] = [discord.person(), discord.person()];
  learner.slash(discord.channel, 'fit', { epochs: 3, batch: 100 });
  const run = await reads(learner, 'Done.');
  learner.press(run, 'Share');
  const shared = await reads(learner, 'as a code');
  expect(friend.sees(discord.channel), 'what was pressed is private').not.toContain('as a code');
  const code = /^ET\w+$/m.exec(readable(shared.content))?.[0] ?? '';

  const alone = discord.directMessages();
  friend.says(alone, `/fit like:${code}`);
  const again = await reads(friend, 'As in the shared code, bit for bit', alone);
  expect(readable(again.content)).toContain('Epoch 3/3');
  friend.slash(discord.channel, 'fit', { like: code.slice(0, -1) });
  await reads(friend, 'which is not a complete code');
  friend.slash(discord.channel, 'share', {});
  await reads(friend, 'as a code');
});
