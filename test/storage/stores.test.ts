import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DatabaseLiveMessageStore } from '../../src/storage/live-message-store.js';
import type { LiveMessageRecord } from '../../src/storage/ports/live-messages.js';
import { DatabasePreferenceStore } from '../../src/storage/preference-store.js';
import { FileUploadStore } from '../../src/storage/upload-store.js';

let dataDir: string;
let database: Database;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-stores-'));
  database = openDatabase(dataDir);
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

describe('preferences', () => {
  it('keep what each person chose, one by one, until it is reset', async () => {
    const store = new DatabasePreferenceStore(database);
    expect(await store.get('web:ada')).toEqual({});
    await store.set('web:ada', { locale: 'ko' });
    await store.set('web:ada', { view: 'compact' });
    await store.set('web:eve', { view: 'keras' });
    expect(await store.get('web:ada')).toEqual({ locale: 'ko', view: 'compact' });
    await store.set('web:ada', { locale: undefined });
    expect(await store.get('web:ada')).toEqual({ view: 'compact' });
    expect(await store.get('web:eve')).toEqual({ view: 'keras' });
  });
});

describe('live messages', () => {
  const record = (key: string): LiveMessageRecord => ({
    place: { platform: 'web', key: 'room' },
    ref: { platform: 'web', key },
    locale: 'ko',
    view: 'keras',
  });

  it('are found again, even after a move', async () => {
    const store = new DatabaseLiveMessageStore(database);
    await store.save('k3f9qd', record('1'));
    await store.save('k3f9qd', record('2'));
    expect(await store.find('k3f9qd')).toEqual(record('2'));
    expect(await store.find('nobody')).toBeUndefined();
  });

  it('are known where the same people are', async () => {
    const store = new DatabaseLiveMessageStore(database);
    const inChannel = (key: string, channel: string) =>
      ({ platform: 'slack', key, channel, home: 'slack:T1' }) as const;
    await store.save('k3f9qd', { ...record('1'), place: inChannel('C1 thread', 'C1') });
    expect(await store.wasPosted('k3f9qd', inChannel('C1', 'C1'))).toBe(true);
    expect(await store.wasPosted('k3f9qd', inChannel('C2', 'C2'))).toBe(false);
    expect(await store.wasPosted('k3f9qd', { platform: 'web', key: 'room' })).toBe(false);
    expect(await store.wasPosted('nobody', inChannel('C1', 'C1'))).toBe(false);
  });

  it('are undelivered until marked, oldest first', async () => {
    const store = new DatabaseLiveMessageStore(database);
    for (const run of ['b', 'a', 'c']) await store.save(run, record(run));
    await store.markDelivered('a');
    await store.save('a', record('moved'));
    await store.save('b', record('moved'));
    expect(await store.undelivered()).toEqual(['b', 'c']);
  });
});

describe('uploads', () => {
  it('are available to their senders, for as long as they are kept', async () => {
    const uploads = new FileUploadStore(dataDir, database);
    const sha256 = await uploads.put(new TextEncoder().encode('a,b\n1,2\n'), 'web:ada');
    expect(await uploads.has(sha256, 'web:ada')).toBe(true);
    expect(await uploads.has(sha256, 'web:eve')).toBe(false);
    await uploads.settle(sha256);
    expect(await uploads.has(sha256, 'web:ada')).toBe(false);
  });
});
