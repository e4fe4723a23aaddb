/** A duel between two people with bets by two others, as everybody on each platform reads it. */
import { afterEach, expect, test } from 'vitest';
import { tutorOnDiscord, type TutorOnDiscord } from '../support/discord/tutor-on-discord.js';
import { tutorOnSlack, type TutorOnSlack } from '../support/slack/tutor-on-slack.js';
import { untilShows } from '../support/slack/until-shows.js';
import { shownText, type Message as SlackMessage } from '../support/slack/world.js';
import type { Tutor } from '../support/tutor.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function losses(tutor: Tutor): void {
  tutor.pool.hold = true;
  tutor.pool.loss = (epoch, { settings }) => (settings.batchSize === 10 ? 0.4 : 0.6) - epoch / 100;
}

async function train(tutor: Tutor, epochs: number): Promise<void> {
  for (let left = epochs; left > 0; left -= 1) (await tutor.pool.next()).finish();
}

/** Compares the board's numbers with the runs' stored data. */
async function expectAsKept(tutor: Tutor, words: string, owners: readonly string[]): Promise<void> {
  for (const owner of owners) {
    const [run] = await tutor.runs.recent(owner, 1);
    const last = run?.finished.at(-1);
    expect(run?.phase).toBe('completed');
    expect(words).toMatch(
      new RegExp(
        `batch_size ${run?.record.settings.batchSize ?? 0} .*${run?.finished.length ?? 0}/4 ${last?.logs.loss.toFixed(4) ?? ''}`,
      ),
    );
  }
}

test('on Discord', async () => {
  const on: TutorOnDiscord = await tutorOnDiscord();
  closing.push(() => on.close());
  const { discord, tutor } = on;
  const { channel } = discord;
  losses(tutor);
  const [mina, jun] = [discord.person({ name: 'Mina' }), discord.person({ name: 'Jun @everyone' })];
  const [kim, lee] = [discord.person({ name: 'Kim' }), discord.person({ name: 'Lee' })];
  const shows = async (who: typeof mina, words: string) => {
    const has = () => who.answers(channel).findLast((one) => one.content.includes(words));
    await discord.until(() => has() !== undefined, words);
    const message = has();
    if (!message) throw new Error(words);
    return message;
  };
  mina.slash(channel, 'duel', { batch: '10', epochs: 4, seed: 3, with: { user: jun.id } });
  const invitation = await shows(mina, 'Invitation to a duel');
  expect(invitation.content).toContain(`<@${jun.id}> · Mina trains **churn** for 4 epochs`);
  expect(invitation.pings).toEqual([]);
  await discord.until(() => discord.world.messages.some(({ pings }) => pings.length > 0), 'asked');
  expect(discord.world.messages.flatMap(({ pings }) => pings)).toEqual([jun.id]);
  kim.press(invitation, 'Accept');
  await shows(kim, 'That invitation is for somebody else.');
  jun.press(invitation, 'Accept');
  jun.press(await shows(jun, 'Which value do you choose?'), 'batch 100');
  const board = await shows(kim, 'Everybody but the two');
  expect(board.content).toContain('Duel: Mina \\(batch\\_size 10\\) against Jun \\@everyone');
  kim.press(board, 'batch_size 10');
  await shows(kim, 'Your bet: **batch\\_size 10**');
  lee.press(board, 'batch_size 100');
  await shows(lee, 'Your bet: **batch\\_size 100**');
  expect(jun.sees(channel)).not.toContain('Your bet');
  mina.press(board, 'batch_size 10');
  await shows(mina, 'betting is for the others');
  await train(tutor, 8);
  const over = await shows(lee, 'people bet');
  expect(over.content).toContain('**At equal epochs** Mina \\(batch\\_size 10\\) is ahead.');
  expect(over.content).toContain(
    '2 people bet, 1 of them right. The right answer was: batch\\_size 10.',
  );
  await expectAsKept(tutor, over.content, [`discord:${mina.id}`, `discord:${jun.id}`]);
  lee.press(over, 'How did I bet?');
  await shows(lee, 'It was batch');
  kim.press(over, 'How did I bet?');
  await shows(kim, 'You were right');
  expect(discord.world.messages.flatMap(({ pings }) => pings)).toEqual([jun.id]);
  expect(discord.refusals).toEqual([]);
  expect(tutor.faults).toEqual([]);
});

test('on Slack', async () => {
  const on: TutorOnSlack = await tutorOnSlack();
  closing.push(() => on.close());
  const { slack, tutor } = on;
  const { channel } = slack;
  losses(tutor);
  const [mina, jun] = [slack.person({ name: 'Mina' }), slack.person({ name: 'Jun <!channel>' })];
  const [kim, lee] = [slack.person({ name: 'Kim' }), slack.person({ name: 'Lee' })];
  const wordsOf = ({ text, blocks }: SlackMessage): string => shownText(text, blocks);
  const shows = (who: typeof mina, words: string) => untilShows(on, who, channel, words);
  mina.slash(channel, '/duel', `batch:10 epochs:4 seed:3 with:<@${jun.user.id}|jun kim>`);
  const invitation = await shows(mina, 'Invitation to a duel');
  expect(JSON.stringify(invitation.blocks)).toContain(`<@${jun.user.id}> · Mina trains`);
  kim.press(invitation, 'Accept');
  await shows(kim, 'That invitation is for somebody else.');
  jun.press(invitation, 'Accept');
  jun.press(await shows(jun, 'Which value do you choose?'), 'batch 100');
  const board = await shows(kim, 'Everybody but the two can bet');
  expect(wordsOf(board)).toContain('Duel: Mina (batch_size 10) against Jun');
  kim.press(board, 'batch_size 10');
  await shows(kim, 'Your bet:');
  lee.press(board, 'batch_size 100');
  await shows(lee, 'Your bet:');
  await train(tutor, 8);
  const over = await shows(lee, 'people bet');
  const words = wordsOf(over);
  expect(words).toContain('At equal epochs');
  expect(words).toContain('2 people bet, 1 of them right. The right answer was: batch_size 10.');
  const team = (id: string): string => `slack:T1:${id}`;
  await expectAsKept(tutor, words, [team(mina.user.id), team(jun.user.id)]);
  lee.press(over, 'How did I bet?');
  await shows(lee, 'It was batch_size 10');
  // A picture's text is plain text.
  const markup = [...board.blocks, ...over.blocks].map((block) =>
    JSON.stringify({ ...block, alt_text: '' }),
  );
  expect(markup.join()).not.toContain('<!channel>');
  expect(slack.refusals).toEqual([]);
  expect(tutor.faults).toEqual([]);
});

test('the announcement at its end is in Korean if it was requested in Korean', async () => {
  const on: TutorOnSlack = await tutorOnSlack();
  closing.push(() => on.close());
  const { slack, tutor } = on;
  losses(tutor);
  const mina = slack.person({ name: '민아', locale: 'ko-KR' });
  mina.slash(slack.channel, '/duel', 'batch:10,100 epochs:4');
  const board = await untilShows(on, mina, slack.channel, '대결');
  mina.press(board, 'batch_size 10');
  await untilShows(on, mina, slack.channel, '건 쪽');
  await train(tutor, 8);
  const over = await untilShows(on, mina, slack.channel, '1명이 걸었고');
  const words = shownText(over.text, over.blocks);
  expect(words).toContain('에포크 수가 같을 때 앞선 쪽: batch_size 10.');
  expect(tutor.faults).toEqual([]);
});
