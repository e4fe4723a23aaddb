/** The built program is killed right after it acknowledged people's requests: the next one answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WireEntry } from '../../src/adapters/web/wire.js';
import { openDatabase } from '../../src/storage/database.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { Visitor } from '../support/scripted-room.js';
import { FakeSlack } from '../support/slack/fake-slack.js';

let dataDir: string;
let program: BuiltProgram | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-accepted-'));
});

afterEach(async () => {
  await program?.end();
  program = undefined;
  rmSync(dataDir, { recursive: true });
});

const patient = { timeout: 400_000 };
/** One per person; `/fit` must start one run, however often the program ends. */
const asked = [
  ...['/fit epochs:1 batch:500', '/data', '/quiz', 'what is an epoch?', '/fit epochs:2 batch:500'],
  ...['/explain batch_size', '/check', '/predict iterations epochs:2', '/fit epochs:oops'],
];

/** What the database holds for a platform once the program has ended. */
async function kept(
  platform: 'web' | 'discord' | 'slack',
): Promise<{ runs: number; unanswered: number; files: number }> {
  await program?.end();
  const database = openDatabase(dataDir);
  const count = (rows: string): Promise<number> =>
    database.read((sql) => Number(sql.get(`SELECT count(*) AS n FROM ${rows}`)?.n));
  const counts = {
    runs: await count(`runs WHERE owner_id LIKE '${platform}:%'`),
    unanswered: await count(`accepted WHERE request IS NOT NULL AND platform = '${platform}'`),
    files: await count('pending_uploads'),
  };
  database.close();
  return counts;
}

/** Polled, as a platform's fake shows things at its own pace. */
async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  await expect.poll(condition, { timeout: 60_000, interval: 50, message: what }).toBe(true);
}

/** What a person said and the answers they got. */
async function said(visitor: Visitor): Promise<readonly WireEntry[]> {
  const stream = await visitor.listen();
  const heard = await stream.untilCaughtUp();
  stream.close();
  const entries = heard.filter(({ event }) => event === 'entry');
  return entries.map(({ data }) => data as WireEntry).filter(({ isMine }) => isMine);
}

async function answersTo(visitor: Visitor): Promise<readonly WireEntry[]> {
  return (await said(visitor)).filter(({ body }) => body.kind === 'answer');
}

/**
 * The program is killed after an acknowledgement on each of these, once; meanwhile people ask on all of them.
 */
const rounds = ['the room', 'Discord', 'Slack'] as const;

