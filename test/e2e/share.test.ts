/**
 * Reproducing numbers elsewhere: runs of the whole program are shared by code, and another program with its
 * own DATA_DIR trains them again. Their stored results are compared bit for bit.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtinNames } from '../../src/datasets/builtin.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { computed, keptRuns } from '../support/kept-runs.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

const terminal = fileURLToPath(new URL('../../dist/src/fit.js', import.meta.url));

let folders: string[];
let programs: BuiltProgram[];
beforeAll(async () => {
  folders = Array.from({ length: 4 }, () => mkdtempSync(join(tmpdir(), 'tutor-share-')));
  programs = [];
  for (const folder of folders.slice(0, 2)) programs.push(await startBuilt(folder));
}, 60_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Guest {
  readonly visitor: Visitor;
  readonly events: EventStream;
  /** Entries that answered earlier requests; they may still change. */
  readonly known: Set<unknown>;
}

async function guestOf(program: BuiltProgram | undefined): Promise<Guest> {
  if (!program) throw new Error('it did not start');
  const visitor = await Visitor.at(program.address);
  return { visitor, events: await visitor.listen(), known: new Set() };
}

/** The matching words in the first answer that has them. */
async function answer(
  { visitor, events, known }: Guest,
  line: string,
  words: RegExp,
): Promise<string> {
  await visitor.type(line);
  for (;;) {
    const { id, body } = await events.entry();
    const found = body.kind === 'answer' && !known.has(id) && words.exec(JSON.stringify(body));
    if (!found) continue;
    known.add(id);
    return found[0];
  }
}

/** Everything that affects the numbers, spread over the data sets. */
const options: Readonly<Record<string, string>> = {
  churn: 'batch:100 dropout:0.2',
  penguins: 'batch:16 optimizer:sgd momentum:0.9 lr:0.0123456789',
  cars: 'validation:0.2 patience:1 epochs:9 lr:0.5 seed:3',
  digits: 'batch:64 layers:20 activation:tanh',
  moons: 'optimizer:rmsprop l2:0.001 activation:sigmoid',
  circles: 'layers:none validation:0.1',
  spiral: 'layers:32,16 dropout:0.5 validation:0.3 patience:2',
};

test('every data set on both engines, in a room', async () => {
  const [here, there] = [await guestOf(programs[0]), await guestOf(programs[1])];
  const lines = builtinNames.flatMap((data) =>
    ['auto', 'tensorflow'].map(
      (engine) => `data:${data} engine:${engine} pace:fast epochs:3 ${options[data] ?? ''}`,
    ),
  );
  const codes: string[] = [];
  for (const line of lines) {
    const only = line.replace(/ epochs:3(?=.* epochs:)/, '');
    await answer(here, `/fit ${only}`, /-history\.csv/);
    codes.push(await answer(here, '/share', /ET[A-Za-z\d]{20,}/));
  }
  for (const code of codes) {
    await answer(there, `/fit like:${code}`, /As in the shared code|Not as in the shared code/);
  }
  for (const { events } of [here, there]) events.close();
  await Promise.all(programs.map((program) => program.end()));
  const [first, second] = await Promise.all(folders.slice(0, 2).map(keptRuns));
  expect(first).toHaveLength(lines.length);
  lines.forEach((line, index) => {
    expect(computed(second?.[index]), line).toEqual(computed(first?.[index]));
  });
}, 240_000);

/** `npm run fit`, as a shell runs it. */
async function fit(dataDir: string, words: readonly string[]) {
  const env = { ...process.env, DATA_DIR: dataDir, LC_ALL: 'en_US.UTF-8' };
  const child = spawn(process.execPath, [terminal, ...words], { env });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...printed };
}

test('one’s own table, from terminal to terminal', async () => {
  const [mine = '', yours = ''] = folders.slice(2);
  const rows = Array.from({ length: 300 }, (_, row) => `${row % 7},${row % 3},${row % 2}`);
  const table = ['a,b,odd', ...rows].join('\n');
  const [path, copy] = [join(mine, "Ann's rows.csv"), join(yours, 'download.csv')];
  writeFileSync(path, table);
  writeFileSync(copy, table);
  const { stdout } = await fit(mine, [`csv:${path}`, 'target:odd', 'drop:b', 'epochs:3']);
  const code = /npm run fit -- '(ET\w+)' 'csv:Ann'\\''s rows\.csv'/.exec(stdout)?.[1] ?? '';
  expect(code, stdout).not.toBe('');

  const without = await fit(yours, [code]);
  expect(without).toMatchObject({ status: 2, stdout: '' });
  expect(without.stderr).toContain("learned from a file called Ann's rows.csv");
  const cut = await fit(yours, [code.slice(0, -3), `csv:${copy}`]);
  expect(cut).toMatchObject({ status: 2, stdout: '' });
  expect(cut.stderr).toContain('which is not a complete code');
  const again = await fit(yours, [code, `csv:${copy}`]);
  expect(again, again.stderr).toMatchObject({ status: 0, stderr: '' });
  expect(again.stdout).toContain('As in the shared code, bit for bit');
  // The file is already here, and need not be named again.
  expect(await fit(yours, [`like:${code}`])).toMatchObject({ status: 0, stderr: '' });
  const [first] = await keptRuns(mine);
  const repeated = await keptRuns(yours);
  expect(repeated.map(computed)).toEqual([computed(first), computed(first)]);
}, 240_000);
