/** Runs as people on Discord see them. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import type { Person } from '../../support/discord/person.js';
import { tokenExpired } from '../../support/discord/problems.js';
import { readable } from '../../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
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

async function untilShows(person: Person, channel: Channel, words: string): Promise<Message> {
  const shows = (): Message | undefined =>
    person.answers(channel).find(({ content }) => readable(content).includes(words));
  await on.discord.until(() => shows() !== undefined, `"${words}" is seen`);
  const message = shows();
  if (!message) throw new Error('it was seen and went');
  return message;
}

test('/fit epochs:20 batch:10, from the command to the end, every epoch in the one message', async () => {
  const chart = { name: 'chart.png', mediaType: 'image/png', bytes: Uint8Array.of(1), alt: 'Loss' };
  on = await tutorOnDiscord({ attachments: () => Promise.resolve([chart]) });
  const { discord } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 20, batch: 10 });
  const message = await untilShows(learner, discord.channel, 'Done.');
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

test('in Korean for who uses Discord in Korean', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person({ locale: 'ko' });
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 10 });
  await untilShows(learner, discord.channel, '끝!');
  expect(learner.sees(discord.channel)).toContain('가중치를 1,600번');
});

test('the Stop button stops it, and says so to who pressed', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  tutor.pool.hold = true;
  const learner = discord.person();
  const other = discord.person({ name: 'passer-by' });
  const moderator = discord.person({ name: 'moderator', managesMessages: true });
  learner.slash(discord.channel, 'fit', { epochs: 20, batch: 10 });
  await tutor.pool.next();
  const message = await untilShows(learner, discord.channel, 'Network');

  other.press(message, 'Stop');
  await untilShows(other, discord.channel, 'only');
  expect(message.content).not.toContain('Stopped');
  expect(learner.answers(discord.channel), 'refusals are nobody else’s').toHaveLength(1);

  moderator.press(message, 'Stop');
  await untilShows(learner, discord.channel, 'Stopped');
  expect(learner.answers(discord.channel)).toHaveLength(1);
  expect(moderator.sees(discord.channel)).toContain('only you can see this');
});

test('three quick presses of Run again start one run, and the others are told which', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1, batch: 100 });
  const message = await untilShows(learner, discord.channel, 'Done.');
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

test('buttons explain privately, also long after', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  const other = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
  const message = await untilShows(learner, discord.channel, 'Done.');
  discord.clock.advance(24 * 60 * minutes);
  other.press(message, 'epoch');
  await untilShows(other, discord.channel, 'One epoch is one trip');
  expect(learner.sees(discord.channel)).not.toContain('One epoch is one trip');
});

test('a button of a run that is gone answers kindly', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  const old = discord.world.addMessage({
    channel: discord.channel,
    author: { id: discord.world.botId, name: 'tutor', isBot: true },
  });
  learner.pressId(old, '/code zzzzzz');
  await untilShows(learner, discord.channel, 'zzzzzz');
  expect(learner.sees(discord.channel)).toContain('only you can see this');
});

describe('longer than an interaction lives', () => {
  test('edits go by the interaction, then by the bot, and the end arrives', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 2, batch: 10 });
    (await tutor.pool.next()).finish();
    const message = await untilShows(learner, discord.channel, 'Epoch 1/2');
    // Discord would let nobody edit by the token now.
    discord.clock.advance(16 * minutes);
    (await tutor.pool.next()).finish();
    await untilShows(learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
    expect(discord.refusals).toEqual([]);
  });

  test('a token that dies before its time: the bot edits, and the token is not tried again', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 2, batch: 10 });
    const task = await tutor.pool.next();
    const message = await untilShows(learner, discord.channel, 'Network');
    for (let tries = 0; tries < 4; tries += 1) {
      discord.trouble('PATCH', /^\/webhooks\//, { kind: 'refusal', problem: tokenExpired() });
    }
    task.finish();
    await untilShows(learner, discord.channel, 'Epoch 1/2');
    (await tutor.pool.next()).finish();
    await untilShows(learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
    expect(discord.refusals).toHaveLength(1);
  });

  test('where only the token works, it says at the start that the message ends before the run', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const channel = elsewhere();
    const learner = discord.person();
    learner.slash(channel, 'fit', { epochs: 2, batch: 10 });
    const first = await tutor.pool.next();
    first.progress(1, 60_000);
    await untilShows(learner, channel, 'longer than the message can be updated here (15 minutes)');
    first.finish();
    await untilShows(learner, channel, '800/800');
    expect(learner.sees(channel), 'it is quicker than it seemed').not.toContain('15 minutes');
  });

  /** A channel where the app was brought along by somebody, without being a member. */
  function elsewhere(): Channel {
    const { world } = on.discord;
    const guild = world.addGuild({ botIsMember: false });
    return world.addChannel(guild, ChannelType.GuildText, 'elsewhere');
  }

  test('where only the token works, the last edit says where the rest is, without a Stop button', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const channel = elsewhere();
    const learner = discord.person();
    learner.slash(channel, 'fit', { epochs: 2, batch: 10 });
    const first = await tutor.pool.next();
    await untilShows(learner, channel, 'Network');
    expect(learner.sees(channel)).toContain('[Stop]');
    // 14 minutes of 15: edits go on for half a minute.
    discord.clock.advance(14 * minutes);
    first.finish();
    await untilShows(learner, channel, 'cannot be updated any longer');
    expect(learner.sees(channel)).not.toContain('[Stop]');
    expect(learner.sees(channel)).toContain('/runs');
    discord.clock.advance(minutes);
    (await tutor.pool.next()).finish();
    learner.slash(channel, 'runs');
    await untilShows(learner, channel, 'Your runs');
    expect(discord.refusals).toEqual([]);
  });

  test('where only the token works, the last edit goes out in time although an epoch takes longer', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const channel = elsewhere();
    const learner = discord.person();
    learner.slash(channel, 'fit', { epochs: 2, batch: 10 });
    const epoch = await tutor.pool.next();
    await untilShows(learner, channel, 'Network');
    expect(learner.sees(channel)).toContain('[Stop]');
    discord.clock.advance(14 * minutes);
    // Nothing happens in the run.
    await untilShows(learner, channel, 'cannot be updated any longer');
    expect(learner.sees(channel)).not.toContain('[Stop]');
    discord.clock.advance(minutes);
    epoch.finish();
    (await tutor.pool.next()).finish();
    expect(discord.refusals).toEqual([]);
  });

  test('where only the token works, a run that still waits for a place says where it will be', async () => {
    on = await tutorOnDiscord({ maxRuns: 1 });
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    discord.person().slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
    const epoch = await tutor.pool.next();
    const channel = elsewhere();
    const learner = discord.person();
    learner.slash(channel, 'fit', { epochs: 1, batch: 10 });
    await untilShows(learner, channel, 'waiting for a free place');
    discord.clock.advance(14 * minutes);
    await untilShows(learner, channel, 'cannot be updated any longer');
    expect(learner.sees(channel)).not.toContain('[Stop]');
    expect(learner.sees(channel)).toContain('/runs');
    epoch.finish();
    tutor.pool.hold = false;
    expect(discord.refusals).toEqual([]);
  });

  test('a run that outlasts its message goes on, and /runs has its result', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const channel = elsewhere();
    const learner = discord.person();
    learner.slash(channel, 'fit', { epochs: 2, batch: 10 });
    (await tutor.pool.next()).finish();
    await untilShows(learner, channel, 'Epoch 1/2');
    discord.clock.advance(16 * minutes);
    (await tutor.pool.next()).finish();
    learner.slash(channel, 'runs');
    await untilShows(learner, channel, 'Your runs');
    expect(learner.sees(channel)).toContain('epochs 2');
    expect(discord.refusals).toEqual([]);
  });
});

