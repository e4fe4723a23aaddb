import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DatabaseServerSettingsStore } from '../../src/storage/server-settings-store.js';

let dataDir: string;
let database: Database;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-servers-'));
  database = openDatabase(dataDir);
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

const all = { channels: ['1', '2'], runs: 1, rows: 500, language: 'ko' } as const;

it('settings are stored for each server, and replaced as a whole', async () => {
  const store = new DatabaseServerSettingsStore(database);
  expect(await store.get('discord:1')).toEqual({});
  await store.set('discord:1', all);
  await store.set('slack:T1', { runs: 2 });
  expect(await store.get('discord:1')).toEqual(all);
  await store.set('discord:1', { rows: 20_000 });
  expect(await store.get('discord:1')).toEqual({ rows: 20_000 });
  expect(await store.get('slack:T1')).toEqual({ runs: 2 });
});

it('they outlive the process, and nothing is stored for a server without any', async () => {
  const store = new DatabaseServerSettingsStore(database);
  await store.set('discord:1', all);
  await store.set('discord:2', all);
  await store.set('discord:2', {});
  database.close();
  database = openDatabase(dataDir);
  expect(await new DatabaseServerSettingsStore(database).get('discord:1')).toEqual(all);
  expect(await database.read((sql) => sql.all('SELECT server_id FROM server_settings'))).toEqual([
    { server_id: 'discord:1' },
  ]);
});
