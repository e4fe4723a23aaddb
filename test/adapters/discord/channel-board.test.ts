/** Where the bot has too few edits for a channel, runs share its board; token-based answers never do. */
import { afterEach, expect, test } from 'vitest';
import { place } from '../../../src/adapters/discord/keys.js';
import type { Person } from '../../support/discord/person.js';
import { readable } from '../../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import type { Message } from '../../support/discord/world.js';

const BOARD = 'share this message, one line each';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  await on.close();
});

const read = ({ content }: Message): string => readable(content);

function said(): readonly Message[] {
  const { world, channel } = on.discord;
  return world.messages.filter(({ author, channel: where }) => author.isBot && where === channel);
}

async function untilSaid(words: string, times = 1): Promise<readonly Message[]> {
  const found = (): readonly Message[] => said().filter((one) => read(one).includes(words));
  await on.discord.until(() => found().length >= times, `"${words}" is seen`, 20_000);
  return found();
}

function mention(person: Person, options: string): void {
  person.says(on.discord.channel, `<@${on.discord.world.botId}> fit ${options}`);
}

test('the third person to mention the bot joins the board; their end message names them, and pings nobody', async () => {
  // Its bucket allows an edit a second, as Discord's does.
  on = await tutorOnDiscord({ sizes: {}, paceMs: 1_000 });
  const { discord, tutor } = on;
  tutor.pool.hold = true;
  const people = ['Mina', 'Ben', 'Ida'].map((name) => discord.person({ name }));
  for (const [index, person] of people.entries()) {
    mention(person, 'epochs:1 batch:100 pace:fast');
    if (index < 2) await untilSaid('Training starts in a moment', index + 1);
  }
  const [word] = await untilSaid('as number 1');
  const [board] = await untilSaid(BOARD);
  const ida = people[2];
  if (!word || !board || !ida) throw new Error('they were there');
  // Their messages' edits come out of the same bucket.
  await untilSaid('this run continues live in', 2);
  tutor.pool.hold = false;
  for (let epoch = 0; epoch < 2; epoch += 1) (await tutor.pool.next()).finish();
  const ends = await untilSaid('Done.', 3);
  const posted = ends.filter(({ id }) => BigInt(id) > BigInt(board.id));
  expect(posted.map((one) => one.content.startsWith(`<@${ida.id}> · `))).toEqual([true]);
  expect(posted[0]?.pings).toEqual([]);
  await discord.until(
    () => read(board).split('1/1').length - 1 === people.length,
    'the board shows the ends of all three',
    20_000,
  );
  expect(tutor.faults).toEqual([]);
});

test('a slash command is answered by its token, which has its own edits: never on a board', async () => {
  on = await tutorOnDiscord({ sizes: {}, paceMs: 1_000 });
  const { discord, tutor } = on;
  tutor.pool.hold = true;
  for (let learner = 0; learner < 4; learner += 1) {
    discord.person().slash(discord.channel, 'fit', { epochs: 1, batch: 100, pace: 'fast' });
    await untilSaid('Run', learner + 1);
  }
  expect(said().map(read).join()).not.toContain(BOARD);
  tutor.pool.hold = false;
  for (let epoch = 0; epoch < 2; epoch += 1) (await tutor.pool.next()).finish();
  await untilSaid('Done.', 4);
});

test('an end message the next process posts again appears only once: Discord recognizes it', async () => {
  on = await tutorOnDiscord();
  const { discord, platform } = on;
  const where = place({ channelId: discord.channel.id, botReaches: true }, discord.guild.id);
  const end = { blocks: [], spoken: 'Done.' };
  const [first, again] = [
    await platform.port.post(where, end, { once: 'end-k3f9qd' }),
    await platform.port.post(where, end, { once: 'end-k3f9qd' }),
  ];
  expect(again).toEqual(first);
  expect(said()).toHaveLength(1);
});
