/** Runs that outlive their interaction's token. */
import { ChannelType } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { tokenExpired } from '../../support/discord/problems.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import { untilShows } from '../../support/discord/until-shows.js';
import type { Channel } from '../../support/discord/world.js';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals.filter(({ code }) => code === 50035)).toEqual([]);
  await on.close();
});

const minutes = 60_000;

describe('runs that outlive an interaction', () => {
  /** A channel where somebody uses the app, though the bot is not a member. */
  function elsewhere(): Channel {
    const { world } = on.discord;
    const guild = world.addGuild({ botIsMember: false });
    return world.addChannel(guild, ChannelType.GuildText, 'elsewhere');
  }

  /** Two held epochs, started by slash command. @param at the channel, once there is one */
  async function begun(at: () => Channel) {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const channel = at();
    const learner = discord.person();
    learner.slash(channel, 'fit', { epochs: 2, batch: 10 });
    return { discord, tutor, channel, learner };
  }

  test('edits go by the interaction, then by the bot, and the end arrives', async () => {
    const { discord, tutor, learner } = await begun(() => on.discord.channel);
    (await tutor.pool.next()).finish();
    const message = await untilShows(on, learner, discord.channel, 'Epoch 1/2');
    // Discord would no longer accept edits by the token.
    discord.clock.advance(16 * minutes);
    (await tutor.pool.next()).finish();
    await untilShows(on, learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
    expect(discord.refusals).toEqual([]);
  });

  test('a token that expires early: the bot edits, and the token is not tried again', async () => {
    const { discord, tutor, learner } = await begun(() => on.discord.channel);
    const task = await tutor.pool.next();
    const message = await untilShows(on, learner, discord.channel, 'Network');
    for (let tries = 0; tries < 4; tries += 1) {
      discord.trouble('PATCH', /^\/webhooks\//, { kind: 'refusal', problem: tokenExpired() });
    }
    task.finish();
    await untilShows(on, learner, discord.channel, 'Epoch 1/2');
    (await tutor.pool.next()).finish();
    await untilShows(on, learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
    expect(discord.refusals).toHaveLength(1);
  });

  test('if only the token works, it says at the start that the message ends before the run', async () => {
    const { tutor, channel, learner } = await begun(elsewhere);
    const first = await tutor.pool.next();
    first.progress(1, 60_000);
    await untilShows(
      on,
      learner,
      channel,
      'longer than the message can be updated here (15 minutes)',
    );
    first.finish();
    await untilShows(on, learner, channel, '800/800');
    expect(learner.sees(channel), 'it is quicker than it seemed').not.toContain('15 minutes');
  });

  test('if only the token works, the last edit says where the rest is, without a Stop button', async () => {
    const { discord, tutor, channel, learner } = await begun(elsewhere);
    const first = await tutor.pool.next();
    await untilShows(on, learner, channel, 'Network');
    expect(learner.sees(channel)).toContain('[Stop]');
    // 14 of 15 minutes: edits go on for another half a minute.
    discord.clock.advance(14 * minutes);
    first.finish();
    await untilShows(on, learner, channel, 'cannot be updated any longer');
    expect(learner.sees(channel)).not.toContain('[Stop]');
    expect(learner.sees(channel)).toContain('/runs');
    discord.clock.advance(minutes);
    (await tutor.pool.next()).finish();
    learner.slash(channel, 'runs');
    await untilShows(on, learner, channel, 'Your runs');
    expect(discord.refusals).toEqual([]);
  });

  test('if only the token works, the last edit goes out in time although an epoch takes longer', async () => {
    const { discord, tutor, channel, learner } = await begun(elsewhere);
    const epoch = await tutor.pool.next();
    await untilShows(on, learner, channel, 'Network');
    expect(learner.sees(channel)).toContain('[Stop]');
    discord.clock.advance(14 * minutes);
    // The run is idle.
    await untilShows(on, learner, channel, 'cannot be updated any longer');
    expect(learner.sees(channel)).not.toContain('[Stop]');
    discord.clock.advance(minutes);
    epoch.finish();
    (await tutor.pool.next()).finish();
    expect(discord.refusals).toEqual([]);
  });

  test('if only the token works, a run that still waits for a place says where it will be', async () => {
    on = await tutorOnDiscord({ maxRuns: 1 });
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    discord.person().slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
    const epoch = await tutor.pool.next();
    const channel = elsewhere();
    const learner = discord.person();
    learner.slash(channel, 'fit', { epochs: 1, batch: 10 });
    await untilShows(on, learner, channel, 'waiting for a free place');
    discord.clock.advance(14 * minutes);
    await untilShows(on, learner, channel, 'cannot be updated any longer');
    expect(learner.sees(channel)).not.toContain('[Stop]');
    expect(learner.sees(channel)).toContain('/runs');
    epoch.finish();
    tutor.pool.hold = false;
    expect(discord.refusals).toEqual([]);
  });

  test('a run that outlasts its message continues, and /runs has its result', async () => {
    const { discord, tutor, channel, learner } = await begun(elsewhere);
    (await tutor.pool.next()).finish();
    await untilShows(on, learner, channel, 'Epoch 1/2');
    discord.clock.advance(16 * minutes);
    (await tutor.pool.next()).finish();
    learner.slash(channel, 'runs');
    await untilShows(on, learner, channel, 'Your runs');
    expect(learner.sees(channel)).toContain('epochs 2');
    expect(discord.refusals).toEqual([]);
  });
});
