/** Connecting, staying connected and leaving: one clear log line for each. */
import { GatewayCloseCodes } from 'discord.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { unauthorized } from '../../support/discord/problems.js';
import { place } from '../../../src/adapters/discord/keys.js';
import { textMessage } from '../../../src/chat/message.js';
import { translator } from '../../../src/content/translator.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

let on: TutorOnDiscord;

const words = textMessage(translator('en').text('error.closing'));

afterEach(async () => {
  await on.close();
});

function logged(words: string): boolean {
  return on.log.some(({ message }) => message.includes(words));
}

function troubles(): readonly string[] {
  return on.log.filter(({ level }) => level !== 'info').map(({ message }) => message);
}

test('reports its name once it serves', async () => {
  on = await tutorOnDiscord();
  expect(await on.platform.serving).toBe('Discord as tutor');
  expect(logged('Discord: connected')).toBe(true);
});

test('a wrong token: one line that says what to do, and it never serves', async () => {
  on = await tutorOnDiscord({ token: 'wrong' });
  expect(await on.platform.serving).toBeUndefined();
  const errors = on.log.filter(({ level }) => level === 'error');
  expect(errors.map(({ message }) => message)).toEqual([
    'Discord: DISCORD_TOKEN is not a valid bot token; copy it again from the developer portal',
  ]);
  expect(JSON.stringify(on.log)).not.toContain('wrong');
});

describe('what only an operator can fix is one line that says what to do, without retries', () => {
  test.each([
    [GatewayCloseCodes.AuthenticationFailed, /DISCORD_TOKEN was refused; copy it again/],
    [GatewayCloseCodes.ShardingRequired, /demands more shards; set SHARDS=auto/],
    [GatewayCloseCodes.InvalidIntents, /update it/],
    [
      GatewayCloseCodes.DisallowedIntents,
      /^Discord: the application may not use the intents it asks for; see the developer portal$/,
    ],
  ])('at the start: close code %i', async (refuseGatewayWith, advice) => {
    on = await tutorOnDiscord({ refuseGatewayWith });
    expect(await on.platform.serving).toBeUndefined();
    await on.platform.status.refused;
    expect(troubles()).toEqual([expect.stringMatching(advice)]);
    expect(on.discord.gateway.identifies).toBe(1);
  });

  test.each([
    [GatewayCloseCodes.AuthenticationFailed, /DISCORD_TOKEN was refused; copy it again/],
    [GatewayCloseCodes.ShardingRequired, /demands more shards; set SHARDS=auto/],
    [GatewayCloseCodes.DisallowedIntents, /may not use the intents/],
  ])('later: close code %i', async (code, advice) => {
    on = await tutorOnDiscord();
    expect(on.platform.status.state).toBe('serving');
    on.discord.gateway.drop(code);
    await on.platform.status.refused;
    expect(on.platform.status.state).toBe('refused');
    expect(troubles()).toEqual([expect.stringMatching(advice)]);
    expect(on.discord.gateway.identifies).toBe(1);
  });

  test('a reset token, noticed by a request: no further request is sent', async () => {
    on = await tutorOnDiscord();
    const { discord } = on;
    discord.resetToken();
    const learner = discord.person();
    const alone = discord.directMessages();
    learner.says(alone, 'help');
    await on.platform.status.refused;
    expect(troubles().filter((line) => line.includes('DISCORD_TOKEN'))).toEqual([
      'Discord: DISCORD_TOKEN was refused; copy it again from the developer portal, and restart',
    ]);
    const sent = discord.refusals.length;
    const where = place({ channelId: alone.id, botReaches: true }, undefined);
    await expect(on.platform.port.post(where, words)).rejects.toThrow();
    expect(discord.refusals.length).toBe(sent);
  });
});

describe('a single 401', () => {
  const lines = (): readonly string[] => troubles().filter((line) => line.includes('401'));

  test.each([
    ['a post', 'POST', /^\/channels\/\d+\/messages$/],
    ['an edit', 'PATCH', /^\/channels\/\d+\/messages\/\d+$/],
  ])('to %s: the token still works, so mentions are still answered', async (_, method, path) => {
    on = await tutorOnDiscord();
    const { discord } = on;
    discord.trouble(method, path, { kind: 'refusal', problem: unauthorized() });
    const learner = discord.person();
    const alone = discord.directMessages();
    learner.says(alone, '/fit epochs:3 batch:100');
    await discord.until(() => learner.sees(alone).includes('Done.'), 'the run is seen');
    learner.says(alone, 'help');
    await discord.until(() => learner.sees(alone).includes('/quiz'), 'help is there');
    expect(on.platform.status.state).toBe('serving');
    expect(lines()).toEqual([
      'Discord: a request was refused (401) although the token works; it is tried again',
    ]);
  });

  test('at startup: commands are registered all the same', async () => {
    on = await tutorOnDiscord();
    await on.platform.close();
    const { discord } = on;
    discord.trouble('GET', /^\/applications\/@me$/, { kind: 'refusal', problem: unauthorized() });
    const again = on.startAgain();
    expect(await again.serving).toBe('Discord as tutor');
    expect(on.log.filter(({ message }) => message.includes('commands registered'))).toHaveLength(2);
    await again.close();
  });
});

