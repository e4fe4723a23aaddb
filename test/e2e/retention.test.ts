/** The built program deletes expired data, and accepts no more than it may keep. */
import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { Visitor } from '../support/scripted-room.js';
import { StoredRuns } from '../support/stored-runs.js';

const patience = { timeout: 60_000, interval: 100 };
const daysAgo = (days: number): number => Date.now() - days * 24 * 60 * 60 * 1000;

let before: StoredRuns;
let program: BuiltProgram | undefined;
afterEach(async () => {
  await program?.end();
  rmSync(before.dataDir, { recursive: true });
});

/** Newest last. */
async function said(by: Visitor): Promise<readonly string[]> {
  const page = await by.listen();
  const heard = await page.untilCaughtUp();
  page.close();
  return heard
    .filter(({ event }) => event === 'entry')
    .map(({ data }) => (data as { readonly body: { readonly spoken?: string } }).body.spoken ?? '');
}

async function sendsFile(by: Visitor, address: string, content: string): Promise<void> {
  const response = await fetch(`${address}/api/files?name=mine.csv`, {
    method: 'POST',
    headers: { cookie: by.cookie },
    body: content,
  });
  const { id: file } = (await response.json()) as { readonly id: string };
  await by.type('/fit', { file });
}

test('runs older than KEEP_DAYS and their files are deleted at the start; a refused file at once', async () => {
  before = new StoredRuns();
  const sha256 = await before.upload('a,b\n1,2\n');
  await before.add('aaaaaa', { createdAtMs: daysAgo(31), sha256 });
  await before.add('bbbbbb', { createdAtMs: daysAgo(29) });
  before.database.close();
  const folder = join(before.dataDir, 'uploads');
  const path = join(folder, `${sha256}.csv`);
  utimesSync(path, daysAgo(31) / 1000, daysAgo(31) / 1000);

  program = await startBuilt(before.dataDir, 0, { KEEP_DAYS: '30' });
  await expect.poll(() => existsSync(path), patience).toBe(false);
  const ada = await Visitor.at(program.address);
  await sendsFile(ada, program.address, 'only\n');
  await expect.poll(async () => (await said(ada)).length, patience).toBe(2);
  await expect.poll(() => readdirSync(folder), patience).toEqual([]);
  await program.end();

  const after = openDatabase(before.dataDir);
  const runs = new DatabaseRunStore(after);
  expect(await runs.find('aaaaaa')).toBeUndefined();
  expect(await runs.find('bbbbbb')).toBeDefined();
  after.close();
}, 240_000);

test('past DATA_DIR_MAX_MB new runs and files are refused in one sentence', async () => {
  before = new StoredRuns();
  const sha256 = await before.upload('a,b\n'.padEnd(1_200_000, '1,2\n'));
  await before.add('aaaaaa', { sha256 });
  before.database.close();
  program = await startBuilt(before.dataDir, 0, { DATA_DIR_MAX_MB: '1' });
  const ada = await Visitor.at(program.address);
  await sendsFile(ada, program.address, 'a,b\n1,2\n');
  await expect
    .poll(async () => (await said(ada)).join('\n'), patience)
    .toContain('There is no space left for new runs and files here right now');
  expect(readdirSync(join(before.dataDir, 'uploads'))).toEqual([`${sha256}.csv`]);
}, 240_000);
