/** Where a channel is crowded, runs share its board, and each ends with its own message. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { place } from '../../../src/adapters/slack/keys.js';
import type { Place } from '../../../src/chat/port.js';
import type { RunState } from '../../../src/runs/run.js';
import { databaseStores } from '../../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../../src/storage/database.js';
import type { Person } from '../../support/slack/person.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import { shownText, type Message } from '../../support/slack/world.js';
import { Tutor } from '../../support/tutor.js';

/** One edit per 1.1 s: two messages get one per 2.2 s each, so a second message is one too many. */
const tight = { limit: 20, forFinals: 10, windowMs: 11_000 };
const BOARD = /Runs (?:in progress|that were trained) here/;

let on: TutorOnSlack;
let held: { readonly stores: ReturnType<typeof databaseStores> };

beforeEach(async () => {
  held = { stores: databaseStores(openMemoryDatabase(), 'no uploads') };
  on = await tutorOnSlack({ tier: tight, ...held });
  on.tutor.pool.hold = true;
});

afterEach(async () => {
  expect(on.slack.refusals).toEqual([]);
  await on.close();
});

const placeOf = (): Place =>
  place({ channel: on.slack.channel.id }, { id: 'T1', isOneOfMany: false });
const read = ({ text, blocks }: Message): string => shownText(text, blocks);

/** What everybody sees, in order. */
function said(): readonly Message[] {
  const { world, channel } = on.slack;
  return world.messages.filter(
    (one) => one.author === 'tutor' && one.channel === channel && one.onlyFor === undefined,
  );
}

const isBoard = (one: Message): boolean => BOARD.test(read(one)) && !goesOnThere(one);
const goesOnThere = (one: Message): boolean => read(one).includes('this run continues live in');
const boards = (): readonly Message[] => said().filter(isBoard);
const ends = (): readonly Message[] => said().filter((one) => read(one).includes('Done.'));

async function runOf(learner: Person, tutor = on.tutor): Promise<RunState> {
  const [run] = await tutor.runs.recent(`slack:T1:${learner.user.id}`, 1);
  if (!run) throw new Error('there is no run');
  return run;
}

/** Asks for a run, and waits until it is accepted. */
async function fit(learner: Person, options = 'epochs:2 batch:100 pace:fast'): Promise<void> {
  learner.slash(on.slack.channel, '/fit', options);
  await vi.waitFor(() => runOf(learner), 20_000);
}

/** One had her own message before there was a board; for the other two there are too few edits. */
async function threeLearners(): Promise<readonly [Person, Person, Person]> {
  const { slack } = on;
  const [mina, ben, ida] = ['Mina', 'Ben', 'Ida'].map((name) => slack.person({ name }));
  if (!mina || !ben || !ida) throw new Error('there are three');
  await fit(mina);
  await untilShows(on, mina, slack.channel, 'Run');
  await fit(ben);
  await untilShows(on, ben, slack.channel, 'as number 1');
  await untilGoesOnThere(mina);
  await fit(ida, 'epochs:2 batch:50 pace:fast');
  await untilShows(on, ida, slack.channel, 'as number 3');
  return [mina, ben, ida];
}

/** The run whose own message came first also has a line on the board, which says so. */
async function untilGoesOnThere(person: Person): Promise<void> {
  await on.slack.until(() => said().some(goesOnThere), 'her message says where it goes on');
  await on.slack.until(
    () => boards().some((one) => read(one).includes(person.user.name)),
    'her line is there',
  );
}

async function untilAllEnded(count: number): Promise<void> {
  await on.slack.until(() => ends().length >= count, `${count} ends are there`);
}

async function finish(epochs: number, { pool } = on.tutor): Promise<void> {
  for (let epoch = 0; epoch < epochs; epoch += 1) (await pool.next()).finish();
}

/** The next process. */
async function restart(): Promise<Tutor> {
  const { tutor, platform } = on;
  await tutor.runs.close();
  await tutor.boards.close(AbortSignal.abort());
  await tutor.liveRuns.close(AbortSignal.abort());
  const { stores } = held;
  const next = new Tutor({ stores, serverSettings: stores.serverSettings });
  for (const part of [next.liveRuns, next.boards]) part.addPlatform(platform.port);
  return next;
}

const told = (person: Person): readonly string[] =>
  person
    .messages(on.slack.channel)
    .filter(({ onlyFor }) => onlyFor !== undefined)
    .map(read);