test('right after an acknowledgement, on every platform, and nothing twice', patient, async () => {
  const [discord, slack] = await Promise.all([FakeDiscord.start(), FakeSlack.start()]);
  const { botToken, appToken } = slack.state;
  const env = {
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl },
  };
  let port = 0;
  const start = async (): Promise<void> => {
    const before = discord.gateway.sessions.length;
    program = await startBuilt(dataDir, port, env);
    port = Number(new URL(program.address).port);
    await discord.until(() => discord.gateway.sessions.length > before, 'Discord hears', 60_000);
    await slack.until(() => slack.socket.open > 0, 'Slack hears', 60_000);
  };
  const newPeople = <Person, Channel>(
    one: () => Person,
    alone: () => Channel,
  ): readonly { person: Person; channel: Channel; isRun: boolean }[] =>
    Array.from({ length: 8 }, (_, index) => ({
      ...{ person: one(), channel: alone() },
      isRun: index % 2 === 0,
    }));
  await start();
  const begun = { web: 0, discord: 0, slack: 0 };
  for (const round of rounds) {
    const address = program?.address ?? '';
    const visitors = await Promise.all(asked.map(() => Visitor.at(address)));
    const members = newPeople(
      () => discord.person(),
      () => discord.directMessages(),
    );
    const colleagues = newPeople(
      () => slack.person(),
      () => slack.directMessages(),
    );
    const acknowledged = slack.socket.acknowledged.length;
    for (const { person, channel, isRun } of colleagues) {
      if (isRun) person.slash(channel, '/fit', 'epochs:1 batch:500');
      else person.writes(channel, 'what is an epoch?');
    }
    const interactions = members.map(({ person, channel, isRun }) =>
      isRun
        ? person.slash(channel, 'fit', { epochs: 1, batch: 500 })
        : person.slash(channel, 'predict', { about: 'iterations', epochs: 2 }),
    );
    const typed = visitors.map(async (visitor, index) => {
      const { status } = await visitor.type(asked[index] ?? '').catch(() => ({ status: 0 }));
      return status;
    });
    if (round === 'the room') {
      await Promise.any(typed);
    } else if (round === 'Discord') {
      const isTaken = () => interactions.some(({ isAcknowledged }) => isAcknowledged);
      await discord.until(isTaken, 'something is acknowledged', 60_000);
    } else {
      const isTaken = () => slack.socket.acknowledged.length > acknowledged;
      await slack.until(isTaken, 'something is acknowledged', 60_000);
    }
    await program?.end('SIGKILL');
    const statuses = await Promise.all(typed);
    const isTaken = interactions.map(({ isAcknowledged }) => isAcknowledged);
    if (round === 'the room') expect(statuses).toContain(202);
    await start();

    for (const [index, visitor] of visitors.entries()) {
      // Somebody's 202 may have been lost in transit.
      if (statuses[index] !== 202 && (await said(visitor)).length === 0) continue;
      const line = asked[index] ?? '';
      if (/^\/fit epochs:\d/.test(line)) begun.web += 1;
      const isAnswered = async (): Promise<boolean> => (await answersTo(visitor)).length > 0;
      await until(isAnswered, `${line}, killed after ${round}, is answered`);
    }
    for (const [index, { person, channel, isRun }] of members.entries()) {
      if (!isTaken[index]) continue;
      if (isRun) begun.discord += 1;
      await discord.until(
        () => person.sees(channel).includes(isRun ? 'Done.' : '['),
        `what number ${index} asked on Discord, killed after ${round}, is answered`,
        60_000,
      );
      expect(person.answers(channel)).toHaveLength(1);
    }
    // Slack resends what was not acknowledged, so in the end everybody is answered.
    for (const [index, { person, channel, isRun }] of colleagues.entries()) {
      if (isRun) begun.slack += 1;
      await slack.until(
        () => person.sees(channel).includes(isRun ? 'Done.' : 'epoch'),
        `what number ${index} asked on Slack, killed after ${round}, is answered`,
        60_000,
      );
    }
  }
  expect(await kept('web')).toMatchObject({ runs: begun.web, unanswered: 0 });
  // What Discord delivered but was not acknowledged may still be in progress.
  const { runs } = await kept('discord');
  expect(runs).toBeGreaterThanOrEqual(begun.discord);
  expect(runs).toBeLessThanOrEqual(rounds.length * 4);
  expect(await kept('slack')).toMatchObject({ runs: begun.slack, unanswered: 0 });
  discord.close();
  slack.close();
});

test('in the room, while the program ends', patient, async () => {
  program = await startBuilt(dataDir);
  const port = Number(new URL(program.address).port);
  const [ada, eve] = await Promise.all([Visitor.at(program.address), Visitor.at(program.address)]);
  // Long epochs, so that the shutdown takes a while.
  await ada.type('/fit epochs:50 batch:1 layers:512,512');
  await until(async () => JSON.stringify(await answersTo(ada)).includes('Epoch 1/50'), 'it trains');
  const ended = program.end('SIGTERM');
  const isOver = new AbortController();
  void ended.then(() => {
    isOver.abort();
  });
  let accepted = 0;
  // At a pace at which nobody is turned away.
  while (!isOver.signal.aborted) {
    const { status } = await eve.type('/explain epoch').catch(() => ({ status: 0 }));
    if (status === 202) accepted += 1;
    await delay(100);
  }
  expect(accepted).toBeGreaterThan(0);

  program = await startBuilt(dataDir, port);
  await until(async () => (await answersTo(eve)).length >= accepted, 'all are answered');
  const answers = JSON.stringify(await answersTo(eve));
  expect(answers).toContain('about to restart; please try again in a moment');
  expect(answers).not.toContain('Something broke');
  expect(JSON.stringify(await answersTo(ada))).not.toContain('Something broke');
  expect((await kept('web')).unanswered).toBe(0);
});

