/** What people write on Slack, where they write it, and the files they bring. */
import { afterEach, describe, expect, test } from 'vitest';
import { messyTable } from '../../support/messy-table.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';

let on: TutorOnSlack;

afterEach(async () => {
  await on.close();
});

test.each([
  ['full-width signs', 'epochs：２　batch＝１０'],
  ['curled quotes', 'epochs:“2” batch:‘10’'],
  ['entities', 'model.fit(X_train, y_train, batch_size=10, epochs=2) # a &lt; b'],
  ['links that Slack makes', '<http://model.fit|model.fit>(X, y, batch_size=10, epochs=2)'],
])('%s mean what was typed', async (_what, text) => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', text);
  await untilShows(on, learner, slack.channel, '2 epochs × 800 iterations');
});

test('mistakes and help answer the asker alone', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/fit', 'epochs:0');
  await untilShows(on, learner, slack.channel, 'epochs was “0”');
  learner.slash(slack.channel, '/help');
  await untilShows(on, learner, slack.channel, '/fit');
  expect(other.sees(slack.channel)).toBe('');
});

test('where the bot is not a member, it says how to invite it, and starts nothing', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  slack.channel.botIsMember = false;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
  await untilShows(on, learner, slack.channel, '/invite @tutor');
  expect(learner.sees(slack.channel)).toContain('only visible to you');
  expect(tutor.faults).toEqual([]);
});

describe('in a conversation of two people without the bot', () => {
  test.each([
    ['/help', '', '/explain'],
    ['/fit', 'epochs:2 batch:10', 'not part of this conversation'],
    ['/fit', 'epochs:0', 'epochs was “0”'],
  ])('%s %s is answered to the asker alone', async (command, text, words) => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    const theirs = slack.directMessages();
    theirs.botIsMember = false;
    const learner = slack.person();
    learner.slash(theirs, command, text);
    await untilShows(on, learner, theirs, words);
    expect(learner.sees(theirs)).toContain('only visible to you');
    expect(tutor.faults).toEqual([]);
  });
});

test('Slack gets its acknowledgement before anything is looked up', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  let answer: () => void = () => undefined;
  slack.trouble('users.info', {
    kind: 'late',
    until: new Promise<void>((resolve) => (answer = resolve)),
  });
  const learner = slack.person();
  learner.slash(slack.channel, '/help');
  await slack.until(() => slack.socket.acknowledged.length === 1, 'it is acknowledged');
  expect(learner.sees(slack.channel)).toBe('');
  answer();
  await untilShows(on, learner, slack.channel, '/explain');
});

describe('threads', () => {
  test('a mention is answered in a thread under it, and a thread keeps its answers', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    const asked = learner.says(slack.channel, `<@${slack.state.botUserId}> fit epochs:1 batch:10`);
    const answer = await untilShows(on, learner, slack.channel, 'Done.');
    expect(answer.thread).toBe(asked.ts);
    learner.press(answer, 'Run again');
    await slack.until(
      () => slack.world.messages.filter(({ thread }) => thread === asked.ts).length === 2,
      'the second run is in the thread, too',
    );
    learner.press(answer, 'epoch');
    expect((await untilShows(on, learner, slack.channel, 'One epoch is one trip')).thread).toBe(
      asked.ts,
    );
  });

  test('an answer for the asker alone is visible, even though nobody has answered yet', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const [learner, other] = [slack.person(), slack.person()];
    learner.says(slack.channel, `<@${slack.state.botUserId}> fit epochs:0`);
    await untilShows(on, learner, slack.channel, 'epochs was “0”');
    expect(other.sees(slack.channel)).not.toContain('epochs was “0”');
  });

  test('a direct message is answered beside it', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    const alone = slack.directMessages();
    learner.writes(alone, 'fit epochs:1 batch:10');
    expect((await untilShows(on, learner, alone, 'Done.')).thread).toBeUndefined();
    learner.writes(alone, 'fit epochs:0');
    await untilShows(on, learner, alone, 'epochs was “0”');
  });
});

