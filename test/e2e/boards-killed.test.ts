/**
 * A duel, a sweep and a class on Discord and on Slack at once; the program is killed as by a power cut:
 * before the duel begins, while all of them train, and as the class closes. The room has its own tests for
 * these.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChannelType } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { TIME_TO_BET_MS } from '../../src/tutor/duel/duel.js';
import { computed, keptRuns, type KeptRun } from '../support/kept-runs.js';
import { shownText } from '../support/slack/world.js';
import { comes, crashes, Stage } from '../torture/stage.js';
import { unlikeUndisturbed } from '../torture/undisturbed.js';

const PATIENCE_MS = 150_000;
const LEARNERS = 3;

const shiftedClock = fileURLToPath(new URL('../torture/shifted-clock.mjs', import.meta.url));

const wishes = {
  duel: { batch: '10,100', epochs: 12, seed: 3 },
  sweep: { batch: '10,100', epochs: 12, layers: '64,64', seed: 5, pace: 'fast' },
  class: { action: 'start', batch: '10,100', epochs: 20, minutes: 60, seed: 7 },
} as const;
type Kind = keyof typeof wishes;
const kinds = ['duel', 'sweep', 'class'] as const;

const titles: Readonly<Record<Kind, string>> = {
  duel: 'Duel: batch',
  sweep: 'Sweep over batch',
  class: 'Class lab of',
};
const ends: Readonly<Record<Kind, string>> = {
  duel: 'At equal epochs',
  sweep: 'so there was time for',
  class: 'Runs that count, by value',
};

/** What people do on one platform, and what it shows. */
interface Lesson {
  readonly name: string;
  readonly ask: (kind: Kind) => void;
  readonly join: () => void;
  readonly closeJoining: () => void;
  /** All our messages of that kind in the channel. */
  readonly shown: (kind: Kind) => readonly string[];
}

function onDiscord({ discord }: Stage): Lesson {
  const { world, guild, channel } = discord;
  const channels = new Map(
    kinds.map((kind) => [kind, world.addChannel(guild, ChannelType.GuildText, kind)]),
  );
  const at = (kind: Kind) => channels.get(kind) ?? channel;
  const [teacher, ...learners] = Array.from({ length: 1 + LEARNERS }, () => discord.person());
  const askers = { duel: discord.person(), sweep: discord.person(), class: teacher };
  const messages = (kind: Kind) =>
    world.messages.filter((one) => one.author.isBot && one.channel === at(kind) && !one.isDeleted);
  const board = () => messages('class').find(({ content }) => content.includes(titles.class));
  return {
    name: 'Discord',
    ask: (kind) => askers[kind]?.slash(at(kind), kind, wishes[kind]),
    join: () => {
      const there = board();
      for (const learner of learners) if (there) learner.press(there, 'Join');
    },
    closeJoining: () => {
      const there = board();
      if (there) teacher?.press(there, 'End joining');
    },
    shown: (kind) => messages(kind).map(({ content }) => content),
  };
}

function onSlack({ slack }: Stage): Lesson {
  const { world } = slack;
  const channels = new Map(kinds.map((kind) => [kind, world.addChannel(kind)]));
  const at = (kind: Kind) => channels.get(kind) ?? slack.channel;
  const [teacher, ...learners] = Array.from({ length: 1 + LEARNERS }, () => slack.person({}));
  const askers = { duel: slack.person({}), sweep: slack.person({}), class: teacher };
  const messages = (kind: Kind) =>
    world.messages.filter(
      (one) => one.author === 'tutor' && one.channel === at(kind) && !one.isDeleted,
    );
  const textOf = ({ text, blocks }: (typeof world.messages)[number]) => shownText(text, blocks);
  const board = () => messages('class').find((one) => textOf(one).includes(titles.class));
  return {
    name: 'Slack',
    ask: (kind) => {
      const { action, ...options } = { action: '', ...wishes[kind] };
      const given = Object.entries(options).map(([name, value]) => `${name}:${value}`);
      askers[kind]?.slash(at(kind), `/${kind}`, [action, ...given].join(' ').trim());
    },
    join: () => {
      const there = board();
      for (const learner of learners) if (there) learner.press(there, 'Join');
    },
    closeJoining: () => {
      const there = board();
      if (there) teacher?.press(there, 'End joining');
    },
    shown: (kind) => messages(kind).map(textOf),
  };
}

