/** Many runs in one channel at a time, within its limits. */
import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../support/discord/person.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import { untilShows } from '../../support/discord/until-shows.js';
import type { Message } from '../../support/discord/world.js';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals.filter(({ code }) => code === 50035)).toEqual([]);
  await on.close();
});

const minutes = 60_000;

test('ten runs in one channel: fair, no 429, and every end arrives', async () => {
  // A tenth of Discord's window keeps the test short; the adapter learns it from the headers.
  on = await tutorOnDiscord({ sizes: { edits: { limit: 5, windowMs: 500 } }, paceMs: 100 });
  const { discord } = on;
  const learners = Array.from({ length: 10 }, () => discord.person());
  for (const learner of learners) learner.slash(discord.channel, 'fit', { epochs: 3, batch: 10 });
  await discord.until(
    () => learners[0]?.answers(discord.channel).length === 10,
    'ten messages are there',
  );
  // From here on all of them share the channel's bucket.
  discord.clock.advance(16 * minutes);
  await discord.until(
    () => runMessages().every(({ content }) => content.includes('Done.')),
    'all ten ended',
    30_000,
  );
  expect(discord.refusals.filter(({ status }) => status === 429)).toEqual([]);

  function runMessages(): readonly Message[] {
    return learners[0]?.answers(discord.channel) ?? [];
  }
}, 120_000);

test('ten equal runs by mention in one channel end within 20 % of each other, although limits reset later than Discord says', async () => {
  // A sixth of Discord's, and as long as a busy machine may take to answer.
  const window = { limit: 5, windowMs: 800 };
  const epochs = 12;
  on = await tutorOnDiscord({
    sizes: { edits: window, posts: { limit: 20, windowMs: 500 } },
    paceMs: 100,
  });
  const { discord } = on;
  discord.resetLate(100);
  const learners = Array.from({ length: 10 }, () => discord.person());
  // An earlier run has taught the adapter the window.
  const early = discord.person();
  early.says(discord.channel, `<@${discord.world.botId}> /fit epochs:2 batch:100`);
  const before = await untilShows(on, early, discord.channel, 'Done.');
  for (const learner of learners) {
    learner.says(discord.channel, `<@${discord.world.botId}> /fit epochs:${epochs} batch:100`);
  }
  const messages = (): readonly Message[] =>
    (learners[0]?.answers(discord.channel) ?? []).filter((message) => message !== before);
  const isOver = ({ content }: Message): boolean => content.includes('Done.');
  const trainedEpochs = async ({ id }: Person): Promise<number> =>
    (await on.tutor.runs.recent(`discord:${id}`, 1))[0]?.finished.length ?? 0;
  await discord.until(() => messages().some(isOver), 'the first one ended', 60_000);
  // Edits are frequent enough for all ten that none has to join a board.
  expect(messages()).toHaveLength(10);
  // Counted in epochs, as a busy machine slows them all alike; for seconds see `npm run bench -- platforms`.
  // Of twelve epochs, ten are within 20 %: none is more than a sixth behind.
  const trained = await Promise.all(learners.map(trainedEpochs));
  expect(Math.min(...trained)).toBeGreaterThanOrEqual(epochs * 0.8);
  await discord.until(() => messages().every(isOver), 'all ten ended', 60_000);
  expect(discord.refusals.filter(({ status }) => status === 429)).toEqual([]);
}, 120_000);

test('more simultaneous answers than a channel allows, and limits reset late: no 429, and none is lost', async () => {
  on = await tutorOnDiscord({ sizes: { posts: { limit: 5, windowMs: 300 } } });
  const { discord } = on;
  discord.resetLate(100);
  const learner = discord.person();
  const asked = Array.from({ length: 30 }, () =>
    learner.says(discord.channel, `<@${discord.world.botId}> /explain epoch`),
  );
  await discord.until(
    () => learner.answers(discord.channel).length === asked.length,
    'all are answered',
  );
  expect(discord.refusals).toEqual([]);
});
