/** With everything logged and everything failing, the started program's lines contain no token. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { HostedProgram } from '../support/hosted-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';

let discord: FakeDiscord;
let slack: FakeSlack;
let program: HostedProgram | undefined;

beforeEach(async () => {
  [discord, slack] = await Promise.all([FakeDiscord.start(), FakeSlack.start()]);
});
afterEach(async () => {
  await program?.close();
  discord.close();
  slack.close();
});

test('secrets in the SDKs’ errors and logs are redacted', { timeout: 180_000 }, async () => {
  const { botToken, appToken, responseUrls } = slack.state;
  const hosted = (program = new HostedProgram({
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl },
    LOG_LEVEL: 'trace',
  }));
  await hosted.says(/Ready: .*Discord.*Slack/);

  const learner = discord.person();
  // The first answer and its edits are refused; discord.js puts their URLs into its errors.
  for (let tries = 0; tries < 4; tries += 1) {
    discord.trouble('POST', /^\/interactions\//, { kind: 'server-error' });
    discord.trouble('PATCH', /^\/webhooks\//, { kind: 'server-error' });
  }
  const asked = [
    learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 }),
    learner.slash(discord.channel, 'help'),
  ];
  const mate = slack.person();
  slack.trouble('users.info', { kind: 'server-error' });
  slack.trouble('chat.postMessage', { kind: 'refusal', error: 'fatal_error' });
  mate.slash(slack.channel, '/fit', 'epochs:2 batch:100');
  mate.slash(slack.channel, '/runs');
  slack.trouble('apps.connections.open', { kind: 'reset' });
  slack.socket.drop();
  await hosted.says(/could not connect, trying again/);
  await hosted.says(/\[hidden\]/);
  discord.gateway.drop(4_004);
  await hosted.says(/disconnected for good/);
  hosted.signal('SIGTERM');
  await hosted.ended;

  const written = hosted.lines.join('\n');
  expect(written).toMatch(/"level":[45]0/);
  const secrets = [discord.token, botToken, appToken, ...asked.map(({ token }) => token)];
  for (const id of responseUrls.keys()) secrets.push(`/response/${id}`);
  for (const secret of secrets) expect(written).not.toContain(secret);
});