let stage: Stage | undefined;
afterEach(() => stage?.close());

test('killed three times, each ends once, in its one message, with the numbers of an undisturbed one', async () => {
  stage = await Stage.open();
  const here = stage;
  const lessons = [onDiscord(here), onSlack(here)];
  const boardsOf = ({ shown }: Lesson, kind: Kind) =>
    shown(kind).filter((text) => text.includes(titles[kind]));
  const until = async (what: string, isSo: (lesson: Lesson) => boolean): Promise<void> => {
    const isThere = await comes(() => Promise.resolve(lessons.every(isSo)), PATIENCE_MS, 20);
    const seen = lessons.map(({ name, shown }) => [name, kinds.map((kind) => shown(kind))]);
    if (!isThere) throw new Error(`in vain until ${what}: ${JSON.stringify(seen, null, 1)}`);
  };

  const clock = join(here.dataDir, 'clock');
  writeFileSync(clock, '0');
  const start = () => here.start({ CLOCK_FILE: clock }, ['--import', shiftedClock]);
  let program = await start();
  const restart = async (): Promise<void> => {
    await here.kill(program);
    expect(crashes(program)).toEqual([]);
    program = await start();
  };
  for (const lesson of lessons) for (const kind of kinds) lesson.ask(kind);
  await until('the boards are there', (one) => kinds.every((kind) => boardsOf(one, kind)[0]));
  for (const lesson of lessons) lesson.join();
  await until(
    'all are on the board of their class',
    (one) => boardsOf(one, 'class')[0]?.match(/learner batch_size/g)?.length === LEARNERS,
  );
  // The duels have not begun, unless that took longer than the time to bet. The power stays off until betting
  // is over.
  writeFileSync(clock, String(TIME_TO_BET_MS));
  await restart();
  await until('the duels and classes train', (one) =>
    (['duel', 'class'] as const).every((kind) => hasTrained(boardsOf(one, kind)[0] ?? '')),
  );
  await restart();
  for (const lesson of lessons) lesson.closeJoining();
  await until('joining is over', (one) => boardsOf(one, 'class')[0]?.includes('is over') ?? false);
  await restart();
  await until('each says what came out', (one) =>
    kinds.every((kind) => boardsOf(one, kind)[0]?.includes(ends[kind])),
  );
  for (const lesson of lessons) {
    for (const kind of kinds) {
      expect(boardsOf(lesson, kind), `${kind} on ${lesson.name}`).toHaveLength(1);
    }
  }
  await here.terminate(program);
  const runs = await keptRuns(here.dataDir);
  const [discords, slacks] = ['discord', 'slack'].map((platform) =>
    runs.filter(({ state }) => state.record.ownerId.startsWith(`${platform}:`)),
  );
  // Two of the duel, three of the class, and each value of the sweep with three seeds.
  expect(discords?.map(setting).toSorted()).toHaveLength(2 + LEARNERS + 2 * 3);
  expect(slacks?.map(setting).toSorted()).toEqual(discords?.map(setting).toSorted());
  expect(runs.map(({ state }) => state.phase)).toEqual(runs.map(() => 'completed'));
  expect(runs.filter(({ state }) => state.resumedAfter.length > 0)).not.toEqual([]);
  for (const run of discords ?? []) {
    const other = slacks?.find((one) => setting(one) === setting(run));
    expect(computed(other), setting(run)).toEqual(computed(run));
  }
  expect((await unlikeUndisturbed(discords ?? [], here.dataDir)).map(setting)).toEqual([]);
}, 600_000);

/** One of its runs has begun: visible from then on, however seldom a busy machine edits it. */
function hasTrained(board: string): boolean {
  return [...board.matchAll(/ (\d+)\/\d+ /g)].some(([, done]) => Number(done) > 0);
}

function setting({ state: { record } }: KeptRun): string {
  const { batchSize, seed, epochs } = record.settings;
  return `${batchSize} ${seed} ${epochs}`;
}
