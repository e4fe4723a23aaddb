/**
 * Damaged database files: the program still starts, says so in one sentence that names what it set aside, and
 * serves; nobody has to read a stack trace.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SpawnedProgram } from '../support/built-program.js';
import { Visitor } from '../support/scripted-room.js';
import { askInRoom } from './asks.js';
import { damage, isWhole } from './damage.js';
import { onStage } from './on-stage.js';
import type { Random } from './random.js';
import { count, rounds, type Finding, type Scenario } from './scenario.js';
import { isEnd, shownTo } from './settle.js';
import { comes, stackTraces, type Stage } from './stage.js';
import { Wishes } from './wishes.js';

/** The room is enough: the files are what is tested. */
const roomOnly = { DISCORD_TOKEN: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' };

export const pages: Scenario = {
  name: 'pages',
  about: 'database files with damaged pages, cut off, or with noise for a log',
  run: (setting) =>
    onStage(setting, async (stage, finding) => {
      const { random } = setting;
      const whole = mkdtempSync(join(tmpdir(), 'tutor-whole-'));
      try {
        await fillDatabase(stage, random);
        cpSync(stage.dataDir, whole, { recursive: true });
        await rounds(setting.spendMs, () => oneDamage({ stage, random, finding, whole }));
      } finally {
        rmSync(whole, { recursive: true });
      }
    }),
};

/** Runs, messages, files and preferences; some in the database, some still in its log. */
async function fillDatabase(stage: Stage, random: Random): Promise<void> {
  const wishes = new Wishes(random);
  const program = await stage.start(roomOnly);
  for (let person = 0; person < 2; person += 1) {
    const visitor = await Visitor.at(stage.address);
    const ask = await askInRoom(visitor, wishes.run(3));
    await comes(async () => (await shownTo(ask)).some(isEnd));
    await visitor.type('/ask what is an epoch?');
  }
  await stage.terminate(program);
  const again = await stage.start(roomOnly);
  await askInRoom(await Visitor.at(stage.address), wishes.run(12));
  await random.pause(500, 1_500);
  await stage.kill(again);
}

interface Round {
  readonly stage: Stage;
  readonly random: Random;
  readonly finding: Finding;
  readonly whole: string;
}

async function oneDamage({ stage, random, finding, whole }: Round): Promise<void> {
  for (const file of readdirSync(stage.dataDir)) {
    rmSync(join(stage.dataDir, file), { recursive: true });
  }
  cpSync(whole, stage.dataDir, { recursive: true });
  const kind = damage(stage.dataDir, random);
  const wasWhole = looksWhole(stage.dataDir);
  const before = new Set(readdirSync(stage.dataDir));
  stage.note(`damage: ${kind}${wasWhole ? ', which SQLite does not see' : ''}`);
  count(finding, `starts with ${kind}`);
  const problem = (what: string): void => {
    finding.problems.push(`${kind}: ${what}`);
  };

  const program = stage.spawn(roomOnly);
  const isServing = await Promise.race([
    program.ready.then(
      () => true,
      () => false,
    ),
    program.exited.then(() => false),
  ]);
  if (isServing) {
    if (!(await trains(stage, random))) problem('it serves, and trains no run');
    const { exit } = await stage.terminate(program);
    if (exit !== 0) problem(`it ended with ${exit}`);
    count(finding, 'starts that serve');
  } else {
    await program.exited;
    problem(`it does not start: ${program.printed.at(-1)?.slice(0, 300) ?? 'without a word'}`);
  }
  const [trace] = stackTraces(program);
  if (trace !== undefined) problem(`a stack trace: ${trace.slice(0, 400)}`);
  const aside = readdirSync(stage.dataDir).filter((file) => !before.has(file) && isAside(file));
  if (aside.length > 0) count(finding, 'set aside');
  for (const fault of whatIsUnsaid(program, aside, wasWhole)) problem(fault);
}

/** The database's own files come and go. */
function isAside(file: string): boolean {
  return !/^(uploads|tutor\.(db|lock)(-\w+)?)$/.test(file);
}

function looksWhole(dataDir: string): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'tutor-damaged-'));
  cpSync(dataDir, copy, { recursive: true });
  try {
    return isWhole(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

async function trains(stage: Stage, random: Random): Promise<boolean> {
  try {
    const person = await Visitor.at(stage.address);
    const ask = await askInRoom(person, new Wishes(random).run(2));
    return await comes(async () => (await shownTo(ask)).some(isEnd));
  } catch {
    // The room cuts off what it cannot answer.
    return false;
  }
}

function whatIsUnsaid(
  { printed }: SpawnedProgram,
  aside: readonly string[],
  wasWhole: boolean,
): readonly string[] {
  const told = printed.filter((line) => line.includes('tutor.db'));
  if (!wasWhole && told.length === 0) return ['SQLite sees the damage, and nobody is told'];
  return aside
    .filter((file) => !/-(wal|shm)$/.test(file) && !told.some((line) => line.includes(file)))
    .map((file) => `${file} was set aside without a word`);
}