describe('what can befall a message', () => {
  async function begun(): Promise<{ learner: Person; message: Message }> {
    const { discord, tutor } = on;
    tutor.pool.hold = true;
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 3, batch: 10 });
    (await tutor.pool.next()).finish();
    return { learner, message: await untilShows(learner, discord.channel, 'Epoch 1/3') };
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

  test('the bot loses its permissions and the token is over: no more tries, and the run goes on', async () => {
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
    // One edit, one fresh message, and once more for the end.
    expect(discord.refusals.filter(({ status }) => status === 403).length).toBeLessThanOrEqual(4);
  });

  test('Discord stumbles: 5xx, cut connections and lost answers are tried again, without a twin', async () => {
    on = await tutorOnDiscord();
    const { discord, tutor } = on;
    const { learner, message } = await begun();
    for (const kind of ['server-error', 'lost-answer'] as const) {
      discord.trouble('PATCH', /\/messages\//, { kind });
    }
    (await tutor.pool.next()).finish();
    (await tutor.pool.next()).finish();
    await untilShows(learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
  });

  test('Discord says nothing at all: the edit is given up after a while, and goes out again', async () => {
    on = await tutorOnDiscord({ timeoutMs: 200 });
    const { discord, tutor } = on;
    const { learner, message } = await begun();
    discord.trouble('PATCH', /\/messages\//, { kind: 'silence' });
    (await tutor.pool.next()).finish();
    (await tutor.pool.next()).finish();
    await untilShows(learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toEqual([message]);
  });

  test('the answer to a command gets lost: it is written over, not said twice', async () => {
    on = await tutorOnDiscord();
    const { discord } = on;
    discord.trouble('POST', /\/callback$/, { kind: 'lost-answer' });
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 1, batch: 10 });
    await untilShows(learner, discord.channel, 'Done.');
    expect(learner.answers(discord.channel)).toHaveLength(1);
  });

  async function runOf(person: Person): ReturnType<typeof on.tutor.newest> {
    const [run] = await on.tutor.runs.recent(`discord:${person.id}`, 1);
    if (!run) throw new Error('there is no run');
    return run;
  }
});

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
  // From now on all share the channel's bucket.
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
}, 40_000);

