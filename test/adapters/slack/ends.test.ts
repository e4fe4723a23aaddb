/** If the admin wants it, a run's end is also announced in its message's thread. */
import { afterEach, expect, test } from 'vitest';
import { databaseStores } from '../../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../../src/storage/database.js';
import type { Person } from '../../support/slack/person.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import { shownText, type Message } from '../../support/slack/world.js';
import { Tutor } from '../../support/tutor.js';

let on: TutorOnSlack;

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

async function settled(learner: Person, tutor = on.tutor): Promise<string> {
  const [run] = await tutor.runs.recent(`slack:T1:${learner.user.id}`, 1);
  if (!run) throw new Error('there is no run');
  await tutor.runs.ended(run.record.id);
  await tutor.liveRuns.settled(run.record.id);
  return run.record.id;
}

function replies(to: Message, sees: Person): readonly Message[] {
  return sees.messages(on.slack.channel).filter(({ thread }) => thread === to.ts);
}

const wordsOf = ({ text, blocks }: Message): string => shownText(text, blocks);

async function allow(): Promise<void> {
  const admin = on.slack.person({ name: 'admin', isAdmin: true });
  admin.slash(on.slack.channel, '/settings', 'ends:on');
  await untilShows(on, admin, on.slack.channel, 'Changed: ends.');
}

test('on: once, after the end, with the owner’s name and without a mention', async () => {
  on = await tutorOnSlack();
  await allow();
  const { slack } = on;
  const learner = slack.person({ name: 'Mina <!channel>' });
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:100');
  const message = await untilShows(on, learner, slack.channel, 'Done.');
  const run = await settled(learner);
  const [reply, ...more] = replies(message, learner);
  expect(more).toEqual([]);
  if (!reply) throw new Error('nothing was said');
  expect(wordsOf(reply)).toMatch(
    new RegExp(
      `^Mina .*!channel.* · churn · Run ${run} is done: 2 epochs, 160 weight updates in .* of training, loss [\\d.]+, accuracy [\\d.]+`,
    ),
  );
  expect(slack.refusals).toEqual([]);
  expect(JSON.stringify([reply.text, reply.blocks])).not.toMatch(/<[@!]/);
  expect(Number(reply.ts)).toBeGreaterThan(Number(message.ts));
});

test('in Korean', async () => {
  on = await tutorOnSlack();
  await allow();
  const learner = on.slack.person({ name: '민아', locale: 'ko-KR' });
  learner.slash(on.slack.channel, '/fit', 'epochs:1 batch:100');
  const message = await untilShows(on, learner, on.slack.channel, '끝!');
  await settled(learner);
  const said = replies(message, learner).map(wordsOf);
  expect(said).toEqual([expect.stringMatching(/^민아 · churn · \w+ 학습이 끝났어요\. 에포크 1번/)]);
});

test.each(['not decided', 'off again'])('%s: nothing', async (decided) => {
  on = await tutorOnSlack();
  if (decided === 'off again') {
    await allow();
    await on.tutor.serverSettings.set('slack:T1', {});
  }
  const learner = on.slack.person();
  learner.slash(on.slack.channel, '/fit', 'epochs:1 batch:100');
  const message = await untilShows(on, learner, on.slack.channel, 'Done.');
  await settled(learner);
  expect(replies(message, learner)).toEqual([]);
});

test('a person who is mentioned anyway gets one message that says both', async () => {
  on = await tutorOnSlack();
  await allow();
  const learner = on.slack.person();
  learner.slash(on.slack.channel, '/fit', 'epochs:1 batch:100 ping:on');
  const message = await untilShows(on, learner, on.slack.channel, 'Done.');
  await settled(learner);
  const said = replies(message, learner).map(wordsOf);
  expect(said).toEqual([expect.stringContaining(`<@${learner.user.id}> · Run`)]);
});

test('a stopped run: whoever stopped it already knows', async () => {
  on = await tutorOnSlack();
  await allow();
  on.tutor.pool.hold = true;
  const learner = on.slack.person();
  learner.slash(on.slack.channel, '/fit', 'epochs:3 batch:100');
  (await on.tutor.pool.next()).finish();
  await on.tutor.pool.next();
  learner.press(await untilShows(on, learner, on.slack.channel, 'Network'), 'Stop');
  const message = await untilShows(on, learner, on.slack.channel, 'Stopped');
  await settled(learner);
  expect(replies(message, learner)).toEqual([]);
});

test('a limit or a Slack fault in between: it is announced all the same, once', async () => {
  on = await tutorOnSlack();
  await allow();
  on.tutor.pool.hold = true;
  const learner = on.slack.person();
  learner.slash(on.slack.channel, '/fit', 'epochs:1 batch:100');
  const step = await on.tutor.pool.next();
  const message = await untilShows(on, learner, on.slack.channel, 'learning to predict');
  on.slack.trouble('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 1 });
  on.slack.trouble('chat.postMessage', { kind: 'server-error' });
  step.finish();
  await settled(learner);
  expect(replies(message, learner)).toHaveLength(1);
});

test('the next process announces what the last one did not get to, and a third one does not repeat it', async () => {
  const database = openMemoryDatabase();
  const stores = databaseStores(database, 'no uploads');
  on = await tutorOnSlack({ stores });
  await stores.serverSettings.set('slack:T1', { ends: true });
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
  const step = await tutor.pool.next();
  const message = await untilShows(on, learner, slack.channel, 'learning to predict');
  // The process ends between the final edit and the announcement.
  tutor.serverSettings.get = () => new Promise(() => undefined);
  step.finish();
  await slack.until(() => wordsOf(message).includes('Done.'), 'its message shows the end');
  await tutor.liveRuns.close(AbortSignal.timeout(1));
  expect(replies(message, learner)).toEqual([]);
  for (let process = 2; process <= 3; process += 1) {
    const next = new Tutor({ stores: databaseStores(database, 'no uploads') });
    next.liveRuns.addPlatform(on.platform.port);
    await next.resume();
    await settled(learner, next);
    expect(replies(message, learner)).toHaveLength(1);
  }
});