test('in the room, a file that waits for its command', patient, async () => {
  program = await startBuilt(dataDir);
  const port = Number(new URL(program.address).port);
  const person = await Visitor.at(program.address);
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 7},${(row * 5) % 11},${row % 2}`);
  const uploaded = await fetch(`${program.address}/api/files?name=games.csv`, {
    method: 'POST',
    headers: { cookie: person.cookie },
    body: ['height,weight,won', ...rows].join('\n'),
  });
  const { id: file } = (await uploaded.json()) as { id: string };
  await program.end('SIGKILL');

  program = await startBuilt(dataDir, port);
  const response = await person.type('/fit epochs:1 batch:10', { file });
  await program.end('SIGKILL');
  expect(response.status).toBe(202);

  program = await startBuilt(dataDir, port);
  await until(async () => {
    const [answer] = await answersTo(person);
    return JSON.stringify(answer?.body ?? '').includes('5/5 [====');
  }, 'it was trained on the file');
  expect(JSON.stringify(await answersTo(person))).toContain('games.csv');
  expect(await kept('web')).toEqual({ runs: 1, unanswered: 0, files: 0 });
});

test(
  'on Slack, a run before it had its message, and a form that was open meanwhile',
  patient,
  async () => {
    const slack = await FakeSlack.start();
    const { botToken, appToken, faults, views } = slack.state;
    const env = {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
    };
    program = await startBuilt(dataDir, 0, env);
    const [learner, sender] = [slack.person(), slack.person()];
    sender.slash(slack.channel, '/fit', 'epochs:1 csv:');
    await slack.until(() => views.length === 1, 'the form is open', 60_000);
    const never = new Promise<never>(() => undefined);
    slack.trouble('chat.postMessage', { kind: 'late', until: never });
    learner.slash(slack.channel, '/fit', 'epochs:2 batch:500');
    await until(() => Promise.resolve(faults.length === 0), 'the run is there, its message is not');
    await program.end('SIGKILL');

    program = await startBuilt(dataDir, 0, env);
    sender.submits({ name: 'games.csv', content: 'a,b\n1,2\n' });
    // The built program accepts files from Slack's own servers only, and says so.
    const isRefused = () => sender.sees(slack.channel).includes('could not be fetched');
    await slack.until(isRefused, 'the form is answered', 60_000);
    await slack.until(() => learner.sees(slack.channel).includes('Done.'), 'it is shown', 60_000);
    const messages = learner.messages(slack.channel).filter(({ thread }) => thread === undefined);
    expect(messages).toHaveLength(1);
    expect(await kept('slack')).toMatchObject({ runs: 1, unanswered: 0 });
    slack.close();
  },
);

test('on Slack, an answered request delivered again to the next process', patient, async () => {
  const slack = await FakeSlack.start();
  const { botToken, signingSecret } = slack.state;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: slack.apiUrl, SLACK_PORT: '0' };
  const start = async (): Promise<void> => {
    program = await startBuilt(dataDir, 0, { ...env, SLACK_SIGNING_SECRET: signingSecret });
    slack.http.address = /Study Group \((http:[^)]+)\)/.exec(program.readyLine)?.[1];
  };
  await start();
  const learner = slack.person();
  const alone = slack.directMessages();
  learner.writes(alone, '/fit epochs:1 batch:500');
  await slack.until(() => learner.sees(alone).includes('Done.'), 'it is answered', 50_000);
  await program?.end('SIGKILL');

  await start();
  expect(await slack.http.sendLastAgain(slack.http.address)).toBe(200);
  learner.writes(alone, '/data');
  await slack.until(() => learner.sees(alone).includes('churn'), 'the next is answered', 60_000);
  expect(await kept('slack')).toMatchObject({ runs: 1, unanswered: 0 });
  slack.close();
});
