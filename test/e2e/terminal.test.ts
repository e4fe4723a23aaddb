/** `npm run fit` as a shell runs it: the built program in its own process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/src/fit.js', import.meta.url));
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'terminal-'));
});

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

interface Ended {
  /** `null` when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param interruptAt presses ^C once this has been printed */
async function fit(words: readonly string[], interruptAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, DATA_DIR: dataDir, LC_ALL: 'en_US.UTF-8', TFJS_BACKEND: 'cpu' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  let interrupted = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text;
    if (interrupted || interruptAt === undefined || !printed.stdout.includes(interruptAt)) return;
    interrupted = true;
    child.kill('SIGINT');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...printed };
}

test('a run is printed epoch by epoch, its files are saved, and the program exits with 0', async () => {
  const { status, stdout, stderr } = await fit(['epochs:3', 'batch:10', 'pace:fast']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.split('\n').filter((line) => line.startsWith('Epoch '));
  expect(lines).toEqual(['Epoch 1/3', 'Epoch 2/3', 'Epoch 3/3']);
  expect(stdout.match(/^800\/800 \[={30}\] - \d+s /gm)).toHaveLength(3);
  expect(stdout).toContain('2,400 weight updates');
  const kept = readdirSync(join(dataDir, 'terminal'));
  for (const end of ['-chart.png', '-history.csv', '-transcript.txt']) {
    expect(kept.filter((file) => file.endsWith(end))).toHaveLength(1);
    expect(stdout).toContain(end);
  }
});

test('^C stops the run and keeps what it learned', async () => {
  const ended = await fit(['epochs:500', 'batch:10', 'pace:fast'], 'Epoch 2/500');
  expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^- Stopped /m);
  expect(ended.stdout).toContain('test rows it never trained on');
});

test('a csv file is named by its path', async () => {
  const path = join(dataDir, 'my rows.csv');
  const rows = Array.from({ length: 100 }, (_, row) => `${row % 7},${row % 3},${row % 2}`);
  writeFileSync(path, ['a,b,odd', ...rows].join('\n'));
  const { status, stdout } = await fit([`csv:${path}`, 'target:odd', 'epochs:1']);
  expect(status).toBe(0);
  expect(stdout).toContain('my rows.csv');
});

test.each([
  // Of 40 test rows one in ten is rare; the table either does or does not contain what tells the classes
  // apart.
  ['told by x', (row: number) => (row % 10 === 0 ? 9 : row % 3), '4 were found', '40 right'],
  ['not to be told', (row: number) => (row * 37) % 3, 'none was found', '36 right'],
])('for a rare class %s the output says how many were found', async (name, x, found, right) => {
  const path = join(dataDir, `${name}.csv`);
  const rows = Array.from(
    { length: 200 },
    (_, row) => `${x(row)},${row % 10 ? 'stays' : 'leaves'}`,
  );
  writeFileSync(path, ['x,customer', ...rows].join('\n'));
  const options = ['epochs:30', 'batch:8', 'lr:0.01', 'seed:1', 'pace:fast'];
  const { stdout } = await fit([`csv:${path}`, ...options]);
  expect(stdout).toContain(`Of 4 test rows with customer = leaves, ${found}.`);
  expect(stdout).toContain(right);
});

test.each([
  [['epochs:0'], 'epochs was “0”; it must be a whole number from 1 to 500.\n'],
  [['epoch:3'], '/fit has no option epoch; did you mean epochs?\n'],
  [['csv:no/such.csv'], 'csv was “no/such.csv”; there is no such file.\n'],
])('%s is answered in one sentence, and the program exits with 2', async (words, sentence) => {
  expect(await fit(words)).toEqual({ status: 2, stdout: '', stderr: sentence });
});
