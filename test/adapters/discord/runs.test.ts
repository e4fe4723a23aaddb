/** Runs as people on Discord see them. */
import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../support/discord/person.js';
import { readable } from '../../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import { untilShows } from '../../support/discord/until-shows.js';
import type { Channel, Message } from '../../support/discord/world.js';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals.filter(({ code }) => code === 50035)).toEqual([]);
  await on.close();
});

const minutes = 60_000;

function runMessage(person: Person, channel: Channel): Message | undefined {
  return person.answers(channel).at(-1);
}

test('/fit epochs:20 batch:10, from the command to the end, every epoch in the one message', async () => {
  const chart = { name: 'chart.png', mediaType: 'image/png', bytes: Uint8Array.of(1), alt: 'Loss' };
  on = await tutorOnDiscord({ attachments: () => Promise.resolve([chart]) });
  const { discord } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 20, batch: 10 });
  const message = await untilShows(on, learner, discord.channel, 'Done.');
  await discord.until(() => message.files.length > 0, 'the chart is there');

  expect(learner.answers(discord.channel)).toEqual([message]);
  for (let epoch = 1; epoch <= 20; epoch += 1) {
    const seen = message.history.some((content) => content.includes(`Epoch ${epoch}/20`));
    expect(seen, `epoch ${epoch} was seen`).toBe(true);
  }
  const end = learner.sees(discord.channel);
  expect(end).toContain('800/800 [==============================]');
  expect(end).toContain('20 epochs × 800 iterations = 16,000 weight updates');
  expect(end).toContain('(chart.png: Loss)');
  expect(end).toContain('[Run again]');
  expect(discord.refusals).toEqual([]);
});

test('in Korean for people who use Discord in Korean', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person({ locale: 'ko' });
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 10 });
  await untilShows(on, learner, discord.channel, '끝!');
  expect(learner.sees(discord.channel)).toContain('가중치를 1,600번');
});

test('the Stop button stops it, and confirms it to the person who pressed', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  tutor.pool.hold = true;
  const learner = discord.person();
  const other = discord.person({ name: 'passer-by' });
  const moderator = discord.person({ name: 'moderator', managesMessages: true });
  learner.slash(discord.channel, 'fit', { epochs: 20, batch: 10 });
  await tutor.pool.next();
  const message = await untilShows(on, learner, discord.channel, 'Network');

  other.press(message, 'Stop');
  await untilShows(on, other, discord.channel, 'only');
  expect(message.content).not.toContain('Stopped');
  expect(learner.answers(discord.channel), 'refusals are nobody else’s').toHaveLength(1);

  moderator.press(message, 'Stop');
  await untilShows(on, learner, discord.channel, 'Stopped');
  expect(learner.answers(discord.channel)).toHaveLength(1);
  expect(moderator.sees(discord.channel)).toContain('only you can see this');
});

test('three quick presses of Run again start one run, and the other presses are told which', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1, batch: 100 });
  const message = await untilShows(on, learner, discord.channel, 'Done.');
  for (let press = 0; press < 3; press += 1) learner.press(message, 'Run again');
  await discord.until(
    () => learner.sees(discord.channel).split('Done.').length === 3,
    'the second one ended',
  );
  await discord.until(() => learner.answers(discord.channel).length === 4, 'all are answered');
  const [again, first, ...others] = await tutor.runs.recent(`discord:${learner.id}`, 5);
  expect(others).toEqual([]);
  expect(message.content).toContain(first?.record.id);
  const told = learner.answers(discord.channel).filter(({ onlyFor }) => onlyFor === learner.id);
  expect(told).toHaveLength(2);
  for (const { content } of told) {
    expect(readable(content)).toMatch(
      new RegExp(`${again?.record.id ?? ''}|your first press is enough`),
    );
  }
});

test('buttons explain privately, even long after', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  const other = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
  const message = await untilShows(on, learner, discord.channel, 'Done.');
  discord.clock.advance(24 * 60 * minutes);
  other.press(message, 'epoch');
  await untilShows(on, other, discord.channel, 'One epoch is one trip');
  expect(learner.sees(discord.channel)).not.toContain('One epoch is one trip');
});

test('a button of a run that is gone gets a friendly answer', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  const old = discord.world.addMessage({
    channel: discord.channel,
    author: { id: discord.world.botId, name: 'tutor', isBot: true },
  });
  learner.pressId(old, '/code zzzzzz');
  await untilShows(on, learner, discord.channel, 'zzzzzz');
  expect(learner.sees(discord.channel)).toContain('only you can see this');
});

test('a restart finds the message again', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor, platform } = on;
  tutor.pool.hold = true;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 10 });
  (await tutor.pool.next()).finish();
  const message = await untilShows(on, learner, discord.channel, 'Epoch 1/2');
  const [record] = await tutor.runs.recent(`discord:${learner.id}`, 1);
  const kept = await tutor.liveMessages.find(record?.record.id ?? '');
  if (!kept?.ref) throw new Error('the message was not kept');
  discord.clock.advance(16 * minutes);
  await platform.port.edit(kept.ref, {
    blocks: [{ kind: 'text', text: [{ text: 'as the next process writes it' }] }],
    spoken: '',
  });
  expect(message.content).toBe('as the next process writes it');
  expect(runMessage(learner, discord.channel)).toBe(message);
  tutor.pool.hold = false;
});
