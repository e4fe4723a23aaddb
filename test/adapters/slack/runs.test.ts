/** Runs as people on Slack see them. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import { shownText } from '../../support/slack/world.js';

let on: TutorOnSlack;

afterEach(async () => {
  await on.close();
});

const chart = { name: 'chart.png', mediaType: 'image/png', bytes: Uint8Array.of(1), alt: 'Loss' };
const history = { name: 'history.csv', mediaType: 'text/csv', bytes: Uint8Array.of(1) };
const attachments = (): Promise<(typeof chart | typeof history)[]> =>
  Promise.resolve([chart, history]);

test('three quick presses of Run again start one run, and the other presses are told which', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
  const message = await untilShows(on, learner, slack.channel, 'Done.');
  for (let press = 0; press < 3; press += 1) learner.press(message, 'Run again');
  const told = (): number => [...learner.sees(slack.channel).matchAll(/press/g)].length;
  await slack.until(
    () => learner.sees(slack.channel).split('Done.').length === 3 && told() >= 2,
    'the second one ended, and the other presses are answered',
  );
  expect(
    await tutor.runs.recent(`slack:${slack.state.team.id}:${learner.user.id}`, 5),
  ).toHaveLength(2);
});

test('/fit epochs:20 batch:10, from the command to the end, every epoch in the one message', async () => {
  on = await tutorOnSlack({ attachments });
  const { slack } = on;
  slack.state.looksUntilReady = 2;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:20 batch:10');
  const message = await untilShows(on, learner, slack.channel, 'Done.');
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

test('the end is one edit, with its chart', async () => {
  on = await tutorOnSlack({ attachments });
  const { slack } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:1000');
  const message = await untilShows(on, learner, slack.channel, 'Done.');
  expect(message.blocks.some(({ type }) => type === 'image')).toBe(true);
  await vi.waitFor(async () => {
    expect(await on.tutor.liveMessages.undelivered()).toEqual([]);
  }, 20_000);
  expect(message.history.filter((text) => text.includes('Done.'))).toHaveLength(1);
});

test('the owner’s mention heads a run’s message, except in direct messages', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:1000');
  const message = await untilShows(on, learner, slack.channel, 'Done.');
  expect(message.history.every((text) => text.startsWith(`<@${learner.user.id}> · `))).toBe(true);
  const alone = slack.directMessages();
  learner.writes(alone, 'fit epochs:1 batch:1000');
  const other = await untilShows(on, learner, alone, 'Done.');
  expect(other.history.join()).not.toContain('<@');
});

test('when many share the edits, each in direct messages, a message says how many, how often it changes and what is faster', async () => {
  // One edit every two seconds, for all of them.
  on = await tutorOnSlack({ tier: { limit: 40, forFinals: 10, windowMs: 60_000 } });
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const lessons = Array.from({ length: 6 }, () => ({
    learner: slack.person(),
    alone: slack.directMessages(),
  }));
  for (const { learner, alone } of lessons) learner.slash(alone, '/fit', 'epochs:3 batch:100');
  const [lesson] = lessons;
  if (!lesson) throw new Error('there is nobody');
  // Two train at once.
  for (let tasks = 0; tasks < 5; tasks += 1) (await tutor.pool.next()).finish();
  const { learner, alone } = lesson;
  const message = await untilShows(on, learner, alone, '5 other runs are shown');
  const said = shownText(message.text, message.blocks);
  expect(said).toMatch(/changes about every \d+ s, not with every epoch; \/runs always shows/);
});

test('the same over HTTP', async () => {
  on = await tutorOnSlack({ overHttp: true });
  const { slack } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs=2 batch_size=10');
  await untilShows(on, learner, slack.channel, 'Done.');
  expect(slack.http.answers).toEqual([200]);
});

test('in Korean for people who use Slack in Korean, until they choose', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person({ locale: 'ko-KR' });
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
  await untilShows(on, learner, slack.channel, '가중치를 1,600번');
  learner.slash(slack.channel, '/language', 'en');
  await slack.until(() => learner.messages(slack.channel).length === 2, 'the language is chosen');
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
  await untilShows(on, learner, slack.channel, 'Done.');
});

test('an admin of another workspace cannot stop anything in this one', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const learner = slack.person();
  const guest = slack.person({ isAdmin: true, ofTeam: 'T2' });
  learner.slash(slack.channel, '/fit', 'epochs:20 batch:10');
  await tutor.pool.next();
  guest.press(await untilShows(on, learner, slack.channel, 'Network'), 'Stop');
  await untilShows(on, guest, slack.channel, 'learner');
});

test('the Stop button stops it: for its owner and for a workspace admin', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const learner = slack.person();
  const other = slack.person({ name: 'passer-by' });
  const admin = slack.person({ isAdmin: true });
  learner.slash(slack.channel, '/fit', 'epochs:20 batch:10');
  await tutor.pool.next();
  const message = await untilShows(on, learner, slack.channel, 'Network');
  other.press(message, 'Stop');
  await untilShows(on, other, slack.channel, 'learner');
  expect(learner.messages(slack.channel)).toHaveLength(1);
  admin.press(message, 'Stop');
  await untilShows(on, learner, slack.channel, 'Stopped');
});

test('buttons explain privately', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const [learner, other] = [slack.person(), slack.person()];
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:10');
  const message = await untilShows(on, learner, slack.channel, 'Done.');
  other.press(message, 'epoch');
  await untilShows(on, other, slack.channel, 'One epoch is one trip');
  expect(learner.sees(slack.channel)).not.toContain('One epoch is one trip');
});

describe('trouble', () => {
  test('files that Slack does not accept leave the end in words', async () => {
    on = await tutorOnSlack({ attachments });
    const { slack } = on;
    slack.state.missingScopes.add('files:write');
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
    const message = await untilShows(on, learner, slack.channel, 'Done.');
    await slack.until(() => on.log.some((line) => line.message.includes('files')), 'it is logged');
    expect(message.blocks.some(({ type }) => type === 'image')).toBe(false);
  });

  test('a picture that Slack refuses after all leaves the end in words', async () => {
    on = await tutorOnSlack({ attachments });
    const { slack } = on;
    slack.state.refusesPictures = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
    const message = await untilShows(on, learner, slack.channel, 'Done.');
    await slack.until(() => on.log.some(({ message: line }) => line.includes('picture')), 'logged');
    await vi.waitFor(async () => {
      expect(await on.tutor.liveMessages.undelivered()).toEqual([]);
    }, 20_000);
    expect(message.blocks.some(({ type }) => type === 'image')).toBe(false);
  });

  test('the words of the end do not wait for a chart that Slack is still processing', async () => {
    on = await tutorOnSlack({ attachments });
    const { slack } = on;
    slack.state.looksUntilReady = 5;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:1000');
    const message = await untilShows(on, learner, slack.channel, 'Done.');
    expect(message.blocks.some(({ type }) => type === 'image')).toBe(false);
    await slack.until(() => message.blocks.some(({ type }) => type === 'image'), 'the chart');
  });

  test('network faults and one 429 do not lose an epoch of the end', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    slack.trouble('chat.postMessage', { kind: 'reset' });
    learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
    (await tutor.pool.next()).finish();
    await untilShows(on, learner, slack.channel, 'Epoch 1/2');
    slack.trouble('chat.update', { kind: 'rate-limit', retryAfterSeconds: 1 });
    slack.trouble('chat.update', { kind: 'server-error' });
    (await tutor.pool.next()).finish();
    await untilShows(on, learner, slack.channel, 'Done.');
    expect(learner.messages(slack.channel)).toHaveLength(1);
  });

  test('a deleted message stops the run', async () => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:3 batch:10');
    (await tutor.pool.next()).finish();
    (await untilShows(on, learner, slack.channel, 'Epoch 1/3')).isDeleted = true;
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
  // A thirtieth of Slack's minute keeps the test short; requests in transit may take longer here.
  const windowMs = 2_000;
  on = await tutorOnSlack({
    tiers: {
      'chat.update': { limit: 50, windowMs },
      'chat.postMessage': { limit: 1, windowMs: 50 },
      others: { limit: 100, windowMs },
    },
    tier: { limit: 50, forFinals: 10, windowMs: windowMs + 400 },
    postEveryMs: 200,
  });
  const { slack } = on;
  const learners = Array.from({ length: 10 }, () => slack.person());
  for (const learner of learners) learner.slash(slack.channel, '/fit', 'epochs:5 batch:10');
  const ends = (): number =>
    slack.world.messages.filter(({ text, blocks }) => shownText(text, blocks).includes('Done.'))
      .length;
  await slack.until(() => ends() === 10, 'all ten ended', 40_000);
  expect(slack.refusals).toEqual([]);
}, 120_000);

test('ping:on mentions the person who started the run once, in its thread, when it is over', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:100 ping:on');
  const message = await untilShows(on, learner, slack.channel, 'Done.');
  const told = (): readonly string[] =>
    learner
      .messages(slack.channel)
      .filter(({ thread }) => thread === message.ts)
      .map(({ text, blocks }) => shownText(text, blocks));
  await slack.until(() => told().length > 0, 'it is told');
  expect(told()).toEqual([expect.stringContaining(`<@${learner.user.id}> · Run`)]);
});
