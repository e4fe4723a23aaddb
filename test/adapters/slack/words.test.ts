/** Advice that works on Slack: how to send files, and what works in threads. */
import { afterEach, describe, expect, test } from 'vitest';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import type { Message } from '../../support/slack/world.js';

let on: TutorOnSlack;

afterEach(async () => {
  expect(on.slack.refusals).toEqual([]);
  await on.close();
});

const mention = (words: string): string => `<@${on.slack.state.botUserId}> ${words}`;

function wordsOf({ text, blocks }: Message): string {
  const sections = blocks.map((one) => (one.type === 'section' ? one.text.text : ''));
  return [text, ...sections].join('\n');
}

describe('how to send a table', () => {
  test.each([
    ['en-US', 'share a CSV file in a message that mentions me', '/data csv:'],
    ['ko-KR', '저를 멘션한 메시지나 저와의 DM에 CSV 파일을 올려', '/data csv:'],
  ])('`/data` explains it Slack’s way: %s', async (locale, words, form) => {
    on = await tutorOnSlack();
    const learner = on.slack.person({ locale });
    learner.slash(on.slack.channel, '/data');
    const answer = wordsOf(await untilShows(on, learner, on.slack.channel, words));
    expect(answer).toContain(form);
  });

  test('a question about it gets the same answer', async () => {
    on = await tutorOnSlack();
    const learner = on.slack.person();
    const alone = on.slack.directMessages();
    learner.writes(alone, 'can i train on my own csv file?');
    const answer = wordsOf(await untilShows(on, learner, alone, 'You can train on your own CSV'));
    expect(answer).toContain('share the file in a message that mentions me and says');
    expect(answer).not.toContain('together with');
  });

  test('so does a missing file', async () => {
    on = await tutorOnSlack();
    const learner = on.slack.person();
    learner.says(on.slack.channel, mention('fit csv:homes.csv'));
    await untilShows(on, learner, on.slack.channel, 'share it in a message that mentions me');
  });
});

describe('in a thread, where Slack has no slash commands', () => {
  test.each([
    ['en-US', 'Watch', '@tutor fit epochs:20 batch:10'],
    ['ko-KR', '에포크', '@tutor fit epochs:20 batch:10'],
  ])('help refers to mentions: %s', async (locale, _words, call) => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person({ locale });
    const { ts: thread } = learner.says(slack.channel, mention('what is an epoch?'));
    await slack.until(() => learner.messages(slack.channel).length === 2, 'it is answered');
    learner.says(slack.channel, mention('help'), { thread });
    const help = wordsOf(await untilShows(on, learner, slack.channel, call));
    expect(help).not.toMatch(/(?<![\w/])\/(?:fit|help|ask|data|stop)(?! csv:)/);
    expect(help).toContain('`@tutor data`');
  });

  test('so do error messages, and in a direct message’s thread no mention is needed', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    const { ts: thread } = learner.says(slack.channel, mention('what is an epoch?'));
    await slack.until(() => learner.messages(slack.channel).length === 2, 'it is answered');
    learner.says(slack.channel, mention('compare'), { thread });
    await untilShows(on, learner, slack.channel, '@tutor fit trains one');
    const alone = slack.directMessages();
    const first = learner.writes(alone, 'what is an epoch?');
    await slack.until(() => learner.messages(alone).length === 2, 'it is answered');
    learner.writes(alone, 'compare', [], { thread: first.ts });
    await untilShows(on, learner, alone, 'and fit trains one');
  });

  test('a run does too, even at its end; in the channel commands keep their slash', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    learner.says(slack.channel, mention('fit epochs:1 batch:100'));
    const run = await untilShows(on, learner, slack.channel, 'Done.');
    expect(run.history.join('\n')).not.toMatch(/`\/\w/);
    learner.slash(slack.channel, '/compare');
    await untilShows(on, learner, slack.channel, '/fit trains one');
  });
});
