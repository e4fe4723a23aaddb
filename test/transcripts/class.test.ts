/** A class as its people read it on Discord and on Slack. */
import { expect, test } from 'vitest';
import type { Person as OnDiscord } from '../support/discord/person.js';
import { readable } from '../support/discord/transcript.js';
import { tutorOnDiscord } from '../support/discord/tutor-on-discord.js';
import { pressables } from '../support/discord/world.js';
import { buttonsOf } from '../support/slack/block-rules.js';
import type { Person as OnSlack } from '../support/slack/person.js';
import { tutorOnSlack } from '../support/slack/tutor-on-slack.js';
import { shownText } from '../support/slack/world.js';
import type { Tutor } from '../support/tutor.js';

const lossOf = (tutor: Tutor): void => {
  tutor.pool.loss = (epoch, { settings: { batchSize, seed } }) =>
    (batchSize === 10 ? 0.3 : 0.5) + (seed % 7) / 1000 + 0.1 / epoch;
};
const QUESTION = 'Which <@everyone> *wins*?';

test('on Discord: a teacher, two learners, guesses, a table for the teacher alone', async () => {
  const on = await tutorOnDiscord();
  const { discord, tutor } = on;
  const { channel } = discord;
  lossOf(tutor);
  tutor.pool.hold = true;
  const [kim, ada, bo] = [discord.person(), discord.person(), discord.person({ locale: 'ko' })];
  const reads = async (person: OnDiscord, words: string) => {
    const found = () =>
      person.answers(channel).findLast(({ content }) => readable(content).includes(words));
    await discord.until(() => found() !== undefined, `"${words}" is read`);
    const message = found();
    if (!message) throw new Error('it was read and went');
    return message;
  };
  const options = { action: 'start', batch: '10,1000', epochs: 2, minutes: 5, question: QUESTION };
  kim.slash(channel, 'class', options);
  const board = await reads(ada, 'Class lab of');
  expect(pressables(board).map(({ label }) => label)).toEqual([
    ...['Join', 'End joining (teacher)', 'Stop all'],
  ]);
  expect(board.content, 'nobody is mentioned').toContain('\\*wins\\*');
  ada.press(board, 'Join');
  const hers = await reads(ada, 'You were dealt batch_size 10');
  expect(hers.onlyFor).toBe(ada.id);
  bo.press(board, 'Join');
  const his = await reads(bo, '받은 값: batch_size 1000');
  expect(pressables(his).map(({ label }) => label)).toEqual([
    ...['batch_size 10', 'batch_size 1000', '비슷해요', '나가기'],
  ]);
  ada.press(hers, 'batch_size 10');
  await reads(ada, 'You expect: batch_size 10.');
  bo.press(his, 'batch_size 1000');
  await reads(bo, '고른 답: batch_size 1000.');
  ada.press(board, 'End joining');
  await reads(ada, 'who opened this class, or a moderator can do that');
  kim.press(board, 'End joining');
  await reads(kim, 'Joining this round is over');
  for (let epochs = 0; epochs < 4; epochs += 1) (await tutor.pool.next()).finish();

  const ended = await reads(ada, '2 people said what they expected, and one was right');
  ada.press(ended, 'How did I do?');
  expect((await reads(ada, 'You were right: batch_size 10')).onlyFor).toBe(ada.id);
  bo.press(ended, 'How did I do?');
  await reads(bo, '실제로는 batch_size 10');
  ada.press(ended, 'Table (teacher)');
  await reads(ada, 'gets its table');
  kim.press(ended, 'Table (teacher)');
  expect((await reads(kim, 'Everyone who joined round 1')).onlyFor).toBe(kim.id);
  kim.press(ended, 'Next round');
  await reads(bo, 'round 2');
  expect(discord.refusals).toEqual([]);
  expect(tutor.faults).toEqual([]);
  tutor.classes.stopTimers();
  await on.close();
});

test('on Slack: joining again, leaving, coming back, and the class’s end', async () => {
  const on = await tutorOnSlack();
  const { slack, tutor } = on;
  const { channel } = slack;
  lossOf(tutor);
  const [kim, ada, bo] = [slack.person(), slack.person(), slack.person()];
  const reads = async (person: OnSlack, words: string) => {
    const found = () =>
      person
        .messages(channel)
        .findLast(
          ({ author, text, blocks }) =>
            author === 'tutor' && shownText(text, blocks).includes(words),
        );
    await slack.until(() => found() !== undefined, `"${words}" is read`);
    const message = found();
    if (!message) throw new Error('it was read and went');
    return message;
  };
  tutor.pool.hold = true;
  kim.slash(channel, '/class', `start batch:10,1000 epochs:1 question:"${QUESTION}"`);
  const board = await reads(ada, 'Press Join');
  ada.press(board, 'Join');
  const hers = await reads(ada, 'You were dealt batch_size 10');
  expect(hers.onlyFor).toBe(ada.user.id);
  ada.press(board, 'Join');
  await slack.until(
    () => ada.messages(channel).filter(({ onlyFor }) => onlyFor === ada.user.id).length === 2,
    'she is told once more',
  );
  bo.press(board, 'Join');
  const his = await reads(bo, 'You were dealt batch_size 1000');
  bo.press(his, 'Leave');
  await reads(bo, 'You have left');
  for (let epochs = 0; epochs < 2; epochs += 1) (await tutor.pool.next()).finish();
  bo.press(board, 'Join');
  await reads(bo, 'You were dealt batch_size 1000');
  (await tutor.pool.next()).finish();
  kim.slash(channel, '/class', 'end');
  await reads(kim, 'This class has ended');
  const ended = await reads(bo, 'Runs that count, by value: 10: 1 · 1000: 1.');
  expect(shownText(ended.text, ended.blocks)).not.toContain('<!');
  expect(buttonsOf(ended).map(({ text }) => text.text)).toEqual([
    ...['How did I do?', 'Table (teacher)', 'Next round (teacher)', 'End the class (teacher)'],
  ]);
  bo.slash(channel, '/class', 'next');
  await reads(bo, 'There is no class in this channel');
  expect(slack.refusals).toEqual([]);
  expect(tutor.faults).toEqual([]);
  await on.close();
});
