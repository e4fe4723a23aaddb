/** SIGTERM while a platform is in trouble: the built program ends in time, and the next one goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { EndingProgram } from '../support/ending-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';
import { TroubledWay, type Trouble } from '../support/trouble.js';

/** Five seconds are promised; the rest is for a machine that does much else. */
const WITHIN_MS = 7_000;
const patient = { timeout: 120_000 };
const troubles: readonly Trouble[] = ['hangs', 'limits', 'fails', 'refuses'];

let dataDir: string;
let way: TroubledWay;
let program: EndingProgram | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-shutdown-'));
});

afterEach(async () => {
  await program?.end('SIGKILL');
  program = undefined;
  await way.close();
  rmSync(dataDir, { recursive: true });
});

/** Ends the program in trouble, starts the next one when the trouble is over. */
async function restartIn(trouble: Trouble, env: NodeJS.ProcessEnv): Promise<void> {
  await way.set(trouble);
  if (trouble !== 'refuses') await way.met(1);
  const { tookMs, ...end } = (await program?.end()) ?? {};
  expect(end).toEqual({ code: 0, signal: null });
  expect(tookMs).toBeLessThan(WITHIN_MS);
  const complaints = program?.lines.filter((line) => /uncaught|not open|not clean/i.test(line));
  expect(complaints).toEqual([]);
  await way.set(undefined);
  program = new EndingProgram(dataDir, env);
  await program.says(/Ready/);
}

describe('Discord', () => {
  let discord: FakeDiscord;
  beforeEach(async () => {
    discord = await FakeDiscord.start();
    way = await TroubledWay.to(discord.apiUrl);
  });
  afterEach(() => {
    discord.close();
  });

  test.each(troubles)('%s', patient, async (trouble) => {
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: way.address };
    program = new EndingProgram(dataDir, env);
    await program.says(/Ready: .*Discord/);
    const [ada, eve] = [discord.person(), discord.person()];
    ada.slash(discord.channel, 'fit', { epochs: 12, batch: 100 });
    eve.slash(discord.channel, 'fit', { epochs: 4, batch: 100 });
    const sees = (text: string) => ada.sees(discord.channel).includes(text);
    await discord.until(() => sees('Epoch 2/12') && sees('Epoch 2/4'), 'they go on', 50_000);
    await restartIn(trouble, env);
    const ended = () => ada.sees(discord.channel).split('Done.').length === 3;
    await discord.until(ended, 'both ended', 60_000);
    expect(discord.world.messages.filter(({ content }) => content.includes('Done.'))).toHaveLength(
      2,
    );
  });
});

describe('Slack', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await FakeSlack.start();
    way = await TroubledWay.to(slack.apiUrl);
  });
  afterEach(() => {
    slack.close();
  });

  test.each(troubles)('%s', patient, async (trouble) => {
    const { botToken, appToken } = slack.state;
    const env = {
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken },
      SLACK_API_URL: way.address,
    };
    program = new EndingProgram(dataDir, env);
    await program.says(/Ready: .*Slack/);
    const [ada, eve] = [slack.person(), slack.person()];
    ada.slash(slack.channel, '/fit', 'epochs:12 batch:100');
    eve.slash(slack.channel, '/fit', 'epochs:4 batch:100');
    const sees = (text: string) => ada.sees(slack.channel).includes(text);
    await slack.until(() => sees('Epoch 2/12') && sees('Epoch 2/4'), 'they go on', 50_000);
    await restartIn(trouble, env);
    const ended = () => ada.sees(slack.channel).split('Done.').length === 3;
    await slack.until(ended, 'both ended', 60_000);
    const runs = ada.messages(slack.channel).filter(({ thread }) => thread === undefined);
    expect(runs).toHaveLength(2);
  });
});
