/** Coming, staying and going: one clear log line for each. */
import { GatewayCloseCodes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

let on: TutorOnDiscord;

afterEach(async () => {
  await on.close();
});

function logged(words: string): boolean {
  return on.log.some(({ message }) => message.includes(words));
}

test('says who it is once it serves', async () => {
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

test('intents that Discord does not allow: one line, and it never serves', async () => {
  on = await tutorOnDiscord({ refuseGatewayWith: GatewayCloseCodes.DisallowedIntents });
  expect(await on.platform.serving).toBeUndefined();
  const errors = on.log.filter(({ level }) => level !== 'info');
  expect(errors.map(({ message }) => message)).toEqual([
    'Discord: the application may not use the intents it asks for; see the developer portal',
  ]);
});

test('a session that Discord ends for good: one line', async () => {
  on = await tutorOnDiscord();
  on.discord.gateway.drop(GatewayCloseCodes.AuthenticationFailed);
  await on.discord.until(() => logged('disconnected for good'), 'it is logged');
  const errors = on.log.filter(({ level }) => level === 'error');
  expect(errors).toMatchObject([{ details: { reason: 'AuthenticationFailed' } }]);
});

test('Discord is out of reach at first: it tries again until it is there', async () => {
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

test('a lost connection is resumed, and nothing that happened meanwhile is missed', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  discord.gateway.drop();
  learner.slash(discord.channel, 'help');
  await discord.until(() => learner.sees(discord.channel).includes('/fit'), 'help is there');
  expect(discord.gateway.resumes).toBe(1);
  expect(logged('connected again')).toBe(true);
});

test('removed from a server: it is logged, and the others go on', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const guild = discord.world.addGuild();
  discord.removeBot(discord.guild);
  await discord.until(() => logged('removed from a server'), 'it is logged');
  expect(guild.botIsMember).toBe(true);
});

test('what cannot be understood is logged, and the next is answered', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  discord.gateway.dispatch('INTERACTION_CREATE' as never, { type: 2, id: '1', data: {} });
  const learner = discord.person();
  learner.slash(discord.channel, 'help');
  await discord.until(() => learner.sees(discord.channel).includes('/fit'), 'help is there');
});

test('an end of ours is no news', async () => {
  on = await tutorOnDiscord();
  await on.platform.close();
  expect(on.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
