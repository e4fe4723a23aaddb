/** A week of challenges among three people and their admin, as they read it on Discord. */
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { databaseStores } from '../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import type { Person } from '../support/discord/person.js';
import { readable } from '../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../support/discord/tutor-on-discord.js';
import { pressables, type Message } from '../support/discord/world.js';
import { trainsReally } from '../support/really-trained.js';
import { realPool } from '../support/slow-motion.js';

const DAY_MS = 86_400_000;
const pool = realPool();
afterAll(() => pool.close());

type Stores = ReturnType<typeof databaseStores>;

let on: TutorOnDiscord & { readonly stores: Stores };
let admin: Person;
let people: readonly [Person, Person, Person];

beforeEach(async () => {
  const stores = databaseStores(openMemoryDatabase(), 'no uploads');
  on = { ...(await tutorOnDiscord({ stores })), stores };
  trainsReally(on.tutor, pool);
  admin = on.discord.person({ name: 'admin', managesServer: true });
  people = [
    on.discord.person({ name: 'Ann' }),
    on.discord.person({ name: '**Ben** @everyone' }),
    on.discord.person({ name: '초롱', locale: 'ko' }),
  ];
});

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

const channel = () => on.discord.channel;

/** The newest message of the tutor's that somebody sees and that holds these words. */
async function reads(person: Person, words: string): Promise<Message> {
  const found = (): Message | undefined =>
    person.answers(channel()).findLast(({ content }) => readable(content).includes(words));
  await on.discord.until(() => found() !== undefined, `"${words}" is read`);
  const message = found();
  if (!message) throw new Error('it was read and went');
  return message;
}

/** What they read, ids of runs aside. */
function words(message: Message): string {
  return readable(message.content).replaceAll(/\b(?=\w*\d)[2-9bcdfghjkmnpqrstvwxyz]{6}\b/g, 'RUN');
}

async function trains(person: Person, line: string): Promise<void> {
  const before = await over();
  person.says(channel(), `<@${on.discord.world.botId}> fit ${line} pace:fast`);
  while ((await over()) === before) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Runs that are over in the channel. */
async function over(): Promise<number> {
  const place = { platform: 'discord', key: '', channel: channel().id } as const;
  return (await on.stores.challenges.runs(place, 'churn', 0, Infinity)).length;
}

test('x', async () => {
  const { tutor, discord } = on;
  const [ann, ben, cho] = people;
  admin.slash(channel(), 'challenge', { action: 'weekly' });
  console.log(words(await reads(admin, 'On: one')));
  console.log(words(await reads(ann, 'Challenge')));
  await trains(ann, 'epochs:10 batch:100 lr:0.01 layers:32,16 seed:1');
  await trains(ben, 'epochs:20 lr:0.01 seed:3');
  await trains(ben, 'epochs:5 lr:0.01 seed:1');
  await trains(cho, 'epochs:20 seed:1');
  ann.slash(channel(), 'challenge');
  console.log(words(await reads(ann, 'so far')));
  cho.slash(channel(), 'challenge');
  console.log(words(await reads(cho, '현황')));
  discord.clock.advance(5 * DAY_MS);
  await tutor.challenges.look();
  console.log(words(await reads(ann, 'is over')));
  ann.press(await reads(ann, 'is over'), 'Compare');
  console.log(words(await reads(ann, 'Side by side')));
  discord.clock.advance(2 * DAY_MS);
  await tutor.challenges.look();
  const q = await reads(ann, 'a question');
  console.log(words(q), JSON.stringify(pressables(q).map((x) => x.label)));
  const labels = pressables(q).map(({ label }) => label);
  ann.press(q, labels[0]!);
  console.log(words(await reads(ann, 'kept')));
  ann.press(q, labels[1]!);
  console.log(words(await reads(ann, 'already')));
  ben.press(q, labels[2]!);
  cho.press(q, labels[1]!);
  console.log(words(await reads(cho, '적어')));
  await reads(ben, 'kept');
  ben.slash(channel(), 'challenge');
  console.log(words(await reads(ben, 'so far')));
  discord.clock.advance(5 * DAY_MS);
  await tutor.challenges.look();
  console.log(words(await reads(ann, 'is over')));
});