test('the second run gets a line instead of a message, its owner is told, and each ends with its own message', async () => {
  const [mina, ben, ida] = await threeLearners();
  const { slack, tutor } = on;
  expect(told(mina)).toEqual([]);
  for (const person of [ben, ida]) {
    expect(told(person)).toEqual([expect.stringContaining((await runOf(person)).record.id)]);
  }
  expect(said().map(isBoard)).toEqual([false, true]);
  tutor.pool.hold = false;
  for (let epoch = 0; epoch < 2; epoch += 1) (await tutor.pool.next()).finish();
  await untilAllEnded(3);
  const [own, board, ...rest] = said().filter(({ thread }) => thread === undefined);
  if (!own || !board) throw new Error('they were there');
  expect(rest.map((one) => /<@(\w+)>/.exec(read(one))?.[1]).sort()).toEqual(
    [ben.user.id, ida.user.id].sort(),
  );
  for (const end of rest) expect(end.history, 'posted as it ended').toHaveLength(1);
  await slack.until(() => read(board).includes('2/2'), 'the board is over');
  for (const person of [ben, ida]) {
    const { finished, record } = await runOf(person);
    const { loss, metric } = finished.at(-1)?.logs ?? { loss: NaN, metric: NaN };
    const line = read(board)
      .split('\n')
      .find((words) => words.includes(person.user.name));
    expect(line).toContain(`batch_size ${record.settings.batchSize}`);
    expect(line).toContain(`2/2 ${loss.toFixed(4)} ${metric.toFixed(4)}`);
  }
});

test('a person alone in a channel, or with the bot, has their own messages, however many', async () => {
  const { slack, tutor } = on;
  const mina = slack.person();
  await fit(mina);
  await untilShows(on, mina, slack.channel, 'Run');
  await fit(mina);
  await slack.until(() => said().length === 2, 'both have one');
  for (const person of [slack.person(), slack.person()]) {
    const alone = slack.directMessages();
    person.slash(alone, '/fit', 'epochs:2 batch:100 pace:fast');
    await untilShows(on, person, alone, 'Run');
  }
  expect(boards()).toEqual([]);
  tutor.pool.hold = false;
  await finish(2);
});

test('somebody deletes the board: the runs continue, each ends in its message, and the next one has a new board', async () => {
  const [, , ida] = await threeLearners();
  const { slack, tutor } = on;
  const [first] = boards();
  if (!first) throw new Error('it is there');
  first.isDeleted = true;
  (await tutor.pool.next()).finish();
  // An edit reveals that the message is gone.
  await slack.until(() => slack.refusals.length > 0, 'an edit was refused', 20_000);
  expect(slack.refusals).toEqual([expect.objectContaining({ error: 'message_not_found' })]);
  slack.state.refusals.length = 0;
  const leo = slack.person({ name: 'Leo' });
  await fit(leo);
  await untilShows(on, leo, slack.channel, 'as number 1');
  expect(boards()).toHaveLength(2);
  tutor.pool.hold = false;
  await finish(2);
  await untilAllEnded(4);
  expect((await runOf(ida)).phase).toBe('completed');
  expect((await runOf(leo)).phase).toBe('completed');
});

test('across a restart the board continues in place, others join it, and each end appears once', async () => {
  const [mina, ben, ida] = await threeLearners();
  const { slack } = on;
  (await on.tutor.pool.next()).finish();
  const next = await restart();
  next.pool.hold = true;
  await next.resume();
  const leo = slack.person({ name: 'Leo' });
  const asks = { place: placeOf(), user: { id: `slack:T1:${leo.user.id}`, name: 'Leo' } };
  await next.dispatcher.text('/fit epochs:2 batch:20 pace:fast', next.asker.invocation(asks));
  await vi.waitFor(() => {
    expect(next.asker.seen.map(({ audience }) => audience)).toEqual(['asker']);
  }, 20_000);
  expect(next.asker.last.words).toContain('as number 4');
  next.pool.hold = false;
  await finish(2, next);
  await untilAllEnded(4);
  for (const person of [mina, ben, ida, leo]) {
    const { record: run } = await runOf(person, next);
    await next.liveRuns.settled(run.id);
    expect(ends().filter((one) => read(one).includes(run.id))).toHaveLength(1);
  }
  const [own] = said();
  const { record: first } = await runOf(mina, next);
  expect(own && read(own), 'hers is where it was').toContain(`Run ${first.id}`);
  expect(own && read(own)).toContain('Done.');
  expect(boards()).toHaveLength(1);
  // A third process has nothing to show.
  const before = said().length;
  const third = new Tutor({ stores: held.stores, serverSettings: held.stores.serverSettings });
  for (const part of [third.liveRuns, third.boards]) part.addPlatform(on.platform.port);
  await third.resume();
  expect(said()).toHaveLength(before);
});

