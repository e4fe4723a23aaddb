import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { runStoreContract } from '../contract/run-store.js';
import { settings } from '../support/run-samples.js';

let dataDir: string;
let database: Database;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-runs-'));
  database = openDatabase(dataDir);
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

runStoreContract(() => new DatabaseRunStore(database));

it('keeps events and checkpoint together or not at all', async () => {
  const store = new DatabaseRunStore(database);
  const record = { id: 'k3f9qd', ownerId: 'a', ownerName: 'A', createdAtMs: 1 };
  await store.create({ ...record, settings: settings() }, [{ kind: 'queued', atMs: 1 }]);
  const unwritable = {
    epoch: 0.5, // not an INTEGER: the statement after the events' fails
    step: 1,
    weights: new Float32Array(2),
    slots: [],
    shuffle: [],
  };
  await expect(store.append('k3f9qd', [{ kind: 'stop-requested' }], unwritable)).rejects.toThrow();
  expect((await store.find('k3f9qd'))?.events).toEqual([{ kind: 'queued', atMs: 1 }]);
});
