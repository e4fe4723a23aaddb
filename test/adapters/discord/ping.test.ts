/** People who ask for it are pinged once when their run is over: only they, even across restarts. */
import { ChannelType } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { messageRef, readMessage } from '../../../src/adapters/discord/keys.js';
import { databaseStores } from '../../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../../src/storage/database.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import type { Message } from '../../support/discord/world.js';
import { Tutor } from '../../support/tutor.js';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  await on.close();
});

function pings(): readonly Message[] {
  return on.discord.world.messages.filter((message) => message.pings.length > 0);
}

test('at the end, under the run, only the person who started it', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1, ping: 'on' });
  await discord.until(() => pings().length > 0, 'it pings');
  const [run, ping] = learner.answers(discord.channel);
  expect(ping?.pings).toEqual([learner.id]);
  expect(ping?.content).toMatch(new RegExp(`^<@${learner.id}> · Run \\w+ is done: 1 epoch, `));
  expect(ping?.replyTo).toBe(run?.id);
  expect(learner.answers(discord.channel)).toHaveLength(2);
});

test.each([
  ['not asked for', {}],
  ['off', { ping: 'off' }],
])('%s: nobody', async (_, options) => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1, ...options });
  await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
  const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
  await tutor.liveRuns.settled(run?.record.id ?? '');
  expect(learner.answers(discord.channel)).toHaveLength(1);
});

test('a run they stopped themselves: they already know', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  tutor.pool.hold = true;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 3, ping: 'on' });
  (await tutor.pool.next()).finish();
  const step = await tutor.pool.next();
  learner.slash(discord.channel, 'stop');
  await discord.until(() => learner.sees(discord.channel).includes('only you'), 'it is told');
  step.finish();
  await discord.until(() => learner.sees(discord.channel).includes('Stopped'), 'it stopped');
  const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
  await tutor.liveRuns.settled(run?.record.id ?? '');
  expect(pings()).toEqual([]);
});

test('the next process pings for a run that ended in it, and a third one does not again', async () => {
  const stores = databaseStores(openMemoryDatabase(), 'no uploads');
  on = await tutorOnDiscord({ stores });
  const { discord, tutor } = on;
  tutor.pool.hold = true;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100, ping: 'on' });
  (await tutor.pool.next()).finish();
  await discord.until(() => learner.sees(discord.channel).includes('Epoch 1/2'), 'it goes on');
  await tutor.liveRuns.close(AbortSignal.timeout(1));
  for (let process = 2; process <= 3; process += 1) {
    const next = new Tutor({ stores });
    next.liveRuns.addPlatform(on.platform.port);
    await next.resume();
    const [run] = await next.runs.recent(`discord:${learner.id}`, 1);
    await next.runs.ended(run?.record.id ?? '');
    await next.liveRuns.settled(run?.record.id ?? '');
    expect(pings().map((message) => message.pings)).toEqual([[learner.id]]);
  }
});

test('requested twice, as when a process ended just then, it is sent once', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor, platform } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1, ping: 'on' });
  await discord.until(() => pings().length > 0, 'it pings');
  const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
  const kept = await tutor.liveMessages.find(run?.record.id ?? '');
  if (!kept?.ref) throw new Error('the message was not kept');
  await platform.port.notify?.({
    ...kept,
    ref: kept.ref,
    userId: `discord:${learner.id}`,
    words: 'once more',
  });
  expect(pings()).toHaveLength(1);
});

test('a name in it pings nobody: only people named one by one are pinged', async () => {
  on = await tutorOnDiscord();
  const { discord, platform, tutor } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1 });
  await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
  const [run] = await tutor.runs.recent(`discord:${learner.id}`, 1);
  const kept = await tutor.liveMessages.find(run?.record.id ?? '');
  if (!kept?.ref) throw new Error('the message was not kept');
  const words = '@everyone <@123456789012345678>';
  await platform.port.notify?.({ ...kept, ref: kept.ref, userId: `discord:${learner.id}`, words });
  expect(pings()[0]?.content).toBe(`<@${learner.id}> · \\@everyone \\<\\@123456789012345678\\>`);
});

test('if Discord does not say which message the run has, the ping stands alone', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1 });
  await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
  const [run] = await on.tutor.runs.recent(`discord:${learner.id}`, 1);
  const kept = await on.tutor.liveMessages.find(run?.record.id ?? '');
  if (!kept?.ref) throw new Error('the message was not kept');
  const ref = messageRef({ ...readMessage(kept.ref), messageId: '@original' });
  const userId = `discord:${learner.id}`;
  await on.platform.port.notify?.({ place: kept.place, ref, userId, words: 'over' });
  await on.platform.port.notify?.({ place: kept.place, ref, userId, words: 'another' });
  expect(pings().map(({ replyTo }) => replyTo)).toEqual([undefined, undefined]);
});

test('where the bot is not a member it says at the start that nobody will be pinged', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const guild = discord.world.addGuild({ botIsMember: false });
  const elsewhere = discord.world.addChannel(guild, ChannelType.GuildText, 'elsewhere');
  const learner = discord.person();
  learner.slash(elsewhere, 'fit', { epochs: 1, ping: 'on' });
  await discord.until(() => learner.sees(elsewhere).includes('cannot mention you'), 'it is said');
  await discord.until(() => learner.sees(elsewhere).includes('Done.'), 'it ended');
  expect(pings()).toEqual([]);
});

test('if the server wants it, the end of a run without a ping is announced under it too, and pings nobody', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  const admin = discord.person({ managesServer: true });
  admin.slash(discord.channel, 'settings', { ends: 'on' });
  await discord.until(() => admin.sees(discord.channel).includes('Changed: ends.'), 'it holds');
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1 });
  await discord.until(() => learner.answers(discord.channel).length === 2, 'it is said');
  const [run, said] = learner.answers(discord.channel);
  expect(said?.content).toMatch(/ · churn · Run \w+ is done: 1 epoch, /);
  expect(said?.content).not.toContain('<@');
  expect(said?.replyTo).toBe(run?.id);
  expect(pings()).toEqual([]);
  const [state] = await tutor.runs.recent(`discord:${learner.id}`, 1);
  await tutor.liveRuns.settled(state?.record.id ?? '');
  expect(learner.answers(discord.channel)).toHaveLength(2);
});