test('ten equal runs by mention in one channel end within 20 % of each other, although limits end later than Discord says', async () => {
  // A sixth of Discord's, as long as a busy machine may take over an answer.
  const window = { limit: 5, windowMs: 800 };
  const epochs = 12;
  on = await tutorOnDiscord({
    sizes: { edits: window, posts: { limit: 20, windowMs: 500 } },
    paceMs: 100,
  });
  const { discord } = on;
  discord.resetLate(100);
  const learners = Array.from({ length: 10 }, () => discord.person());
  // Of one before them the adapter knows the window.
  const early = discord.person();
  early.says(discord.channel, `<@${discord.world.botId}> /fit epochs:2 batch:100`);
  const before = await untilShows(early, discord.channel, 'Done.');
  for (const learner of learners) {
    learner.says(discord.channel, `<@${discord.world.botId}> /fit epochs:${epochs} batch:100`);
  }
  const messages = (): readonly Message[] =>
    (learners[0]?.answers(discord.channel) ?? []).filter((message) => message !== before);
  const isOver = ({ content }: Message): boolean => content.includes('Done.');
  const trainedEpochs = async ({ id }: Person): Promise<number> =>
    (await on.tutor.runs.recent(`discord:${id}`, 1))[0]?.finished.length ?? 0;
  await discord.until(() => messages().some(isOver), 'the first one ended', 60_000);
  // Edits for all ten are quick enough that none has to join a board.
  expect(messages()).toHaveLength(10);
  // In epochs, as a busy machine slows all of them alike; seconds: `npm run bench -- platforms`. Of twelve,
  // ten are within 20 %: none is more than a sixth behind.
  const trained = await Promise.all(learners.map(trainedEpochs));
  expect(Math.min(...trained)).toBeGreaterThanOrEqual(epochs * 0.8);
  await discord.until(() => messages().every(isOver), 'all ten ended', 60_000);
  expect(discord.refusals.filter(({ status }) => status === 429)).toEqual([]);
}, 120_000);

test('more answers at once than a channel takes, and limits end late: no 429, and none is lost', async () => {
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

test('a restart finds the message again', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor, platform } = on;
  tutor.pool.hold = true;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 2, batch: 10 });
  (await tutor.pool.next()).finish();
  const message = await untilShows(learner, discord.channel, 'Epoch 1/2');
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
