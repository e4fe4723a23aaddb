/** Workspace secrets are encrypted: nobody can read them in the file, and keys can be rotated. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DatabaseInstallations } from '../../src/storage/installation-store.js';
import { SealingKeys } from '../../src/storage/sealed.js';

const oldKey = new Uint8Array(32).fill(1);
const newKey = new Uint8Array(32).fill(2);

let dataDir: string;
let database: Database;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-installations-'));
  database = openDatabase(dataDir);
});

afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

function withKeys(...keys: readonly Uint8Array[]): DatabaseInstallations {
  return new DatabaseInstallations(database, new SealingKeys(keys));
}

function bytesOnDisk(): string {
  return readdirSync(dataDir)
    .map((file) => readFileSync(join(dataDir, file), 'latin1'))
    .join();
}

test('is kept unchanged, replaced, refused and removed, and never in plain text in the file', async () => {
  const installations = withKeys(oldKey);
  await installations.keep('slack:T1', 'xoxb-first');
  await installations.keep('slack:T2', 'xoxb-other');
  await installations.refuse('slack:T1', 'token_revoked');
  expect(await withKeys(oldKey).all()).toEqual({
    installed: [
      { home: 'slack:T1', secret: 'xoxb-first', refused: 'token_revoked' },
      { home: 'slack:T2', secret: 'xoxb-other', refused: undefined },
    ],
    unreadable: [],
  });
  await installations.keep('slack:T1', 'xoxb-second');
  await installations.remove('slack:T2');
  expect((await installations.all()).installed).toEqual([
    { home: 'slack:T1', secret: 'xoxb-second', refused: undefined },
  ]);
  expect(bytesOnDisk()).toContain('slack:T1');
  expect(bytesOnDisk()).not.toContain('xoxb-');
});

test('the same secret is encrypted differently each time', () => {
  const keys = new SealingKeys([oldKey]);
  expect(keys.seal('xoxb', 'slack:T1').bytes).not.toEqual(keys.seal('xoxb', 'slack:T1').bytes);
});

test('the first key re-encrypts everything, so that the old one can be dropped', async () => {
  await withKeys(oldKey).keep('slack:T1', 'xoxb-1');
  await withKeys(oldKey).refuse('slack:T1', 'invalid_auth');
  const kept = { home: 'slack:T1', secret: 'xoxb-1', refused: 'invalid_auth' };
  const lost = { installed: [], unreadable: ['slack:T1'] };
  expect(await withKeys(newKey).all()).toEqual(lost);
  expect(await withKeys(newKey, oldKey).all()).toEqual({ installed: [kept], unreadable: [] });
  expect(await withKeys(newKey).all()).toEqual({ installed: [kept], unreadable: [] });
  expect(await withKeys(oldKey).all()).toEqual(lost);
});

test('a value changed, or moved from elsewhere, does not decrypt', async () => {
  const installations = withKeys(oldKey);
  await installations.keep('slack:T1', 'xoxb-1');
  await installations.keep('slack:T2', 'xoxb-2');
  await database.transaction((sql) => {
    const one = sql.get("SELECT sealed FROM installations WHERE home = 'slack:T1'");
    const sealed = new Uint8Array(one?.sealed as ArrayBuffer);
    sql.run("UPDATE installations SET sealed = ? WHERE home = 'slack:T2'", sealed);
    const changed = sealed.map((byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte));
    sql.run("UPDATE installations SET sealed = ? WHERE home = 'slack:T1'", changed);
  });
  expect(await installations.all()).toEqual({
    installed: [],
    unreadable: ['slack:T1', 'slack:T2'],
  });
});
