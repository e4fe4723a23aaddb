/** What people on Discord see of their data, and what remains when a server removes the bot. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { homeOf, isHomeOf } from '../../../src/adapters/discord/keys.js';
import { DatabaseHomes } from '../../../src/storage/homes.js';
import { readable } from '../../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import type { Person } from '../../support/discord/person.js';
import type { Channel, Message } from '../../support/discord/world.js';
import { StoredRuns } from '../../support/stored-runs.js';

let stored: StoredRuns;
let on: TutorOnDiscord;

beforeEach(async () => {
  stored = new StoredRuns();
  const homes = new DatabaseHomes(stored.database);
  on = await tutorOnDiscord({ stores: stored.stores, homes });
});
afterEach(async () => {
  expect(on.discord.refusals.filter(({ code }) => code === 50035)).toEqual([]);
  await on.close();
  await on.tutor.runs.close();
  stored.close();
});

async function untilShows(person: Person, channel: Channel, words: string): Promise<Message> {
  const found = (): Message | undefined =>
    person.answers(channel).find(({ content }) => readable(content).includes(words));
  await on.discord.until(() => found() !== undefined, `"${words}" is seen`);
  const message = found();
  if (!message) throw new Error('it was seen and went');
  return message;
}

async function trains(person: Person): Promise<string> {
  person.slash(on.discord.channel, 'fit', { epochs: 1, batch: 10, pace: 'fast' });
  await untilShows(person, on.discord.channel, 'Done.');
  const [run] = await on.tutor.runs.recent(`discord:${person.id}`, 1);
  return run?.record.id ?? '';
}

test('/forget asks the asker alone, and the button deletes', async () => {
  const { discord } = on;
  const learner = discord.person();
  await trains(learner);
  learner.slash(discord.channel, 'forget');
  const question = await untilShows(learner, discord.channel, 'all I keep about you on Discord');
  expect(readable(question.content)).toContain('1 run, with all');
  expect(question.onlyFor).toBe(learner.id);
  learner.press(question, 'Delete all of it');
  const done = await untilShows(learner, discord.channel, 'it is deleted');
  expect(done.onlyFor).toBe(learner.id);
  expect(await stored.rows()).toEqual({});
});

test('/mydata gives the file to the asker alone', async () => {
  const { discord } = on;
  const learner = discord.person();
  await trains(learner);
  learner.slash(discord.channel, 'mydata');
  const answer = await untilShows(learner, discord.channel, 'Only you get it.');
  expect(answer.onlyFor).toBe(learner.id);
  expect(answer.files.map(({ filename }) => filename)).toEqual(['my-data.json']);
  expect(discord.person().sees(discord.channel)).not.toContain('my-data.json');
});

test('a mention in a channel is answered with a button, whose answer is private', async () => {
  const { discord } = on;
  const learner = discord.person();
  await trains(learner);
  learner.says(discord.channel, `<@${discord.world.botId}> mydata`);
  const offer = await untilShows(learner, discord.channel, 'Others can read along here.');
  expect(offer.files).toEqual([]);
  learner.press(offer, 'Give me my data');
  const answer = await untilShows(learner, discord.channel, 'Only you get it.');
  expect(answer.onlyFor).toBe(learner.id);
});

test('another’s run is not available in another channel', async () => {
  const { discord } = on;
  const id = await trains(discord.person());
  const elsewhere = discord.directMessages();
  const other = discord.person();
  other.slash(elsewhere, 'code', { run: id });
  await untilShows(other, elsewhere, `You have no run ${id}`);
  other.slash(discord.channel, 'code', { run: id });
  await untilShows(other, discord.channel, `Run ${id} as a Keras script`);
});

async function marked(): Promise<readonly unknown[]> {
  const rows = await stored.database.read((sql) => sql.all('SELECT home FROM left_homes'));
  return rows.map(({ home }) => home);
}

test('a server that removes the bot is marked until it adds it again; an outage does not count', async () => {
  const { discord } = on;
  const id = await trains(discord.person());
  const record = await stored.stores.liveMessages.find(id);
  const home = `discord:${discord.guild.id}`;
  expect(record?.place).toMatchObject({ channel: discord.channel.id, home });
  discord.outage(discord.guild);
  discord.removeBot(discord.guild);
  await expect.poll(marked).toEqual([home]);
  discord.addBot(discord.guild);
  await expect.poll(marked).toEqual([]);
  discord.outage(discord.guild);
  // Events arrive in order: once this one is answered, the outage has been handled.
  const learner = discord.person();
  learner.slash(discord.channel, 'help');
  await untilShows(learner, discord.channel, 'Learn how neural networks learn');
  expect(await marked()).toEqual([]);
});

test('a server that removes the bot while the program is down is marked at the next start', async () => {
  const { discord } = on;
  const stays = discord.world.addGuild();
  discord.addBot(stays);
  const homes = new DatabaseHomes(stored.database);
  const present = await stored.database.read((sql) => sql.all('SELECT home FROM homes'));
  expect(present).toEqual([{ home: `discord:${discord.guild.id}` }]);
  await on.platform.close();
  discord.removeBot(discord.guild);
  const again = on.startAgain({ homes });
  await expect.poll(marked).toEqual([`discord:${discord.guild.id}`]);
  await again.close();
  discord.addBot(discord.guild);
  const atLast = on.startAgain({ homes });
  await expect.poll(marked).toEqual([]);
  await atLast.close();
});

test('servers of another shard or platform do not count as missing', async () => {
  const homes = new DatabaseHomes(stored.database);
  const [ofFirst, ofSecond] = [homeOf(String(4n << 22n)), homeOf(String(5n << 22n))];
  for (const home of [ofFirst, ofSecond, 'slack:T1']) await homes.joined(home);
  await homes.present([homeOf(on.discord.guild.id)], isHomeOf.bind(undefined, [1, 2]));
  expect(await marked()).toEqual([ofSecond]);
});
