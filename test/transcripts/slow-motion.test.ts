/** Slow motion, advanced by a learner on Discord and on Slack, as they read it. */
import { ChannelType } from 'discord.js';
import { afterAll, afterEach, expect, test } from 'vitest';
import { metricValue } from '../../src/render/keras-numbers.js';
import { readable } from '../support/discord/transcript.js';
import { tutorOnDiscord } from '../support/discord/tutor-on-discord.js';
import { realPool, stepsReally } from '../support/slow-motion.js';
import { tutorOnSlack } from '../support/slack/tutor-on-slack.js';
import { shownText } from '../support/slack/world.js';

const pool = realPool();
afterAll(() => pool.close());

let close: () => Promise<void>;
afterEach(() => close());

test('on Discord: one message and no others, which other people can only read', async () => {
  const on = await tutorOnDiscord();
  close = on.close.bind(on);
  const { discord, tutor } = on;
  const made = await stepsReally(tutor, pool);
  const [learner, other] = [discord.person(), discord.person({ name: 'passer-by' })];
  learner.slash(discord.channel, 'step', { epochs: 2, batch: 10, seed: 42 });
  const shown = (): string => readable(learner.answers(discord.channel).at(0)?.content ?? '');
  const reads = (words: string): Promise<void> =>
    discord.until(() => shown().includes(words), `"${words}" is read`);
  await reads('Nothing is learned yet');
  const [message] = learner.answers(discord.channel);
  if (!message) throw new Error('it is there');
  for (const step of [1, 2, 3]) {
    learner.press(message, 'Next');
    await reads(`Iteration ${step} of 800`);
  }
  const { shown: third } = made[2] ?? {};
  expect(shown()).toContain(`of this batch: ${metricValue(third?.batch.loss ?? NaN)}`);
  other.press(message, 'Next');
  await discord.until(
    () => other.answers(discord.channel).some(({ onlyFor }) => onlyFor === other.id),
    'the other one is told',
  );
  learner.press(message, 'To the end');
  await reads('Epoch 1 is over');
  // A day later no token is valid, but the bot itself can edit.
  discord.clock.advance(24 * 60 * 60_000);
  learner.press(message, 'Next');
  await reads('Iteration 1 of 800 in epoch 2 of 2');
  expect(learner.answers(discord.channel)).toEqual([message]);
  expect(made).toHaveLength(5);
  expect(discord.refusals).toEqual([]);
  expect(tutor.faults).toEqual([]);
});

test('on Discord where only one person uses the app: every press brings a token for editing', async () => {
  const on = await tutorOnDiscord();
  close = on.close.bind(on);
  const { discord, tutor } = on;
  await stepsReally(tutor, pool);
  const learner = discord.person();
  const guild = discord.world.addGuild({ botIsMember: false });
  const channel = discord.world.addChannel(guild, ChannelType.GuildText, 'elsewhere');
  learner.slash(channel, 'step', { batch: 10, seed: 42 });
  const shown = (): string => readable(learner.answers(channel).at(0)?.content ?? '');
  const reads = (words: string): Promise<void> =>
    discord.until(() => shown().includes(words), `"${words}" is read`);
  await reads('Nothing is learned yet');
  discord.clock.advance(60 * 60_000);
  const [message] = learner.answers(channel);
  if (!message) throw new Error('it is there');
  learner.press(message, 'Next');
  await reads('Iteration 1 of 800');
  discord.clock.advance(60 * 60_000);
  learner.press(message, 'Next 10');
  await reads('Iteration 11 of 800');
  expect(learner.answers(channel)).toEqual([message]);
  expect(tutor.faults).toEqual([]);
});

test('on Slack, in Korean: one message, which others can only read', async () => {
  const on = await tutorOnSlack();
  close = on.close.bind(on);
  const { slack, tutor } = on;
  const made = await stepsReally(tutor, pool);
  const learner = slack.person({ locale: 'ko-KR' });
  const other = slack.person();
  learner.slash(slack.channel, '/step', 'epochs:2 batch:10 seed:42');
  const ours = () => learner.messages(slack.channel).filter(({ author }) => author === 'tutor');
  const shown = (): string => {
    const [message] = ours();
    return message ? shownText(message.text, message.blocks) : '';
  };
  const reads = (words: string): Promise<void> =>
    slack.until(() => shown().includes(words), `"${words}" is read`);
  await reads('아직 아무것도 안 배웠어요');
  const [message] = ours();
  if (!message) throw new Error('it is there');
  for (const step of [1, 2, 3]) {
    learner.press(message, '다음');
    await reads(`이터레이션 800번 중 ${step}번째`);
  }
  expect(shown()).toContain(metricValue(made[2]?.shown.batch.loss ?? NaN));
  other.press(message, '다음');
  await slack.until(() => other.sees(slack.channel).includes('only they can use'), 'told');
  learner.press(message, '에포크 끝까지');
  await reads('에포크 1 끝');
  learner.press(message, '그만 보기');
  await reads('가중치가 800번 바뀌었어요');
  expect(ours()).toEqual([message]);
  expect(slack.refusals).toEqual([]);
  expect(tutor.faults).toEqual([]);
});
