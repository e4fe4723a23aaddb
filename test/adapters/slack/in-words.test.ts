/** What people on Slack ask in their own words, the files they bring, the logs they find in messages. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loggedText } from '../../support/logs.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';

let on: TutorOnSlack;

beforeEach(async () => {
  on = await tutorOnSlack();
});

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

const mention = (words: string): string => `<@${on.slack.state.botUserId}> ${words}`;
const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 3},${row % 2}`).join('\n');
const table = `size,colour,sold\n${rows}\n`;

describe('a request in words', () => {
  test('by mention: nothing starts before the button is pressed, then it does, in the same thread', async () => {
    const { slack, tutor } = on;
    const learner = slack.person();
    const asked = learner.says(slack.channel, mention('train 3 epochs with batch 100'));
    const words = 'Train 3 epochs with a batch size of 100 on churn?';
    const offer = await untilShows(on, learner, slack.channel, words);
    expect(await tutor.runs.recent(`slack:${slack.state.team.id}:${learner.user.id}`, 1)).toEqual(
      [],
    );
    learner.press(offer, 'Start the training');
    const run = await untilShows(on, learner, slack.channel, '3 epochs × 80 iterations');
    expect(run.thread).toBe(asked.ts);
  });

  test('three quick presses of Start the training start one run, and the other presses are told which', async () => {
    const { slack, tutor } = on;
    const learner = slack.person();
    learner.says(slack.channel, mention('train 3 epochs with batch 100'));
    const offer = await untilShows(
      on,
      learner,
      slack.channel,
      'Train 3 epochs with a batch size of 100 on churn?',
    );
    for (let press = 0; press < 3; press += 1) learner.press(offer, 'Start the training');
    await untilShows(on, learner, slack.channel, 'Done.');
    const told = (): number =>
      slack.world.messages.filter(
        ({ onlyFor, text }) =>
          onlyFor !== undefined && /has already started run|first press is enough/.test(text),
      ).length;
    await slack.until(() => told() === 2, 'the other presses are answered');
    const owner = `slack:${slack.state.team.id}:${learner.user.id}`;
    expect(await tutor.runs.recent(owner, 5)).toHaveLength(1);
  });

  test('in a direct message, in Korean', async () => {
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person({ locale: 'ko-KR' });
    const alone = slack.directMessages();
    learner.writes(alone, '에포크 3번 배치 100으로 돌려줘');
    const offer = await untilShows(on, learner, alone, '에포크 3번(배치 크기 100) 학습할까요?');
    learner.press(offer, '학습 시작');
    await tutor.pool.next();
    learner.writes(alone, '멈춰 주세요');
    const stop = await untilShows(on, learner, alone, '학습을 멈출까요?');
    learner.press(stop, '');
    await untilShows(on, learner, alone, '멈췄어요');
  });

  test.each([
    ['what does it mean to train 20 epochs with batch 10?', 'epoch'],
    ['show my runs', 'You have no runs yet'],
    ['what data sets are there?', 'Data to learn from'],
  ])('“%s” is answered at once', async (said, words) => {
    const learner = on.slack.person();
    const alone = on.slack.directMessages();
    learner.writes(alone, said);
    await untilShows(on, learner, alone, words);
    expect(learner.sees(alone)).not.toContain('[Start the training]');
  });
});

describe('a file without a command', () => {
  test.each([
    ['shop.csv', ''],
    ['shop.csv', 'hi! here is what we sold'],
    ['shop.txt', ''],
  ])('%s with “%s”, in a direct message, is described', async (name, said) => {
    const learner = on.slack.person();
    const alone = on.slack.directMessages();
    learner.writes(alone, said, [{ name, content: table }]);
    const answer = await untilShows(on, learner, alone, `${name}: 40 rows, 3 columns`);
    learner.press(answer, 'Train on it');
    await untilShows(on, learner, alone, 'Done.');
  });

  test('by mention with words that are not a command', async () => {
    const { slack } = on;
    const learner = slack.person();
    learner.mentionsWithFile(slack.channel, mention('look at this'), {
      name: 'shop.csv',
      content: table,
    });
    await untilShows(on, learner, slack.channel, 'shop.csv: 40 rows, 3 columns');
  });

  test('a snippet that is a log is read as one', async () => {
    const learner = on.slack.person();
    const alone = on.slack.directMessages();
    learner.writes(alone, '', [{ name: 'Untitled', content: loggedText('keras3-overfit') }]);
    await untilShows(on, learner, alone, 'val_loss');
  });
});

describe('“Explain this log”', () => {
  const log = [
    'Epoch 1/2',
    '1875/1875 [==============================] - 3s 1ms/step - loss: 0.2953 - accuracy: 0.9143',
    'Epoch 2/2',
    '1875/1875 [==============================] - 2s 1ms/step - loss: 0.1431 - accuracy: 0.9578',
  ].join('\n');
  const inEntities = log.replaceAll('>', '&gt;');

  test.each([
    ['a section', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: inEntities } }] }],
    [
      'rich text',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: log }] }],
          },
        ],
      },
    ],
    ['an attachment', { attachments: [{ fallback: 'job 17', title: 'job 17', text: inEntities }] }],
    [
      'a field of an attachment',
      { attachments: [{ fields: [{ title: 'stdout', value: inEntities, short: false }] }] },
    ],
    [
      'a forwarded message',
      {
        attachments: [
          {
            is_msg_unfurl: true,
            message_blocks: [
              {
                team: 'T1',
                message: { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: log } }] },
              },
            ],
          },
        ],
      },
    ],
  ])('reads %s', async (_what, more) => {
    const { slack } = on;
    const learner = slack.person();
    const message = learner.says(slack.channel, '');
    learner.choose(message, 'log', more);
    await untilShows(on, learner, slack.channel, 'loss went from 0.2953 to 0.1431');
  });

  test('reads one of our own runs', async () => {
    const { slack } = on;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:3 batch:100');
    const run = await untilShows(on, learner, slack.channel, 'Done.');
    learner.choose(run, 'log');
    const answer = await untilShows(on, learner, slack.channel, '80 batches × 3 epochs = 240');
    expect(JSON.stringify(answer.blocks)).not.toContain('batch_size 8');
  });
});
