/** A quiz round in the whole program, with a power cut after every answer; then days pass. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { openDatabase } from '../../src/storage/database.js';
import { DAY_MS } from '../../src/tutor/quiz/repetition.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { blockText } from '../support/message-text.js';
import { questionIn, type SeenQuestion } from '../support/quiz-player.js';
import { Visitor } from '../support/scripted-room.js';

const dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-quiz-'));
let program: BuiltProgram;
let ada: Visitor;

afterEach(async () => {
  await program.end();
  rmSync(dataDir, { recursive: true });
});

/** Kills it like a power cut, then starts it again like a service manager. */
async function restart(): Promise<void> {
  await program.end('SIGKILL');
  program = await startBuilt(dataDir);
  ada = new Visitor(program.address, ada.cookie);
}

interface Seen {
  readonly text: string;
  readonly isPrivate: boolean;
  readonly commands: readonly string[];
}

/** Her newest answer that matches; what was said before a restart arrives again. */
async function reads(isIt: (seen: Seen) => boolean): Promise<Seen> {
  const events = await ada.listen();
  for (;;) {
    const { body, isPrivate } = await events.entry();
    if (body.kind !== 'answer') continue;
    const seen = { text: textOf(body), isPrivate, commands: commandsOf(body) };
    if (!isIt(seen)) continue;
    events.close();
    return seen;
  }
}

const textOf = ({ blocks }: WireAnswer): string => blocks.map(blockText).join('\n');
const commandsOf = ({ buttons }: WireAnswer): readonly string[] =>
  buttons.map(({ command }) => command);

async function question(isIt: (commands: readonly string[]) => boolean): Promise<SeenQuestion> {
  const found = questionIn((await reads(({ commands }) => isIt(commands))).commands);
  if (!found) throw new Error('that was no question');
  return found;
}

const press = (line: string): Promise<Response> => ada.type(line, { pressed: true });

it('counts each answer once, sums up the round, and repeats missed questions days later', async () => {
  program = await startBuilt(dataDir);
  ada = await Visitor.at(program.address);
  await ada.type('/quiz');
  let asked = await question((commands) => questionIn(commands) !== undefined);
  const [missed] = [asked.kind];
  let summary: Seen | undefined;
  for (let done = 1; done <= 10; done += 1) {
    const response = await press(done === 1 ? asked.wrong : asked.right);
    await restart();
    expect(response.status).toBe(202);
    const right = done - 1;
    if (done === 10) {
      summary = await reads(({ text }) => text.includes('That was your round'));
      break;
    }
    const { text, commands } = await reads((seen) => seen.text.includes(`${done}/10 · level 1`));
    expect(text).toContain(`your score: ${right} of ${done} right`);
    const [next = ''] = commands;
    await press(next);
    asked = await question((lines) => lines[0]?.startsWith(`${next} pick:`) ?? false);
  }
  expect(summary?.text).toContain('9 of 10 right');
  expect(summary?.text).toContain('(in 1 day)');

  await program.end('SIGKILL');
  const database = openDatabase(dataDir);
  const answers = await database.read((sql) =>
    sql.all('SELECT round, is_right FROM quiz_answers ORDER BY id'),
  );
  expect(answers.map(({ round }) => round)).toEqual(Array.from({ length: 10 }, () => 1));
  // As after a little more than a day.
  await database.transaction((sql) =>
    sql.run(
      `UPDATE quiz_reviews SET answered_at_ms = answered_at_ms - ?1, missed_at_ms = missed_at_ms - ?1`,
      DAY_MS + 60_000,
    ),
  );
  database.close();
  await restart();
  await ada.type('/quiz');
  const again = await reads(({ text }) => text.includes('You missed one like this 1 day ago'));
  expect(again.isPrivate).toBe(true);
  expect(questionIn(again.commands)?.kind).toBe(missed);
}, 240_000);
