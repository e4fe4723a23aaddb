/** Runs as people on Slack see them. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Person } from '../../support/slack/person.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { shownText, type Channel, type Message } from '../../support/slack/world.js';

let on: TutorOnSlack;

afterEach(async () => {
  await on.close();
});

async function untilShows(person: Person, channel: Channel, words: string): Promise<Message> {
  const found = (): Message | undefined =>
    person
      .messages(channel)
      .find(
        ({ author, text, blocks }) => author === 'tutor' && shownText(text, blocks).includes(words),
      );
  await on.slack.until(() => found() !== undefined, `"${words}" is seen`);
  const message = found();
  if (!message) throw new Error('it was seen and went');
  return message;
}

const chart = { name: 'chart.png', mediaType: 'image/png', bytes: Uint8Array.of(1), alt: 'Loss' };
const history = { name: 'history.csv', mediaType: 'text/csv', bytes: Uint8Array.of(1) };
const attachments = (): Promise<(typeof chart | typeof history)[]> =>
  Promise.resolve([chart, history]);

test('/fit epochs:20 batch:10, from the command to the end, every epoch in the one message', async () => {
  on = await tutorOnSlack({ attachments });
  const { slack } = on;
  slack.state.looksUntilReady = 2;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:20 batch:10');
  const message = await untilShows(learner, slack.channel, 'Done.');
  await slack.until(
    () => message.blocks.some(({ type }) => type === 'image'),
    'the chart is shown',
  );
  for (let epoch = 1; epoch <= 20; epoch += 1) {
    const seen = message.history.some((text) => text.includes(`Epoch ${epoch}/20`));
    expect(seen, `epoch ${epoch} was seen`).toBe(true);
  }
  const end = learner.sees(slack.channel);
  expect(end).toContain('800/800 [==============================]');
  expect(end).toContain('20 epochs × 800 iterations = 16,000 weight updates');
  expect(end).toContain('(chart.png: Loss)');
  expect(end).toContain('↳ tutor:\n(chart.png)\n(history.csv)');
  expect(end).toContain('[Run again]');
  expect(slack.refusals).toEqual([]);
  expect(slack.socket.acknowledged).toHaveLength(1);
});

test('over HTTP it is the same', async () => {
  on = await tutorOnSlack({ overHttp: true });
  const { slack } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs=2 batch_size=10');
  await untilShows(learner, slack.channel, 'Done.');
  expect(slack.http.answers).toEqual([200]);
});

test('in Korean for who uses Slack in Korean, until they choose', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person({ locale: 'ko-KR' });
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
  await untilShows(learner, slack.channel, '가중치를 1,600번');
  learner.slash(slack.channel, '/language', 'en');
  await slack.until(() => learner.messages(slack.channel).length === 2, 'the language is chosen');
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
  await untilShows(learner, slack.channel, 'Done.');
});

test.each([
  ['full-width signs', 'epochs：２　batch＝１０'],
  ['curled quotes', 'epochs:“2” batch:‘10’'],
  ['entities', 'model.fit(X_train, y_train, batch_size=10, epochs=2) # a &lt; b'],
  ['links that Slack makes', 'epochs:2 batch:10 <http://x.y|>'.replace(' <http://x.y|>', '')],
])('%s mean what was typed', async (_what, text) => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', text);
  await untilShows(learner, slack.channel, '2 epochs × 800 iterations');
});

test('mistakes and help answer the asker alone', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/fit', 'epochs:0');
  await untilShows(learner, slack.channel, 'epochs was “0”');
  learner.slash(slack.channel, '/help');
  await untilShows(learner, slack.channel, '/fit');
  expect(other.sees(slack.channel)).toBe('');
});

test('where the bot is not, it says how to invite it, and starts nothing', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  slack.channel.botIsMember = false;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
  await untilShows(learner, slack.channel, '/invite @tutor');
  expect(learner.sees(slack.channel)).toContain('only visible to you');
  expect(tutor.faults).toEqual([]);
});

test('the Stop button stops it: for its owner and for who looks after the workspace', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const learner = slack.person();
  const other = slack.person({ name: 'passer-by' });
  const admin = slack.person({ isAdmin: true });
  learner.slash(slack.channel, '/fit', 'epochs:20 batch:10');
  await tutor.pool.next();
  const message = await untilShows(learner, slack.channel, 'Network');
  other.press(message, 'Stop');
  await untilShows(other, slack.channel, 'learner');
  expect(learner.messages(slack.channel)).toHaveLength(1);
  admin.press(message, 'Stop');
  await untilShows(learner, slack.channel, 'Stopped');
});

test('buttons explain privately', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:10');
  const message = await untilShows(learner, slack.channel, 'Done.');
  other.press(message, 'What is an epoch?');
  await untilShows(other, slack.channel, 'One epoch is one trip');
  expect(learner.sees(slack.channel)).not.toContain('One epoch is one trip');
});

describe('threads', () => {
  test('a mention is answered in a thread under it, and a thread keeps its answers', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    const asked = learner.says(slack.channel, `<@${slack.state.botUserId}> fit epochs:1 batch:10`);
    const answer = await untilShows(learner, slack.channel, 'Done.');
    expect(answer.thread).toBe(asked.ts);
    learner.press(answer, 'Run again');
    await slack.until(
      () => slack.world.messages.filter(({ thread }) => thread === asked.ts).length === 2,
      'the second run is in the thread, too',
    );
    learner.press(answer, 'What is an epoch?');
    expect((await untilShows(learner, slack.channel, 'One epoch is one trip')).thread).toBe(
      asked.ts,
    );
  });

  test('a message to the bot alone is answered beside it', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    const learner = slack.person();
    const alone = slack.directMessages();
    learner.writes(alone, 'fit epochs:1 batch:10');
    expect((await untilShows(learner, alone, 'Done.')).thread).toBeUndefined();
    learner.writes(alone, 'fit epochs:0');
    await untilShows(learner, alone, 'epochs was “0”');
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
    await untilShows(learner, slack.channel, 'Done.');
    expect([...tutor.uploads.values()].map((bytes) => Buffer.from(bytes).toString())).toEqual([
      file.content,
    ]);
  });

  test('that lies elsewhere is not fetched', async () => {
    on = await tutorOnSlack({ fileOrigins: ['https://files.slack.com'] });
    const { slack, tutor } = on;
    const learner = slack.person();
    learner.mentionsWithFile(slack.channel, `<@${slack.state.botUserId}> fit epochs:1`, file);
    await untilShows(learner, slack.channel, 'could not be fetched');
    expect(tutor.uploads.size).toBe(0);
  });

  test('is asked for in a form where a slash command cannot carry it', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    const learner = slack.person({ locale: 'ko-KR' });
    learner.slash(slack.channel, '/fit', 'epochs:1 csv:');
    await slack.until(() => slack.state.views.length === 1, 'the form is open');
    expect(slack.state.views[0]?.view.title.text).toMatch(/[가-힣]/);
    learner.submits(file);
    await untilShows(learner, slack.channel, '끝!');
    expect(tutor.uploads.size).toBe(1);
  });
});

describe('trouble', () => {
  test('files that Slack does not take leave the end in words', async () => {
    on = await tutorOnSlack({ attachments });
    const { slack } = on;
    slack.state.missingScopes.add('files:write');
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
    const message = await untilShows(learner, slack.channel, 'Done.');
    await slack.until(() => on.log.some((line) => line.message.includes('files')), 'it is logged');
    expect(message.blocks.some(({ type }) => type === 'image')).toBe(false);
  });

  test('faults of the network and one 429 do not lose an epoch of the end', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    slack.trouble('chat.postMessage', { kind: 'reset' });
    learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
    (await tutor.pool.next()).finish();
    await untilShows(learner, slack.channel, 'Epoch 1/2');
    slack.trouble('chat.update', { kind: 'rate-limit', retryAfterSeconds: 1 });
    slack.trouble('chat.update', { kind: 'server-error' });
    (await tutor.pool.next()).finish();
    await untilShows(learner, slack.channel, 'Done.');
    expect(learner.messages(slack.channel)).toHaveLength(1);
  });

  test('a deleted message stops the run', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:3 batch:10');
    (await tutor.pool.next()).finish();
    (await untilShows(learner, slack.channel, 'Epoch 1/3')).isDeleted = true;
    (await tutor.pool.next()).finish();
    await slack.until(
      () => on.log.some((line) => line.message.includes('deleted')),
      'it is logged',
    );
    const [run] = await tutor.runs.recent(`slack:T1:${learner.user.id}`, 1);
    expect((await tutor.runs.ended(run?.record.id ?? '')).phase).toBe('stopped');
  });
});

test('ten runs at once: no 429, and every end arrives', async () => {
  // A thirtieth of Slack's minute keeps the test short.
  const windowMs = 2_000;
  on = await tutorOnSlack({
    tiers: {
      'chat.update': { limit: 50, windowMs },
      'chat.postMessage': { limit: 1, windowMs: 100 },
      others: { limit: 100, windowMs },
    },
    tier: { limit: 50, forFinals: 10, windowMs: windowMs + 100 },
    postEveryMs: 120,
  });
  const { slack } = on;
  const learners = Array.from({ length: 10 }, () => slack.person());
  for (const learner of learners) learner.slash(slack.channel, '/fit', 'epochs:5 batch:10');
  const ends = (): number =>
    slack.world.messages.filter(({ text, blocks }) => shownText(text, blocks).includes('Done.'))
      .length;
  await slack.until(() => ends() === 10, 'all ten ended', 40_000);
  expect(slack.refusals).toEqual([]);
}, 60_000);
