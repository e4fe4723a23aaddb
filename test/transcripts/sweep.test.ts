/** A sweep as people on Discord and Slack see it: requested, watched, read, and its buttons pressed. */
import { afterEach, expect, test } from 'vitest';
import { readable } from '../support/discord/transcript.js';
import { tutorOnDiscord } from '../support/discord/tutor-on-discord.js';
import type { ScriptedPool } from '../support/scripted-pool.js';
import { tutorOnSlack } from '../support/slack/tutor-on-slack.js';
import { shownText } from '../support/slack/world.js';
import type { Tutor } from '../support/tutor.js';

const open: { close: () => Promise<void>; tutor: Tutor; refusals: readonly unknown[] }[] = [];

afterEach(async () => {
  for (const { close, tutor, refusals } of open.splice(0)) {
    expect(refusals).toEqual([]);
    expect(tutor.faults).toEqual([]);
    await close();
  }
});

/** The larger the batch, the higher the loss, far beyond the spread over seeds. */
function planted(pool: ScriptedPool): void {
  pool.loss = (epoch, { settings: { batchSize, seed } }) =>
    (1 + Math.log10(batchSize)) / 10 + 1 / (10 * epoch) + (seed % 7) / 10_000;
}

test('on Discord: one message, the planted order found, and the best trained again', async () => {
  const on = await tutorOnDiscord();
  const { discord, tutor } = on;
  open.push({ close: () => on.close(), tutor, refusals: discord.refusals });
  planted(tutor.pool);
  const [learner, other] = [discord.person(), discord.person({ locale: 'ko' })];
  learner.slash(discord.channel, 'sweep', { batch: '10,100,1000', epochs: 4, seed: 1 });
  const find = (words: string) =>
    other.answers(discord.channel).findLast(({ content }) => readable(content).includes(words));
  await discord.until(() => find('has the lowest training loss') !== undefined, 'it is over');
  const message = find('has the lowest training loss');
  if (!message) throw new Error('it went');
  const text = readable(message.content);
  expect(text).toContain('Sweep over batch');
  expect(text).toContain('time for 3 seeds each');
  expect(text).toContain('batch 10 has the lowest training loss after 4 epochs each: 0.2252');
  expect(text).toMatch(/every larger .?batch.? has a higher training loss \(0\.2252 to 0\.4252\)/);
  expect(text).toContain('  1000      32 0.4252');
  expect(other.answers(discord.channel).length, 'all in one message').toBe(1);

  learner.press(message, 'Run batch 10 again');
  await discord.until(() => find('Done.') !== undefined, 'it was trained again');
  expect(readable(find('Done.')?.content ?? '')).toContain('0.2251');
});

test('on Slack: the same, for Korean readers', async () => {
  const on = await tutorOnSlack();
  const { slack, tutor } = on;
  open.push({ close: () => on.close(), tutor, refusals: slack.refusals });
  planted(tutor.pool);
  const learner = slack.person({ locale: 'ko-KR' });
  learner.slash(slack.channel, '/sweep', 'batch:10,100,1000 epochs:4 seed:1');
  const texts = (): readonly string[] =>
    learner
      .messages(slack.channel)
      .filter(({ author }) => author === 'tutor')
      .map(({ text, blocks }) => shownText(text, blocks));
  const isOver = (): boolean => texts().some((text) => text.includes('학습 loss가 가장 낮은 값'));
  await slack.until(isOver, 'it is over');
  const [text = ''] = texts();
  expect(text).toContain('여러 값 비교: batch');
  expect(text).toContain('seed 3개씩');
  expect(text).toMatch(/가장 낮은 값: \*?batch 10\*?, 평균 0\.2252/);
  expect(text).toMatch(/batch.? 값이 커질 때마다 학습 loss 값도 커져요\(0\.2252 → 0\.4252\)/);
});