describe('a file’s contents', () => {
  test('are seen by the asker alone, in their language, and trained on', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person({ locale: 'ko-KR' });
    const other = slack.person();
    const file = { name: 'customers.csv', content: messyTable() };
    learner.mentionsWithFile(slack.channel, `<@${slack.state.botUserId}> data`, file);
    await untilShows(on, learner, slack.channel, '130행, 7열');
    const seen = learner.sees(slack.channel);
    expect(seen).toContain('customers.csv: 130행, 7열');
    expect(seen).toContain('아직 아무것도 학습하지 않았어요');
    expect(seen).toContain('뺌: 거의 모든 행이 서로 다름');
    expect(other.sees(slack.channel)).not.toContain('130행');
    const preview = learner.messages(slack.channel).at(-1);
    if (!preview) throw new Error('there is no preview');
    learner.press(preview, '이걸로 학습하기');
    await untilShows(on, learner, slack.channel, '끝!');
    expect(slack.refusals).toEqual([]);
  });
});

describe('a CSV file', () => {
  const rows = ['size,price', ...Array.from({ length: 30 }, (_, row) => `${row},${row * 2}`)];
  const file = { name: 'homes.csv', content: rows.join('\n') };

  test('comes with a mention', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    const learner = slack.person();
    learner.mentionsWithFile(slack.channel, `<@${slack.state.botUserId}> fit epochs:1`, file);
    await untilShows(on, learner, slack.channel, 'Done.');
    expect([...tutor.uploads.values()].map((bytes) => Buffer.from(bytes).toString())).toEqual([
      file.content,
    ]);
  });

  test('hosted elsewhere is not downloaded', async () => {
    on = await tutorOnSlack({ fileOrigins: ['https://files.slack.com'] });
    const { slack, tutor } = on;
    const learner = slack.person();
    learner.mentionsWithFile(slack.channel, `<@${slack.state.botUserId}> fit epochs:1`, file);
    await untilShows(on, learner, slack.channel, 'could not be fetched');
    expect(tutor.uploads.size).toBe(0);
  });

  test('is requested in a form where a slash command cannot carry one', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    const learner = slack.person({ locale: 'ko-KR' });
    learner.slash(slack.channel, '/fit', 'epochs:1 csv:');
    await slack.until(() => slack.state.views.length === 1, 'the form is open');
    expect(slack.state.views[0]?.view.title.text).toMatch(/[가-힣]/);
    learner.submits(file);
    await untilShows(on, learner, slack.channel, '끝!');
    expect(tutor.uploads.size).toBe(1);
  });

  test('the form uses the chosen language', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    learner.slash(slack.channel, '/language', 'ko');
    await slack.until(() => learner.messages(slack.channel).length === 1, 'it is chosen');
    learner.slash(slack.channel, '/fit', 'epochs:1 csv:');
    await slack.until(() => slack.state.views.length === 1, 'the form is open');
    expect(slack.state.views[0]?.view.title.text).toMatch(/[가-힣]/);
  });

  test('in a form, where the bot is not a member: it says so', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    slack.channel.botIsMember = false;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 csv:');
    await slack.until(() => slack.state.views.length === 1, 'the form is open');
    learner.submits(file);
    await untilShows(on, learner, slack.channel, '/invite @tutor');
    expect(tutor.faults).toEqual([]);
  });

  test('a form that does not open does not leave people waiting in silence', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    slack.trouble('views.open', { kind: 'server-error' });
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 csv:');
    await untilShows(on, learner, slack.channel, 'did not open');
  });

  test('a log that mentions files is read, without asking for one', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    const log = '5/5 [=====] - 0s 2ms/step - loss: 0.5 - accuracy: 0.8 File "train.py", line 3';
    learner.slash(slack.channel, '/log', log);
    await untilShows(on, learner, slack.channel, '0.5');
    expect(slack.state.views).toEqual([]);
  });
});

