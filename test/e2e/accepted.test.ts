/** The built program, killed right after it had acknowledged what people asked: the next one answers. */
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

const patient = { timeout: 240_000 };
const rounds = 3;
/** One for each who asks; `/fit` must begin one run, however often the program ends. */
const asked = [
  ...['/fit epochs:1 batch:500', '/data', '/quiz', 'what is an epoch?', '/fit epochs:2 batch:500'],
  ...['/explain batch_size', '/check', '/predict iterations epochs:2', '/fit epochs:oops'],
];

/** What is left in the database once the program has ended. */
async function kept(): Promise<{ runs: number; unanswered: number; files: number }> {
  await program?.end();
  const database = openDatabase(dataDir);
  const count = (table: string): Promise<number> =>
    database.read((sql) => Number(sql.get(`SELECT count(*) AS n FROM ${table}`)?.n));
  const counts = {
    runs: await count('runs'),
    unanswered: await count('accepted WHERE request IS NOT NULL'),
    files: await count('pending_uploads'),
  };
  database.close();
  return counts;
}

/** Polled: what a platform's fake shows comes in its own time. */
async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  await expect.poll(condition, { timeout: 60_000, interval: 50, message: what }).toBe(true);
}

/** What somebody said, and what they were answered. */
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

test('in the room, right after 202', patient, async () => {
  let port = 0;
  const start = async (): Promise<void> => {
    program = await startBuilt(dataDir, port);
    port = Number(new URL(program.address).port);
  };
  await start();
  let accepted = 0;
  let begun = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const address = program?.address ?? '';
    const people = await Promise.all(asked.map(() => Visitor.at(address)));
    const statuses = await Promise.all(
      people.map(async (person, index) => {
        const { status } = await person.type(asked[index] ?? '').catch(() => ({ status: 0 }));
        // The first one that hears that it was taken.
        await program?.end('SIGKILL');
        return status;
      }),
    );
    await start();
    for (const [index, person] of people.entries()) {
      // Somebody's 202 may have been lost on the way.
      const isTaken = statuses[index] === 202 || (await said(person)).length > 0;
      if (!isTaken) continue;
      accepted += 1;
      const line = asked[index] ?? '';
      if (/^\/fit epochs:\d/.test(line)) begun += 1;
      const isAnswered = async (): Promise<boolean> => (await answersTo(person)).length > 0;
      await until(isAnswered, `round ${round}: ${line} is answered`);
    }
  }
  expect(accepted).toBeGreaterThan(0);
  expect(await kept()).toMatchObject({ runs: begun, unanswered: 0 });
});

test('in the room, while the program ends', patient, async () => {
  program = await startBuilt(dataDir);
  const port = Number(new URL(program.address).port);
  const [ada, eve] = await Promise.all([Visitor.at(program.address), Visitor.at(program.address)]);
  // Long epochs, so that the end takes its time.
  await ada.type('/fit epochs:50 batch:1 layers:512,512');
  await until(async () => JSON.stringify(await answersTo(ada)).includes('Epoch 1/50'), 'it trains');
  const ended = program.end('SIGTERM');
  const isOver = new AbortController();
  void ended.then(() => {
    isOver.abort();
  });
  let accepted = 0;
  // At a pace at which nobody is sent away.
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
  expect((await kept()).unanswered).toBe(0);
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
  expect(await kept()).toEqual({ runs: 1, unanswered: 0, files: 0 });
});

