/** Runs on a real database that refuses writes, and afterwards. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoSpaceError } from '../../src/errors.js';
import { foldEvents } from '../../src/runs/run.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { by, RunProcesses, unseen } from '../support/run-processes.js';
import { StintingDatabase } from '../support/stinting-database.js';

let stinting: StintingDatabase;
let on: RunProcesses;
beforeEach(() => {
  stinting = new StintingDatabase();
  on = new RunProcesses(2, Infinity, new DatabaseRunStore(stinting.database));
  on.pool.hold = true;
});
afterEach(() => {
  stinting.remove();
});

/** An epoch whose end needs more room than any page has left. */
const long = { loss: 0.5, metric: 0.5, note: 'x'.repeat(10_000) };

/** A run of two epochs that waits for disk space after its first. */
async function waitingRun() {
  on.pool.logs = long;
  const run = await on.begin({ epochs: 2 });
  const first = await on.pool.next();
  await stinting.fill();
  first.finish();
  await expect.poll(() => run.watcher.kinds).toContain('space-missing');
  return run;
}

describe('a run on a full disk', () => {
  it('waits, says so once, reports nothing that is not stored, and continues by itself', async () => {
    const { id, watcher } = await waitingRun();
    const state = await on.runs.find(id);
    expect(state).toMatchObject({ phase: 'training', waitsForSpace: true, finished: [] });
    expect(await on.runs.recent('web:ada', 1)).toEqual([state]);
    const stored = await on.storedEvents(id);
    expect(stored.map(({ kind }) => kind)).toEqual(['queued', 'started']);

    await stinting.free();
    (await on.pool.next()).finish();
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({ phase: 'completed' });
    expect(end.waitsForSpace).toBeUndefined();
    expect(end.finished).toHaveLength(2);
    expect(foldEvents(end.record, await on.storedEvents(id))).toEqual(end);
    const told = watcher.kinds.filter((kind) => kind.startsWith('space'));
    expect(told).toEqual(['space-missing', 'space-found']);
    expect(on.logged.filter((message) => message.includes('fail'))).toEqual([]);
  });

  it('is stopped with its result once there is space; the person asking does not wait', async () => {
    const { id } = await waitingRun();
    expect(await on.runs.stop(id)).toBe(true);
    expect(await on.runs.stop(id)).toBe(true);
    await stinting.free();
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({ phase: 'stopped', finished: [{ epoch: 1 }] });
    expect(foldEvents(end.record, await on.storedEvents(id))).toEqual(end);
  });

  it('is left to the next process when this one ends, which repeats the epoch', async () => {
    const { id } = await waitingRun();
    await on.runs.close();
    expect(on.logged).toContain('run broken off at shutdown');
    await stinting.free();
    on.restart();
    await on.runs.resumeUnfinished(unseen);
    expect(await on.runs.ended(id)).toMatchObject({ phase: 'completed', resumedAfter: [0] });
  });

  it('is not begun: this is said in one sentence, and no place is lost to it', async () => {
    await stinting.fill();
    const owner = `web:${long.note}`;
    for (const _ of [1, 2, 3]) {
      await expect(on.runs.start(by(owner), unseen)).rejects.toThrow(NoSpaceError);
    }
    expect(on.runs.active(owner)).toEqual([]);
    await stinting.free();
    await on.runs.start(by(owner), unseen);
  });
});