test('an end is announced in its own message’s thread, to the person it was promised to', async () => {
  await on.tutor.serverSettings.set('slack:T1', { ends: true });
  const { slack, tutor } = on;
  const [mina, ben, ida] = ['Mina', 'Ben', 'Ida'].map((name) => slack.person({ name }));
  if (!mina || !ben || !ida) throw new Error('there are three');
  await fit(mina);
  await untilShows(on, mina, slack.channel, 'Run');
  await fit(ben, 'epochs:2 batch:100 pace:fast ping:on');
  await untilShows(on, ben, slack.channel, 'as number 1');
  await untilGoesOnThere(mina);
  await fit(ida);
  await untilShows(on, ida, slack.channel, 'as number 3');
  tutor.pool.hold = false;
  await finish(2);
  const inThreads = (): readonly Message[] => said().filter(({ thread }) => thread !== undefined);
  await slack.until(() => inThreads().length === 3, 'each is said', 20_000);
  for (const [person, words] of [
    [ben, `<@${ben.user.id}> · Run`],
    [ida, 'Ida · churn · Run'],
  ] as const) {
    const { record } = await runOf(person);
    await tutor.liveRuns.settled(record.id);
    const [end] = ends().filter((one) => read(one).includes(`Run ${record.id} · `));
    const replies = inThreads().filter(({ thread }) => thread === end?.ts);
    expect(replies.map(read)).toEqual([expect.stringContaining(words)]);
  }
});

test('a board on which every run is paused is ignored: newcomers start as if there were none', async () => {
  const { slack, tutor } = on;
  const names = ['Mina', 'Ben', 'Ida', 'Leo'];
  const [mina, ben, ida, leo] = names.map((name) => slack.person({ name }));
  if (!mina || !ben || !ida || !leo) throw new Error('there are four');
  await fit(mina);
  await untilShows(on, mina, slack.channel, 'Run');
  await fit(ben);
  await untilShows(on, ben, slack.channel, 'as number 1');
  await untilGoesOnThere(mina);
  for (const person of [mina, ben]) {
    person.slash(slack.channel, '/pause');
    await vi.waitFor(async () => {
      expect((await runOf(person)).pausedAtMs).toBeDefined();
    }, 20_000);
  }
  await fit(ida);
  const own = async (): Promise<string> => `Run ${(await runOf(ida)).record.id}`;
  await untilShows(on, ida, slack.channel, await own());
  expect(told(ida)).toEqual([]);
  await fit(leo);
  await untilShows(on, leo, slack.channel, 'as number 1');
  await slack.until(() => boards().length === 2, 'there are two');
  await untilGoesOnThere(ida);
  for (const person of [mina, ben]) person.slash(slack.channel, '/resume');
  tutor.pool.hold = false;
  await finish(2);
  await untilAllEnded(4);
});

test('end messages still waiting when the program ends are left to the next process, and appear once', async () => {
  await on.close();
  on = await tutorOnSlack({ tier: tight, ...held, postEveryMs: 1_500 });
  on.tutor.pool.hold = true;
  const learners = await threeLearners();
  const { tutor, platform } = on;
  tutor.pool.hold = false;
  await finish(2);
  const [, ...onBoard] = learners;
  for (const person of onBoard) await tutor.runs.ended((await runOf(person)).record.id);
  // Mina's end is in her message; of the other two, one has been posted and one is waiting.
  await vi.waitFor(async () => {
    const posted = onBoard.map(async (person) => {
      const kept = await tutor.liveMessages.find((await runOf(person)).record.id);
      return kept?.ref !== undefined;
    });
    expect((await Promise.all(posted)).filter(Boolean)).toHaveLength(1);
  }, 20_000);
  const left = tutor.liveRuns.close(AbortSignal.abort());
  await platform.close(AbortSignal.abort());
  await Promise.all([left, tutor.boards.close(AbortSignal.abort())]);
  expect(ends().length).toBeLessThan(3);
  const { stores } = held;
  const next = new Tutor({ stores, serverSettings: stores.serverSettings });
  const again = on.startAgain();
  for (const part of [next.liveRuns, next.boards]) part.addPlatform(again.port);
  await next.resume();
  await untilAllEnded(3);
  for (const person of learners) {
    const { record } = await runOf(person, next);
    await next.liveRuns.settled(record.id);
    expect(ends().filter((one) => read(one).includes(record.id))).toHaveLength(1);
  }
});
