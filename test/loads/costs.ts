/**
 * For `npm run bench -- fleet`: what lessons on Discord and on Slack cost the program's main thread, measured
 * from outside. Real clients talk to fakes without TLS, whose cost is not included. Prints JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mainThreadMsOf } from '../../bench/cpu.js';
import type { PlatformCosts } from '../../bench/fleet/platform-costs.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { pressables } from '../support/discord/world.js';
import { buttonsOf } from '../support/slack/block-rules.js';
import { FakeSlack } from '../support/slack/fake-slack.js';

/** On Discord each has their own budget; on Slack a single learner has all of it. */
const LEARNERS = 10;
const FEW_EPOCHS = 4;
const EPOCHS = 24;
const ENDS_WITHIN_MS = 120_000;

/** Everybody takes a lesson of that many epochs, to its end. */
type Lessons = (epochs: number) => Promise<void>;

const [discord, slack] = await Promise.all([onDiscord(), onSlack()]);
console.log(JSON.stringify({ discord, slack }));

async function onDiscord(): Promise<PlatformCosts> {
  const fake = await FakeDiscord.start();
  const env = { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl };
  let ended = 0;
  const lessons: Lessons = async (epochs) => {
    ended += LEARNERS;
    for (let learner = 0; learner < LEARNERS; learner += 1) {
      fake
        .person({ name: `learner${epochs}-${learner}` })
        .slash(fake.channel, 'fit', { epochs, batch: 10 });
    }
    const isOver = (): boolean =>
      fake.world.messages.filter((message) =>
        pressables(message).some(({ line }) => line.startsWith('/fit ')),
      ).length >= ended;
    await fake.until(isOver, 'all lessons ended', ENDS_WITHIN_MS);
  };
  const costs = await withProgram(env, (program) => measured(program, lessons, LEARNERS));
  fake.close();
  return costs;
}

async function onSlack(): Promise<PlatformCosts> {
  const fake = await FakeSlack.start();
  const { botToken, appToken } = fake.state;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: fake.apiUrl };
  let ended = 0;
  const lessons: Lessons = async (epochs) => {
    ended += 1;
    fake.person({ name: 'learner' }).slash(fake.channel, '/fit', `epochs:${epochs} batch:10`);
    const isOver = (): boolean =>
      fake.world.messages.filter((message) =>
        buttonsOf(message).some(({ value }) => value.startsWith('/fit ')),
      ).length >= ended;
    await fake.until(isOver, 'the lesson ended', ENDS_WITHIN_MS);
  };
  const costs = await withProgram(env, (program) => measured(program, lessons, 1));
  fake.close();
  return costs;
}

async function withProgram<T>(
  env: NodeJS.ProcessEnv,
  work: (program: BuiltProgram) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tutor-costs-'));
  const program = await startBuilt(dataDir, 0, env);
  try {
    return await work(program);
  } finally {
    await program.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measured(
  { pid }: BuiltProgram,
  lessons: Lessons,
  learners: number,
): Promise<PlatformCosts> {
  // These load and compile everything.
  await lessons(FEW_EPOCHS);
  await lessons(FEW_EPOCHS);
  const before = await mainThreadMsOf(pid);
  await lessons(FEW_EPOCHS);
  const between = await mainThreadMsOf(pid);
  await lessons(EPOCHS);
  const after = await mainThreadMsOf(pid);
  const few = (between - before) / learners;
  const epochMs = Math.max(0, ((after - between) / learners - few) / (EPOCHS - FEW_EPOCHS));
  return { epochMs, runMs: Math.max(0, few - FEW_EPOCHS * epochMs) };
}
