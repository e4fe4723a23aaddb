/** What can happen to a run's message. */
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
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

describe('what can happen to a message', () => {
  async function begun(): Promise<{ learner: Person; message: Message }> {
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 3, batch: 10 });
    (await tutor.pool.next()).finish();
    return { learner, message: await untilShows(on, learner, discord.channel, 'Epoch 1/3') };
  }

  test('deleted: the run stops, and the log says so', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const { learner, message } = await begun();
    message.isDeleted = true;
    (await tutor.pool.next()).finish();
    await discord.until(
      () => on.log.some((line) => line.message.includes('deleted')),
      'it is logged',
    );
    const state = await tutor.runs.ended((await runOf(learner)).record.id);
    expect(state.phase).toBe('stopped');
    expect(discord.refusals.filter(({ code }) => code === 10008).length).toBe(1);
  });

  test('the bot loses its permissions and the token has expired: no more retries, and the run continues', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const { learner } = await begun();
    discord.clock.advance(16 * minutes);
    discord.channel.botPermissions &= ~PermissionFlagsBits.ViewChannel;
    (await tutor.pool.next()).finish();
    (await tutor.pool.next()).finish();
    const state = await tutor.runs.ended((await runOf(learner)).record.id);
    expect(state.phase).toBe('completed');
    await tutor.liveRuns.settled(state.record.id);
    // One edit, one new message, and one more attempt at the end.
    expect(discord.refusals.filter(({ status }) => status === 403).length).toBeLessThanOrEqual(4);
  });

  test('Discord falters: 5xx, cut connections and lost answers are retried, without duplicates', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const { learner, message } = await begun();
    for (const kind of ['server-error', 'lost-answer'] as const) {
      discord.trouble('PATCH', /\/messages\//, { kind });
    }
    (await tutor.pool.next()).finish();
    (await tutor.pool.next()).finish();
    await untilShows(on, learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
  });

  test('Discord does not answer at all: the edit is given up after a while, and sent again', async () => {
    on = await tutorOnDiscord({ timeoutMs: 200 });
    const { discord, tutor } = on;
    const { learner, message } = await begun();
    discord.trouble('PATCH', /\/messages\//, { kind: 'silence' });
    (await tutor.pool.next()).finish();
    (await tutor.pool.next()).finish();
    await untilShows(on, learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
  });

  test('the answer to a command gets lost: it is overwritten, not repeated', async () => {
    on = await tutorOnDiscord();
    const { discord } = on;
    discord.trouble('POST', /\/callback$/, { kind: 'lost-answer' });
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
    await untilShows(on, learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toHaveLength(1);
  });

  async function runOf(person: Person): ReturnType<typeof on.tutor.newest> {
    const [run] = await on.tutor.runs.recent(`discord:${person.id}`, 1);
    if (!run) throw new Error('there is no run');
    return run;
  }
});
