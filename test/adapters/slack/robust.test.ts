/** Whatever Slack sends or refuses, the program survives and nobody is left without an answer. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';

let on: TutorOnSlack;
const ends: unknown[] = [];
const note = (error: unknown): void => void ends.push(error);

beforeEach(async () => {
  ends.length = 0;
  process.on('unhandledRejection', note);
  on = await tutorOnSlack();
});

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
  process.off('unhandledRejection', note);
  expect(ends).toEqual([]);
});

const mention = (words: string): string => `<@${on.slack.state.botUserId}> ${words}`;

test.each([
  ['null', 'null'],
  ['no object', '7'],
  ['an event without a payload', '{"type":"events_api","envelope_id":"X1","payload":null}'],
  ['a payload without an event', '{"type":"events_api","envelope_id":"X2","payload":{}}'],
  ['a press without a payload', '{"type":"interactive","envelope_id":"X3","payload":null}'],
  ['a command without a payload', '{"type":"slash_commands","envelope_id":"X4"}'],
])('in Socket Mode %s does no harm', async (_what, sent) => {
  const { slack } = on;
  slack.socket.sendRaw(sent);
  const learner = slack.person();
  const alone = slack.directMessages();
  learner.writes(alone, 'help');
  await untilShows(on, learner, alone, '/fit');
});

describe('a missing scope is named to the asker', () => {
  const table = `size,sold\n${Array.from({ length: 40 }, (_, row) => `${row},${row % 2}`).join('\n')}`;

  test.each([
    ['en-US', 'Slack’s permission (scope) chat:write', 'install the app again'],
    ['ko-KR', '슬랙 권한(스코프) chat:write', '앱을 다시 설치'],
  ])('to write: %s', async (locale, words, who) => {
    const { slack } = on;
    slack.state.missingScopes.add('chat:write');
    const learner = slack.person({ locale });
    learner.slash(slack.channel, '/fit', 'epochs:1');
    await untilShows(on, learner, slack.channel, words);
    expect(learner.sees(slack.channel)).toContain(who);
  });

  test('to read a file', async () => {
    const { slack } = on;
    slack.state.missingScopes.add('files:read');
    slack.state.tellsOfFiles = false;
    const learner = slack.person();
    learner.mentionsWithFile(slack.channel, mention('data'), { name: 'a.csv', content: table });
    await untilShows(on, learner, slack.channel, 'Slack’s permission (scope) files:read');
  });

  test.each([
    ['en-US', 'data penguins', 'first rows', 'Slack’s permission (scope) files:write'],
    ['ko-KR', 'data penguins', '펭귄', '슬랙 권한(스코프) files:write'],
  ])('to send one: %s', async (locale, line, _first, words) => {
    const { slack } = on;
    slack.state.missingScopes.add('files:write');
    const learner = slack.person({ locale });
    const alone = slack.directMessages();
    learner.writes(alone, line);
    await untilShows(on, learner, alone, words);
  });

  test('at the end of a run, which ends all the same', async () => {
    await on.close();
    const picture = {
      name: 'chart.png',
      mediaType: 'image/png',
      bytes: Buffer.from('png'),
      alt: 'a',
    };
    on = await tutorOnSlack({ attachments: () => Promise.resolve([picture]) });
    const { slack } = on;
    slack.state.missingScopes.add('files:write');
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    const run = await untilShows(
      on,
      learner,
      slack.channel,
      'Slack’s permission (scope) files:write',
    );
    expect(run.text).toContain('is done');
  });
});

test('a forwarded log without any text is read, not answered with help', async () => {
  const { slack } = on;
  const log = [
    'Epoch 1/2',
    '1875/1875 [====] - 3s 1ms/step - loss: 0.2953 - accuracy: 0.9143',
    'Epoch 2/2',
    '1875/1875 [====] - 2s 1ms/step - loss: 0.1431 - accuracy: 0.9578',
  ].join('\n');
  const learner = slack.person();
  const alone = slack.directMessages();
  learner.writes(alone, '', [], { more: { attachments: [{ fallback: 'log', text: log }] } });
  await untilShows(on, learner, alone, 'loss went from 0.2953 to 0.1431');
});

test.each(['', 'look at this'])(
  'a text file of over 1 MB that is a table is read as one, beside “%s”',
  async (said) => {
    const { slack } = on;
    const rows = Array.from(
      { length: 60_000 },
      (_, row) => `${row},${row % 977},${row % 7},${row % 2}`,
    );
    const content = `size,colour of it,rooms,sold\n${rows.join('\n')}\n`.replaceAll(',', ' , ');
    expect(content.length).toBeGreaterThan(1024 * 1024);
    const learner = slack.person();
    learner.mentionsWithFile(slack.channel, mention(said), { name: 'shop.txt', content });
    await untilShows(on, learner, slack.channel, 'shop.txt: 60,000 rows, 4 columns');
  },
);

test('a text file of over 1 MB that is not a table is refused with the limit for logs', async () => {
  const { slack } = on;
  const learner = slack.person();
  const content =
    'It was a dark and stormy night. Nothing was learned, by anyone.\nRain fell.\n'.repeat(20_000);
  learner.mentionsWithFile(slack.channel, mention(''), { name: 'novel.txt', content });
  await untilShows(on, learner, slack.channel, 'at most 1 MB can be read');
});