test('on Discord, right after an acknowledgement', patient, async () => {
  const discord = await FakeDiscord.start();
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const start = async (): Promise<void> => {
    const before = discord.gateway.sessions.length;
    program = await startBuilt(dataDir, 0, env);
    await discord.until(() => discord.gateway.sessions.length > before, 'it listens', 60_000);
  };
  await start();
  let begun = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const people = Array.from({ length: 8 }, () => ({
      person: discord.person(),
      channel: discord.directMessages(),
    }));
    const interactions = people.map(({ person, channel }, index) =>
      index % 2 === 0
        ? person.slash(channel, 'fit', { epochs: 1, batch: 500 })
        : person.slash(channel, 'predict', { about: 'iterations', epochs: 2 }),
    );
    await discord.until(
      () => interactions.some(({ isAcknowledged }) => isAcknowledged),
      'something is acknowledged',
      60_000,
    );
    await program?.end('SIGKILL');
    const isTaken = interactions.map(({ isAcknowledged }) => isAcknowledged);
    await start();
    for (const [index, { person, channel }] of people.entries()) {
      if (!isTaken[index]) continue;
      const isRun = index % 2 === 0;
      if (isRun) begun += 1;
      await discord.until(
        () => person.sees(channel).includes(isRun ? 'Done.' : '['),
        `round ${round}: what number ${index} asked is answered`,
        50_000,
      );
      expect(person.answers(channel)).toHaveLength(1);
    }
  }
  // What was taken and not acknowledged may be under way still.
  const { runs } = await kept();
  expect(runs).toBeGreaterThanOrEqual(begun);
  expect(runs).toBeLessThanOrEqual(rounds * 4);
  discord.close();
});

test('on Slack, right after an acknowledgement, and nothing twice', patient, async () => {
  const slack = await FakeSlack.start();
  const { botToken, appToken } = slack.state;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl };
  const start = async (): Promise<void> => {
    program = await startBuilt(dataDir, 0, env);
    await slack.until(() => slack.socket.open > 0, 'it listens', 60_000);
  };
  await start();
  for (let round = 1; round <= rounds; round += 1) {
    const taken = slack.socket.acknowledged.length;
    const people = Array.from({ length: 8 }, () => ({
      person: slack.person(),
      channel: slack.directMessages(),
    }));
    for (const [index, { person, channel }] of people.entries()) {
      if (index % 2 === 0) person.slash(channel, '/fit', 'epochs:1 batch:500');
      else person.writes(channel, 'what is an epoch?');
    }
    await slack.until(
      () => slack.socket.acknowledged.length > taken,
      'something is acknowledged',
      60_000,
    );
    await program?.end('SIGKILL');
    // What was not acknowledged comes again, so that in the end everybody is answered.
    await start();
    for (const [index, { person, channel }] of people.entries()) {
      await slack.until(
        () => person.sees(channel).includes(index % 2 === 0 ? 'Done.' : 'epoch'),
        `round ${round}: what number ${index} asked is answered`,
        50_000,
      );
    }
  }
  expect(await kept()).toMatchObject({ runs: rounds * 4, unanswered: 0 });
  slack.close();
});

test('on Slack, between the beginning of a run and its message', patient, async () => {
  const slack = await FakeSlack.start();
  const { botToken, appToken, faults } = slack.state;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl };
  program = await startBuilt(dataDir, 0, env);
  const learner = slack.person();
  const never = new Promise<never>(() => undefined);
  slack.trouble('chat.postMessage', { kind: 'late', until: never });
  learner.slash(slack.channel, '/fit', 'epochs:2 batch:500');
  await until(() => Promise.resolve(faults.length === 0), 'the run is there, its message is not');
  await program.end('SIGKILL');

  program = await startBuilt(dataDir, 0, env);
  await slack.until(() => learner.sees(slack.channel).includes('Done.'), 'it is shown', 50_000);
  const messages = learner.messages(slack.channel).filter(({ thread }) => thread === undefined);
  expect(messages).toHaveLength(1);
  expect(await kept()).toMatchObject({ runs: 1, unanswered: 0 });
  slack.close();
});

test('on Slack, what was answered comes once more to the next process', patient, async () => {
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
  expect(await kept()).toMatchObject({ runs: 1, unanswered: 0 });
  slack.close();
});

test('on Slack, a form for a file that was open meanwhile', patient, async () => {
  const slack = await FakeSlack.start();
  const { botToken, appToken, views } = slack.state;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl };
  program = await startBuilt(dataDir, 0, env);
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:1 csv:');
  await slack.until(() => views.length === 1, 'the form is open', 60_000);
  await program.end('SIGKILL');

  program = await startBuilt(dataDir, 0, env);
  learner.submits({ name: 'games.csv', content: 'a,b\n1,2\n' });
  // The built program takes files from Slack's own servers alone, and says so.
  await slack.until(
    () => learner.sees(slack.channel).includes('could not be fetched'),
    'it is answered',
    50_000,
  );
  slack.close();
});
