/** What one process accepted and acknowledged on Discord, and the next one answers. */
import { ChannelType } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import type { Platform } from '../../../src/chat/port.js';
import type { Dispatcher } from '../../../src/dispatch/dispatcher.js';
import { DatabaseAcceptedStore } from '../../../src/storage/accepted-store.js';
import { openMemoryDatabase, type Database } from '../../../src/storage/database.js';
import { acceptedOn } from '../../support/accepted.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

let on: TutorOnDiscord;
let next: Platform | undefined;
let database: Database;

afterEach(async () => {
  await next?.serving;
  await next?.close();
  await on.close();
});

const minutes = 60_000;
const never = (): Promise<never> => new Promise(() => undefined);
const stuck: Dispatcher = { text: never, typed: never, localeOf: never };

/** A process that accepts requests and ends before it answers. */
async function stuckProcess(): Promise<TutorOnDiscord> {
  database = openMemoryDatabase();
  on = await tutorOnDiscord({ accepted: acceptedOn(database), dispatcher: stuck });
  return on;
}

async function nextProcess(): Promise<void> {
  await on.platform.close();
  const accepted = acceptedOn(database, on.discord.clock.nowMs);
  next = on.startAgain({ accepted, dispatcher: on.tutor.dispatcher });
  on.tutor.liveRuns.addPlatform(next.port);
  await next.answerLeftOver();
}

const taken = async (): Promise<number> =>
  (await new DatabaseAcceptedStore(database).unanswered('discord')).length;

test('“is thinking…” is replaced by the answer', async () => {
  const { discord } = await stuckProcess();
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 500 });
  await discord.until(() => learner.sees(discord.channel).includes('is thinking'), 'it is taken');
  await nextProcess();
  await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
  expect(learner.answers(discord.channel)).toHaveLength(1);
  expect(await taken()).toBe(0);
});

test('an answer only the asker may see stays private', async () => {
  const { discord } = await stuckProcess();
  const learner = discord.person();
  const message = discord.person().says(discord.channel, 'hello');
  learner.pressId(message, '/explain concept:epoch');
  const thinks = (): boolean => learner.sees(discord.channel).includes('is thinking');
  await discord.until(thinks, 'it is taken');
  await nextProcess();
  expect(learner.sees(discord.channel)).toMatch(/only you can see this\):\n.*epoch/is);
  expect(discord.person().answers(discord.channel)).toEqual([]);
});

test('a mention is answered under the question', async () => {
  const { discord } = await stuckProcess();
  const learner = discord.person({ locale: 'ko' });
  learner.says(discord.channel, `<@${discord.world.botId}> 에포크가 뭐예요?`);
  await expect.poll(taken).toBe(1);
  await nextProcess();
  expect(learner.sees(discord.channel)).toContain('에포크');
  expect(learner.answers(discord.channel)).toHaveLength(1);
});

test('once Discord accepts no more answers, it is offered again by a button', async () => {
  const { discord } = await stuckProcess();
  const learner = discord.person({ locale: 'ko' });
  const { channel } = discord;
  learner.slash(channel, 'fit', { epochs: 2, batch: 500 });
  await discord.until(() => learner.sees(channel).includes('is thinking'), 'it is taken');
  discord.clock.advance(20 * minutes);
  await nextProcess();
  expect(learner.sees(channel)).toContain(
    '/fit epochs:2 batch:500: 답하기 전에 제가 다시 시작하느라 답을 못 했어요. 지금 할까요?',
  );
  const offer = learner.answers(channel).at(-1);
  if (!offer) throw new Error('nothing was offered');
  await next?.serving;
  learner.press(offer, '지금 하기');
  await discord.until(() => learner.sees(channel).includes('끝!'), 'it is trained');
});

test('if nobody can be told any more, the log says so, and it is over', async () => {
  const { discord, tutor } = await stuckProcess();
  const elsewhere = discord.world.addGuild();
  elsewhere.botIsMember = false;
  const channel = discord.world.addChannel(elsewhere, ChannelType.GuildText, 'theirs');
  const learner = discord.person();
  // The bot may get interactions from servers it is not a member of, but they are not among its gateway's
  // guilds.
  learner.slash(channel, 'fit', { epochs: 2 });
  await expect.poll(taken).toBe(1);
  discord.clock.advance(20 * minutes);
  await nextProcess();
  expect(await taken()).toBe(0);
  expect(tutor.faults).not.toEqual([]);
});
