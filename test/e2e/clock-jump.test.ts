/** The system clock is set back and forward by an hour while the built program trains: nobody notices. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { EndingProgram } from '../support/ending-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';

let discord: FakeDiscord;
let slack: FakeSlack;
let dataDir: string;
let program: EndingProgram | undefined;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-clock-'));
  [discord, slack] = await Promise.all([
    FakeDiscord.start({ acknowledgeWithinMs: 60_000 }),
    FakeSlack.start(),
  ]);
});

afterEach(async () => {
  await program?.end('SIGKILL');
  discord.close();
  slack.close();
  rmSync(dataDir, { recursive: true });
});

/** Each SIGUSR2 sets the clock: an hour behind, then an hour ahead of the true time. */
const clock = `
  const now = Date.now.bind(Date);
  let aheadMs = 0;
  Date.now = () => now() + aheadMs;
  process.on('SIGUSR2', () => {
    aheadMs = aheadMs < 0 ? 3600000 : -3600000;
    console.log('the clock was set');
  });`;

test('runs keep their pace, and are reported as before', { timeout: 240_000 }, async () => {
  const { botToken, appToken } = slack.state;
  const env = {
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl },
  };
  const preload = `data:text/javascript,${encodeURIComponent(clock)}`;
  program = new EndingProgram(dataDir, env, [preload]);
  await program.says(/Ready: .*Discord.*Slack/);
  const ada = discord.person();
  const eve = slack.person();
  ada.slash(discord.channel, 'fit', { epochs: 12, batch: 100 });
  eve.slash(slack.channel, '/fit', 'epochs:10 batch:100');
  const seen = () => `${ada.sees(discord.channel)} ${eve.sees(slack.channel)}`;
  await discord.until(() => seen().includes('Epoch 3/12'), 'it goes on', 50_000);
  program.child.kill('SIGUSR2');
  await discord.until(() => seen().includes('Epoch 6/12'), 'an hour back it goes on', 50_000);
  program.child.kill('SIGUSR2');
  await discord.until(() => ada.sees(discord.channel).includes('Done.'), 'it ended', 50_000);
  await slack.until(() => eve.sees(slack.channel).includes('Done.'), 'it ended', 50_000);
  expect(program.lines.filter((line) => line === 'the clock was set')).toHaveLength(2);
  ada.slash(discord.channel, 'runs');
  await discord.until(() => ada.sees(discord.channel).includes('Your runs'), 'the list');
  expect(ada.sees(discord.channel)).toMatch(/\d+ (?:seconds?|minutes?) ago/);
  expect([...discord.refusals, ...slack.refusals]).toEqual([]);
  expect(ada.answers(discord.channel)).toHaveLength(2);
});
