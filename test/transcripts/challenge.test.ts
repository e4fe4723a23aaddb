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
/** Ids of finished runs. */
let ids: readonly string[];
let people: readonly [Person, Person, Person];

beforeEach(async () => {
  const stores = databaseStores(openMemoryDatabase(), 'no uploads');
  on = { ...(await tutorOnDiscord({ stores })), stores };
  ids = [];
  trainsReally(on.tutor, pool);
  admin = on.discord.person({ name: 'admin', managesServer: true });
  people = [
    on.discord.person({ name: 'Ann' }),
    on.discord.person({ name: '**Ben** @everyone' }),
    on.discord.person({ name: '초롱', locale: 'ko' }),
  ];
});

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

const channel = () => on.discord.channel;

/** The tutor's newest message with these words that the person sees. */
async function reads(person: Person, words: string): Promise<Message> {
  const found = (): Message | undefined =>
    person.answers(channel()).findLast(({ content }) => readable(content).includes(words));
  await on.discord.until(() => found() !== undefined, `"${words}" is read`);
  const message = found();
  if (!message) throw new Error('it was read and went');
  return message;
}

/** What they read, without run ids. */
function words(message: Message): string {
  return ids.reduce((text, id) => text.replaceAll(id, 'RUN'), readable(message.content));
}

/** Trains to the end in the channel. */
async function trains(person: Person, line: string): Promise<void> {
  const place = { platform: 'discord', key: '', channel: channel().id } as const;
  const before = ids.length;
  person.says(channel(), `<@${on.discord.world.botId}> fit ${line} pace:fast`);
  await expect
    .poll(
      async () => {
        ids = await on.stores.challenges.runs(place, 'churn', 0, Infinity);
        return ids.length;
      },
      { timeout: 45_000 },
    )
    .toBe(before + 1);
  // Its end is shown too: five days later Discord would count that as an edit of an old message.
  await Promise.all(ids.map((id) => on.tutor.liveRuns.settled(id)));
}

const sentences = {
  opened: [
    'Challenge',
    'Reach an accuracy (share of right answers) of 0.865 or more on the test rows of churn with the fewest weight updates.',
    'Every run in this channel that starts and ends while the challenge is open takes part automatically',
  ],
  board: [
    '1위 Ann: 800번 고침, accuracy 0.8685, 학습 1번. 학습 RUN: epochs:10 batch:100 layers:32,16 lr:0.01 seed:1',
    '2위 **Ben** @everyone: 1,250번 고침, accuracy 0.8675, 학습 2번 중 가장 좋은 것.',
    '그 밖에 2개의 학습은 도달하지 못했어요.',
  ],
  over: [
    'The challenge is over',
    '- 1. Ann: 800 updates, accuracy 0.8685, 1 run. Run RUN: epochs:10 batch:100 layers:32,16 lr:0.01 seed:1',
    '- 2. **Ben** @everyone: 1,250 updates, accuracy 0.8675, best of 2 runs. Run RUN: epochs:5 batch:32 layers:6,6 lr:0.01 seed:1',
    '2 more runs ended without reaching it.',
    'Ann’s run RUN made 80 updates in each epoch (batch size 100) and 10 epochs: 80 × 10 = 800.',
    'The second, RUN, made 250 × 5 = 1,250 (batch size 32), 450 more: fewer epochs, but so many more updates in each.',
    'Both runs that reached it had 10 epochs or fewer; both others had more.',
    'only runs that differ in a single setting can show what it does.',
  ],
  question: [
    'Challenge: a question',
    '16,896 training rows, batch_size=128. How many iterations make one epoch?',
    'everyone gets one, and nobody sees it before the challenge closes.',
  ],
  answers: [
    '- 16,896: 1 person',
    '- 132 (right): 2 people',
    '16,896 ÷ 128 = 132 batches, and each batch is one iteration.',
    'Right: Ann, 초롱.',
  ],
};

async function readsAll(person: Person, all: readonly string[]): Promise<Message> {
  const message = await reads(person, all[0] ?? '');
  for (const sentence of all) expect(words(message)).toContain(sentence);
  return message;
}

test('two weeks: a goal by runs, then a question', async () => {
  const { tutor, discord } = on;
  const [ann, ben, cho] = people;
  ann.slash(channel(), 'challenge', { action: 'weekly' });
  await reads(ann, 'Only people who can manage this server can start and end challenges');
  admin.slash(channel(), 'challenge', { action: 'weekly' });
  await reads(admin, 'On: one challenge a week in this channel, open for 5 days.');
  const opened = await readsAll(ann, sentences.opened);
  expect(pressables(opened).map(({ label }) => label)).toEqual(['Train on churn', 'Standings']);

  await trains(ann, 'epochs:10 batch:100 lr:0.01 layers:32,16 seed:1');
  await trains(ben, 'epochs:20 lr:0.01 seed:3');
  await trains(ben, 'epochs:5 lr:0.01 seed:1');
  await trains(cho, 'epochs:20 seed:1');
  cho.press(opened, 'Standings');
  const board = await readsAll(cho, ['지금까지의 현황', ...sentences.board]);
  expect(board.onlyFor).toBe(cho.id);

  discord.clock.advance(5 * DAY_MS);
  await tutor.challenges.look();
  const over = await readsAll(ben, sentences.over);
  expect(over.content, 'a name is no markup, and pings nobody').toContain('\\*\\*Ben\\*\\*');
  ben.press(over, 'Compare');
  await readsAll(ben, ['Side by side', 'What differs, in this order:']);

  discord.clock.advance(2 * DAY_MS);
  await tutor.challenges.look();
  const question = await readsAll(ann, sentences.question);
  ann.press(question, '132');
  await readsAll(ann, ['Your answer is saved: 132.']);
  ann.press(question, '133');
  await readsAll(ann, ['You have already answered: 132.']);
  ben.press(question, '16,896');
  await readsAll(ben, ['Your answer is saved: 16,896.']);
  cho.press(question, '132');
  await readsAll(cho, ['답을 적어 뒀어요: 132.']);
  admin.slash(channel(), 'challenge');
  await readsAll(admin, ['3 people have answered so far.']);
  for (const person of people) expect(person.sees(channel())).not.toContain('(right)');
  discord.clock.advance(5 * DAY_MS);
  await tutor.challenges.look();
  // By its full words: another challenge is over too.
  await readsAll(cho, [...sentences.answers, 'The challenge is over']);
  expect(discord.refusals).toEqual([]);
});

test('a removed bot pauses once, in the log alone, and waits for an admin', async () => {
  const { tutor, discord } = on;
  admin.slash(channel(), 'challenge', { action: 'weekly' });
  await reads(admin, 'On: one challenge a week');
  discord.removeBot(discord.guild);
  for (let week = 0; week < 3; week += 1) {
    discord.clock.advance(7 * DAY_MS);
    await tutor.challenges.look();
  }
  expect(tutor.warnings).toEqual(['a channel cannot be written in: its challenges are paused']);
  expect(discord.refusals.map(({ code }) => code)).toEqual([50001]);
});
