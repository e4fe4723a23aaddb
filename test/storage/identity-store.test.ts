import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DatabaseIdentityStore } from '../../src/storage/identity-store.js';
import { migrations } from '../../src/storage/migrations.js';

let dataDir: string;
let database: Database;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-people-'));
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
  rmSync(dataDir, { recursive: true });
});

const dayMs = 24 * 60 * 60 * 1000;

it('knows everybody who has left something in an older file', async () => {
  const before = migrations.findIndex((migration) => migration.includes('room_people'));
  database = openDatabase(dataDir, { migrations: migrations.slice(0, before) });
  await database.transaction((sql) => {
    sql.run("INSERT INTO preferences (user_id, locale) VALUES ('web:liked', 'ko')");
    sql.run("INSERT INTO preferences (user_id, locale) VALUES ('slack:T1.U1', 'ko')");
    sql.run(
      `INSERT INTO runs (id, owner_id, owner_name, settings, created_at_ms)
       VALUES ('run1', 'web:ran', 'Ran', '{}', 1)`,
    );
    sql.run(
      `INSERT INTO room_entries (revision, at_ms, person_id, person_name, is_private, body)
       VALUES (7, 1, 'web:spoke', 'Spoke', 0, '{"kind":"line","text":"hi","fileNames":[]}')`,
    );
  });
  database.close();
  database = openDatabase(dataDir);
  const store = new DatabaseIdentityStore(database);
  for (const id of ['web:liked', 'web:ran', 'web:spoke'])
    expect(await store.find(id)).toEqual({ id });
  expect(await store.find('slack:T1.U1')).toBeUndefined();
  expect(await store.find('web:other')).toBeUndefined();
  expect(await database.read((sql) => sql.get('SELECT revision FROM room'))).toMatchObject({
    revision: 7,
  });
});

it('forgets casual visitors after a week, and others when their browsers do', async () => {
  database = openDatabase(dataDir);
  const store = new DatabaseIdentityStore(database);
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 * dayMs });
  await store.admit('web:passer-by');
  await store.admit('web:speaker');
  await store.spoke('web:speaker');
  const known = async (): Promise<readonly string[]> => {
    await store.admit('web:newest');
    const ids = ['web:passer-by', 'web:speaker'];
    const found = await Promise.all(ids.map((id) => store.find(id)));
    return found.flatMap((identity) => identity?.id ?? []);
  };
  vi.setSystemTime(1_000_007 * dayMs);
  expect(await known()).toEqual(['web:passer-by', 'web:speaker']);
  vi.setSystemTime(1_000_007 * dayMs + 1);
  expect(await known()).toEqual(['web:speaker']);
  vi.setSystemTime(1_000_400 * dayMs);
  expect(await known()).toEqual(['web:speaker']);
  vi.setSystemTime(1_000_400 * dayMs + 1);
  expect(await known()).toEqual([]);
});
