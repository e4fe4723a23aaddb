/** The button under a run that switches to the phone view and back. */
import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../support/discord/person.js';
import { readable } from '../../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import type { Message } from '../../support/discord/world.js';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

async function reads(person: Person, words: string): Promise<Message> {
  const found = (): Message | undefined =>
    person.answers(on.discord.channel).findLast(({ content }) => readable(content).includes(words));
  await on.discord.until(() => found() !== undefined, `"${words}" is read`);
  const message = found();
  if (!message) throw new Error('it was read and went');
  return message;
}

const longest = ({ content }: Message): number => {
  const [, code = ''] = /```\n([\s\S]*?)\n```/.exec(content) ?? [];
  return Math.max(...code.split('\n').map(({ length }) => length));
};

test('while it trains: from the press to the end, and for the next run', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  tutor.pool.hold = true;
  const learner = discord.person();
  const other = discord.person({ name: 'passer-by' });
  learner.slash(discord.channel, 'fit', { epochs: 4, batch: 100 });
  (await tutor.pool.next()).finish();
  const held = await tutor.pool.next();
  const run = await reads(learner, 'Epoch 1/4');
  expect(longest(run)).toBeGreaterThan(60);

  other.press(run, 'Narrow, for phones');
  await reads(other, 'only they can change how it is drawn');
  expect(longest(run)).toBeGreaterThan(60);

  learner.press(run, 'Narrow, for phones');
  expect((await reads(learner, 'in narrow lines')).onlyFor).toBe(learner.id);
  await discord.until(() => longest(run) <= 28, 'it is narrow');
  tutor.pool.hold = false;
  held.finish();
  await reads(learner, 'Done.');
  expect(longest(run)).toBeLessThanOrEqual(28);

  learner.slash(discord.channel, 'fit', { epochs: 1, batch: 100 });
  await discord.until(() => learner.answers(discord.channel).length === 3, 'the next run is there');
  const next = learner.answers(discord.channel).at(-1);
  await discord.until(() => next?.content.includes('Done.') ?? false, 'it is over');
  expect(next && longest(next)).toBeLessThanOrEqual(28);
});

test('when it is over, and back again, with its files', async () => {
  const chart = { name: 'chart.png', mediaType: 'image/png', bytes: Uint8Array.of(1), alt: 'Loss' };
  on = await tutorOnDiscord({ attachments: () => Promise.resolve([chart]) });
  const { discord } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 3, batch: 100 });
  const run = await reads(learner, 'Done.');
  await discord.until(() => run.files.length > 0, 'the chart is there');
  discord.clock.advance(24 * 60 * 60_000);
  learner.press(run, 'Narrow, for phones');
  await discord.until(() => longest(run) <= 28, 'it is narrow');
  expect(run.files).toHaveLength(1);
  learner.press(run, 'As Keras prints it');
  await discord.until(() => longest(run) > 60, 'it is as wide as before');
  expect(learner.answers(discord.channel).filter(({ onlyFor }) => onlyFor === undefined)).toEqual([
    run,
  ]);
});
