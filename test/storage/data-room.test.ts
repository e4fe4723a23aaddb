/** How much disk space is used, with the real database and real files. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataRoom } from '../../src/storage/data-room.js';
import { recordingLog } from '../support/recording-log.js';
import { StoredRuns } from '../support/stored-runs.js';

let on: StoredRuns;
beforeEach(() => {
  on = new StoredRuns();
});
afterEach(() => {
  on.close();
});

function dataRoom(maxBytes: number) {
  const { log, lines } = recordingLog();
  let nowMs = 0;
  const { usedBytes } = on.stores;
  const room = new DataRoom({ usedBytes, maxBytes, log, monotonicMs: () => nowMs });
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { room, lines, pass };
}

it('counts files as they come and go, and rows without the space of deleted ones', async () => {
  const { usedBytes, uploads } = on.stores;
  const before = await usedBytes();
  const sha256 = await on.upload('x'.repeat(100_000));
  await on.upload('x'.repeat(100_000), 'web:eve');
  expect(await usedBytes()).toBe(before + 100_000);
  await on.add('k3f9qd', { epochs: 400 });
  const full = await usedBytes();
  expect(full).toBeGreaterThan(before + 120_000);
  await on.database.transaction((sql) => sql.run('DELETE FROM run_events'));
  expect(await usedBytes()).toBeLessThan(full - 20_000);
  await uploads.settle(sha256);
  await uploads.settle(sha256);
  expect(await usedBytes()).toBeLessThan(before + 50_000);
});

it('refuses once it is full, logs it once an hour, and continues when there is space again', async () => {
  const before = await on.stores.usedBytes();
  const sha256 = await on.upload('x'.repeat(500_000));
  const { room, lines, pass } = dataRoom(before + 300_000);
  for (let times = 0; times < 3; times += 1) {
    await expect(room.refuseWhenFull()).rejects.toMatchObject({ key: 'error.storageFull' });
  }
  expect(lines.map(({ message }) => message)).toEqual([
    'DATA_DIR_MAX_MB is reached: no new runs and files are taken',
  ]);
  pass(60 * 60 * 1000);
  await expect(room.refuseWhenFull()).rejects.toThrow();
  expect(lines).toHaveLength(2);
  await on.stores.uploads.settle(sha256);
  await room.refuseWhenFull();
});

it('is never full with 0', async () => {
  await on.upload('x'.repeat(500_000));
  await dataRoom(0).room.refuseWhenFull();
});
