/** The one answer to an interaction, whatever happens to the requests that make it. */
import { afterEach, describe, expect, test } from 'vitest';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import { acceptedOn } from '../../support/accepted.js';
import { Tutor } from '../../support/tutor.js';
import { missingPermissions } from '../../support/discord/problems.js';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals.filter(({ code }) => code === 50035)).toEqual([]);
  await on.close();
});

const callback = /\/callback$/;
const original = /\/messages\/@original$/;

describe('acknowledged without a body (204)', () => {
  test('ten learners: every run continues in its own message, and nothing is reported broken', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const learners = Array.from({ length: 10 }, () => discord.person());
    for (const learner of learners) {
      discord.trouble('POST', callback, { kind: 'no-content' });
      learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
    }
    const seen = (): string => learners[0]?.sees(discord.channel) ?? '';
    await discord.until(() => seen().match(/Done\./g)?.length === 10, 'ten runs ended');
    expect(seen()).not.toContain('Something broke');
    expect(learners[0]?.answers(discord.channel)).toHaveLength(10);
    expect(tutor.faults).toEqual([]);
  });

  test('and Discord does not say which message it is: the run is edited all the same', async () => {
    on = await tutorOnDiscord();
    const { discord } = on;
    const learner = discord.person();
    discord.trouble('POST', callback, { kind: 'no-content' });
    discord.trouble('GET', original, { kind: 'refusal', problem: missingPermissions() });
    learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
    await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
    expect(learner.answers(discord.channel)).toHaveLength(1);
    expect(learner.sees(discord.channel)).not.toContain('Something broke');
  });
});

test('a placeholder that cannot be removed neither blocks the answer nor shows it to others', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  const other = discord.person();
  // Visible to everyone while being looked up, then answered to the asker alone.
  discord.trouble('DELETE', original, { kind: 'refusal', problem: missingPermissions() });
  const { preferences } = on.tutor;
  const get = preferences.get.bind(preferences);
  preferences.get = async (user) => {
    await discord.until(() => other.sees(discord.channel).includes('is thinking'), 'it thinks');
    return get(user);
  };
  learner.slash(discord.channel, 'fit', { epochs: 0 });
  await discord.until(() => learner.sees(discord.channel).includes('epochs'), 'it is told');
  expect(other.sees(discord.channel)).not.toContain('epochs');
});

test('trouble after an answer was shown never overwrites the answer', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  // Every retry takes effect or finds the work done, yet none gets a response.
  for (let tries = 0; tries < 4; tries += 1) {
    discord.trouble('POST', callback, { kind: 'lost-answer' });
  }
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
  await discord.until(() => learner.sees(discord.channel).includes('Something broke'), 'it ends');
  const [shown, trouble] = learner.answers(discord.channel);
  expect(shown?.content).toContain('Run ');
  expect(trouble?.content).toContain('Something broke');
});

describe('a proxy in front of Discord answers in its own format', () => {
  test.each([200, 502, 503])(
    '%i: a command is answered, and its run is shown to the end',
    async (status) => {
      on = await tutorOnDiscord();
      const { discord, tutor } = on;
      const learner = discord.person();
      discord.trouble('POST', callback, { kind: 'proxy', status });
      learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
      await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
      expect(learner.answers(discord.channel)).toHaveLength(1);
      expect(learner.sees(discord.channel)).not.toContain('Something broke');
      expect(tutor.faults).toEqual([]);
    },
  );

  test.each([200, 502, 503])(
    '%i: a mention is answered once, and its end arrives',
    async (status) => {
      on = await tutorOnDiscord();
      const { discord, tutor } = on;
      tutor.pool.hold = true;
      const learner = discord.person();
      discord.trouble('POST', /^\/channels\/\d+\/messages$/, { kind: 'proxy', status });
      learner.says(discord.channel, `<@${discord.world.botId}> /fit epochs:1 batch:100`);
      const task = await tutor.pool.next();
      await discord.until(() => learner.sees(discord.channel).includes('Network'), 'it begins');
      discord.trouble('PATCH', /\/messages\/\d+$/, { kind: 'proxy', status });
      task.finish();
      await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
      expect(learner.answers(discord.channel)).toHaveLength(1);
      expect(learner.sees(discord.channel)).not.toContain('Something broke');
    },
  );
});

describe('the same interaction twice', () => {
  test('delivered twice to one process: one run', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const learner = discord.person();
    const { id } = learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
    discord.gateway.deliverAgain(id);
    await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
    const runs = await tutor.runs.recent(`discord:${learner.id}`, 5);
    expect(runs.map(({ record }) => record.requestId)).toEqual([`discord:${id}`]);
    expect(learner.answers(discord.channel)).toHaveLength(1);
  });

  test('taken by two unconnected processes, as during an upgrade: one run, and no trouble', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const other = new Tutor();
    const upgraded = on.startAgain({
      accepted: acceptedOn(undefined, discord.clock.nowMs),
      dispatcher: other.dispatcher,
    });
    other.liveRuns.addPlatform(upgraded.port);
    await upgraded.serving;
    const learner = discord.person();
    const answeredTwice = (): boolean =>
      on.log.some(({ message }) => message.includes('another process answers'));
    learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
    await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it ended');
    await discord.until(answeredTwice, 'the other one noticed');
    const runs = await Promise.all(
      [tutor, other].map(({ runs }) => runs.recent(`discord:${learner.id}`, 5)),
    );
    expect(runs.flat()).toHaveLength(1);
    expect(learner.answers(discord.channel)).toHaveLength(1);
    expect([...tutor.faults, ...other.faults]).toEqual([]);
    await upgraded.close();
  });
});