describe('SHARDS=auto', () => {
  test('one is recommended: this process connects itself', async () => {
    on = await tutorOnDiscord({ shards: 'auto' });
    expect(await on.platform.serving).toBe('Discord as tutor');
    expect(on.discord.gateway.sessions.map(({ shard }) => shard)).toEqual([[0, 1]]);
    expect(on.platform.status.state).toBe('serving');
  });

  test('Discord is unreachable when asked: it is asked again', async () => {
    on = await tutorOnDiscord();
    await on.platform.close();
    on.discord.trouble('GET', /^\/gateway\/bot$/, { kind: 'reset' });
    on.discord.trouble('GET', /^\/gateway\/bot$/, { kind: 'server-error' });
    const again = on.startAgain({ shards: 'auto' });
    expect(await again.serving).toBe('Discord as tutor');
    await again.close();
  });

  test('a wrong token: one line, and Discord is not asked again', async () => {
    on = await tutorOnDiscord({ shards: 'auto', token: 'wrong' });
    expect(await on.platform.serving).toBeUndefined();
    await on.platform.status.refused;
    expect(troubles()).toEqual([expect.stringContaining('DISCORD_TOKEN was refused')]);
    // It tries once more, in case it was a mistake.
    expect(on.discord.refusals).toHaveLength(2);
  });
});

test('its state is reported: a lost connection, and its return', async () => {
  on = await tutorOnDiscord();
  const { discord, platform } = on;
  expect(platform.status.state).toBe('serving');
  discord.gateway.silent = true;
  discord.gateway.drop();
  await vi.waitFor(() => {
    expect(platform.status.state).toBe('connecting');
  }, 20_000);
  discord.gateway.silent = false;
  discord.gateway.drop();
  await vi.waitFor(() => {
    expect(platform.status.state).toBe('serving');
  }, 20_000);
});

test('a session that Discord ends for good: one line', async () => {
  on = await tutorOnDiscord();
  on.discord.gateway.drop(GatewayCloseCodes.AuthenticationFailed);
  await on.discord.until(() => logged('disconnected for good'), 'it is logged');
  const errors = on.log.filter(({ level }) => level === 'error');
  expect(errors).toMatchObject([{ details: { reason: 'AuthenticationFailed' } }]);
});

test('Discord is unreachable at first: it retries until Discord is there', async () => {
  on = await tutorOnDiscord();
  await on.platform.close();
  const { discord } = on;
  discord.trouble('GET', /^\/gateway\/bot$/, { kind: 'reset' });
  discord.trouble('GET', /^\/gateway\/bot$/, { kind: 'reset' });
  for (let tries = 0; tries < 10; tries += 1) {
    discord.trouble('GET', /^\/gateway\/bot$/, { kind: 'server-error' });
  }
  const again = on.startAgain();
  expect(await again.serving).toBe('Discord as tutor');
  expect(logged('could not connect, trying again')).toBe(true);
  await again.close();
});

test('a lost connection is resumed, and no event in between is missed', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  discord.gateway.drop();
  learner.slash(discord.channel, 'help');
  await discord.until(() => learner.sees(discord.channel).includes('/fit'), 'help is there');
  expect(discord.gateway.resumes).toBe(1);
  expect(logged('connected again')).toBe(true);
});

test('Discord is unreachable for a while: each retry waits longer, with one log line', async () => {
  on = await tutorOnDiscord();
  const { gateway } = on.discord;
  gateway.unreachable = true;
  gateway.drop();
  const before = gateway.connections;
  await on.discord.until(() => gateway.connections >= before + 5, 'it tried five times');
  const waits = on.log.flatMap(({ details }) =>
    'againInMs' in details ? [details.againInMs as number] : [],
  );
  // Starting at 1 ms and doubling each time, at most a quarter less.
  waits.forEach((waitMs, index) => {
    expect(waitMs).toBeGreaterThanOrEqual(Math.floor(0.75 * 2 ** index));
    expect(waitMs).toBeLessThanOrEqual(2 ** index);
  });
  expect(waits.length).toBeGreaterThanOrEqual(4);
  expect(troubles().filter((line) => line.includes('was lost'))).toHaveLength(1);
  gateway.unreachable = false;
  await on.discord.until(() => logged('connected again'), 'it is back');
});

test('shut down while Discord is unreachable: no more retries', async () => {
  on = await tutorOnDiscord();
  const { gateway } = on.discord;
  gateway.unreachable = true;
  gateway.drop();
  // Between two attempts.
  await on.discord.until(() => troubles().length > 1, 'it tries again');
  await on.platform.close();
  gateway.unreachable = false;
  const tries = gateway.connections;
  const again = on.startAgain();
  await again.serving;
  // A client still retrying would be back before one that loses the connection only now.
  gateway.drop();
  await on.discord.until(() => again.status.state === 'connecting', 'the other one notices');
  await on.discord.until(() => again.status.state === 'serving', 'the other one is back');
  expect(gateway.connections).toBe(tries + 2);
  await again.close();
});

test('removed from a server: it is logged, and the others continue', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const guild = discord.world.addGuild();
  discord.removeBot(discord.guild);
  await discord.until(() => logged('removed from a server'), 'it is logged');
  expect(guild.botIsMember).toBe(true);
});

test('an event that makes no sense is logged, and the next one is answered', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  discord.gateway.dispatch('INTERACTION_CREATE' as never, { type: 2, id: '1', data: {} });
  const learner = discord.person();
  learner.slash(discord.channel, 'help');
  await discord.until(() => learner.sees(discord.channel).includes('/fit'), 'help is there');
});

test('our own shutdown is not reported', async () => {
  on = await tutorOnDiscord();
  await on.platform.close();
  expect(on.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