test.each([
  ['en-US', /Your answer comes in about \d+ seconds: you are number [3-5] in line/],
  ['ko-KR', /지금 [3-5]번째로 기다리고 있어요/],
])(
  'people who have to wait for the first message learn that, and their place in line: %s',
  async (locale, words) => {
    on = await tutorOnSlack({ postEveryMs: 1_100 });
    const { slack } = on;
    const learners = Array.from({ length: 5 }, () => slack.person({ locale }));
    for (const learner of learners) learner.slash(slack.channel, '/fit', 'epochs:1 batch:1000');
    const told = (): number =>
      slack.world.messages.filter(({ onlyFor, text }) => onlyFor !== undefined && words.test(text))
        .length;
    await slack.until(() => told() >= 3, 'those who wait are told');
    const answered = slack.world.messages.filter(({ onlyFor }) => onlyFor === undefined);
    expect(answered.length, 'before their answers are there').toBeLessThan(5);
    expect(slack.refusals).toEqual([]);
  },
);

describe('what a slash command answers', () => {
  test.each([
    ['/ask', 'what is an epoch?'],
    ['/explain', 'epoch'],
    ['/data', ''],
  ])(
    '%s: to the asker alone, who may show it to everyone along with the request',
    async (command, text) => {
      on = await tutorOnSlack();
      const { slack } = on;
      const [learner, other] = [slack.person(), slack.person()];
      learner.slash(slack.channel, command, text);
      await slack.until(() => learner.messages(slack.channel).length === 1, 'it is answered');
      expect(other.sees(slack.channel)).toBe('');
      const [answer] = learner.messages(slack.channel);
      if (!answer) throw new Error('there is no answer');
      learner.press(answer, 'Show to everyone');
      await slack.until(() => other.messages(slack.channel).length === 1, 'everybody sees it');
      const seen = other.sees(slack.channel);
      expect(seen).toContain(`<@${learner.user.id}> · ${`${command} ${text}`.trim()}`);
      expect(seen).not.toContain('Show to everyone');
      expect(slack.refusals).toEqual([]);
    },
  );

  test('`/data` through its form: only the asker sees the file’s contents', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const [learner, other] = [slack.person(), slack.person()];
    learner.slash(slack.channel, '/data', 'csv:');
    await slack.until(() => slack.state.views.length === 1, 'the form is open');
    learner.submits({ name: 'customers.csv', content: messyTable() });
    await untilShows(on, learner, slack.channel, 'customers.csv: 130 rows');
    expect(other.sees(slack.channel)).toBe('');
  });

  test('a quiz says above its thread who opened it, and with what', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    learner.slash(slack.channel, '/quiz', 'updates');
    const opening = await untilShows(on, learner, slack.channel, 'in the thread below');
    expect(opening.thread).toBeUndefined();
    expect(learner.sees(slack.channel)).toContain(`<@${learner.user.id}> · /quiz updates`);
    await slack.until(() => learner.sees(slack.channel).includes('↳'), 'the question is there');
  });

  test('where the bot is not a member, it arrives all the same', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    slack.channel.botIsMember = false;
    const learner = slack.person({ locale: 'ko-KR' });
    learner.slash(slack.channel, '/ask', '에포크가 뭐예요?');
    const answer = await untilShows(on, learner, slack.channel, '에포크');
    learner.press(answer, '모두에게 보여 주기');
    await untilShows(on, learner, slack.channel, '/invite @tutor');
  });

  test('an answer for everybody says who asked, and pings nobody they name', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const [learner, other] = [slack.person(), slack.person()];
    learner.slash(slack.channel, '/log', `&lt;@${other.user.id}&gt; Epoch 1/2 loss: 0.5`);
    await slack.until(() => learner.messages(slack.channel).length === 1, 'it is answered');
    expect(slack.refusals).toEqual([]);
  });
});

test.each([
  ['me_message', 'help'],
  ['thread_broadcast', 'help'],
  ['file_share', null],
])('in direct messages, nobody is left in silence: %s', async (subtype, text) => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person();
  const alone = slack.directMessages();
  learner.writesAs(alone, subtype, text);
  await untilShows(on, learner, alone, '/explain');
});
