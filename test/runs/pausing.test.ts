/** A run its owner pauses: it rests after the current epoch, holds no resources, and resumes bit for bit. */
import { beforeEach, describe, expect, it } from 'vitest';
import { foldEvents, isPaused, isResting } from '../../src/runs/run.js';
import { RunProcesses, Recorder, unseen } from '../support/run-processes.js';
import { ScriptedPool } from '../support/scripted-pool.js';

let on: RunProcesses;

beforeEach(() => {
  on = new RunProcesses();
  on.pool.hold = true;
});

const state = async (id: string) => {
  const found = await on.runs.find(id);
  if (!found) throw new Error(`no run ${id}`);
  return found;
};

/** The final losses and weights. */
async function computed(id: string) {
  const { phase, finished } = await on.runs.ended(id);
  const { weights } = (await on.store.checkpoint(id)) ?? {};
  return { phase, losses: finished.map(({ logs }) => logs.loss), weights };
}

async function undisturbed(epochs: number) {
  const { id } = await on.begin({ epochs });
  for (let epoch = 1; epoch <= epochs; epoch += 1) (await on.pool.next()).finish();
  return computed(id);
}

describe('a run that is paused', () => {
  it('says so at once, finishes the current epoch, and begins no other', async () => {
    const { id, watcher } = await on.begin({ epochs: 3 });
    const first = await on.pool.next();
    expect(await on.runs.pause(id)).toBe(true);
    expect(watcher.kinds.at(-1)).toBe('paused');
    expect(isResting(await state(id))).toBe(false);
    first.finish();
    await expect.poll(async () => isResting(await state(id))).toBe(true);
    expect(on.pool.underWay).toBe(0);
    expect((await state(id)).finished).toHaveLength(1);
  });

  it('continues to exactly the numbers of an unpaused run', async () => {
    const expected = await undisturbed(3);
    const { id, watcher } = await on.begin({ epochs: 3 });
    const first = await on.pool.next();
    await on.runs.pause(id);
    first.finish();
    await expect.poll(async () => isResting(await state(id))).toBe(true);
    expect(await on.runs.resume(id)).toBe(true);
    for (const _ of [2, 3]) (await on.pool.next()).finish();
    expect(await computed(id)).toEqual(expected);
    expect(watcher.kinds).not.toContain('resumed');
    expect(foldEvents((await state(id)).record, await on.storedEvents(id))).toEqual(
      await state(id),
    );
  });

  it('may be resumed before its epoch has ended', async () => {
    const { id } = await on.begin({ epochs: 2 });
    const first = await on.pool.next();
    await on.runs.pause(id);
    await on.runs.resume(id);
    expect(isPaused(await state(id))).toBe(false);
    first.finish();
    (await on.pool.next()).finish();
    expect((await on.runs.ended(id)).phase).toBe('completed');
  });

  it('is done if its last epoch was in progress', async () => {
    const { id } = await on.begin({ epochs: 1 });
    const only = await on.pool.next();
    await on.runs.pause(id);
    only.finish();
    const end = await on.runs.ended(id);
    expect([end.phase, isPaused(end)]).toEqual(['completed', false]);
    expect([await on.runs.pause(id), await on.runs.resume(id)]).toEqual([false, false]);
  });

  it('gives its place to others, and waits for one when resumed', async () => {
    on = new RunProcesses(2, 1);
    on.pool.hold = true;
    const { id } = await on.begin({ epochs: 2 });
    const first = await on.pool.next();
    const other = await on.begin({ epochs: 1 }, 'web:eve');
    expect((await state(other.id)).place).toBe(1);
    await on.runs.pause(id);
    first.finish();
    const others = await on.pool.next();
    expect(others.task.settings.epochs).toBe(1);
    await on.runs.resume(id);
    await expect.poll(async () => (await state(id)).place).toBe(1);
    others.finish();
    (await on.pool.next()).finish();
    expect((await on.runs.ended(id)).phase).toBe('completed');
  });

  it('while waiting in the queue, leaves it', async () => {
    on = new RunProcesses(2, 1);
    on.pool.hold = true;
    const first = await on.begin({ epochs: 1 }, 'web:eve');
    const { id } = await on.begin({ epochs: 1 });
    await on.runs.pause(id);
    expect(await state(id)).toMatchObject({
      phase: 'queued',
      pausedAtMs: expect.any(Number) as number,
    });
    (await on.pool.next()).finish();
    await on.runs.ended(first.id);
    expect(on.pool.underWay).toBe(0);
    await on.runs.resume(id);
    (await on.pool.next()).finish();
    expect((await on.runs.ended(id)).phase).toBe('completed');
  });

  it('can be stopped, and keeps what it has learned', async () => {
    const { id } = await on.begin({ epochs: 3 });
    const first = await on.pool.next();
    await on.runs.pause(id);
    first.finish();
    await expect.poll(async () => isResting(await state(id))).toBe(true);
    expect(await on.runs.stop(id)).toBe(true);
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({ phase: 'stopped', test: { metric: 0.85 } });
    expect([end.finished.length, isPaused(end)]).toEqual([1, false]);
    expect(await on.runs.pause(id)).toBe(false);
  });

  it('counts as one of its owner’s runs, and is stopped when forgotten', async () => {
    const { id } = await on.begin({ epochs: 3 });
    const first = await on.pool.next();
    await on.runs.pause(id);
    first.finish();
    await expect.poll(async () => isResting(await state(id))).toBe(true);
    expect(on.runs.active('web:ada').map(({ record }) => record.id)).toEqual([id]);
    const { pausedAtMs = 0 } = await state(id);
    await on.runs.stopPausedBefore(pausedAtMs);
    expect(isResting(await state(id))).toBe(true);
    await on.runs.stopPausedBefore(pausedAtMs + 1);
    expect((await on.runs.ended(id)).phase).toBe('stopped');
  });

  it('does not delay the program’s end', async () => {
    const { id } = await on.begin({ epochs: 3 });
    const first = await on.pool.next();
    await on.runs.pause(id);
    first.finish();
    await expect.poll(async () => isResting(await state(id))).toBe(true);
    await on.runs.close();
    expect((await on.storedEvents(id)).map(({ kind }) => kind)).toEqual([
      ...['queued', 'started', 'paused', 'epoch-ended'],
    ]);
  });
});

describe('in the next process', () => {
  it('it is still paused, even if the current epoch was lost, and continues bit for bit', async () => {
    const expected = await undisturbed(3);
    const { id } = await on.begin({ epochs: 3 });
    (await on.pool.next()).finish();
    await on.pool.next(); // The second epoch never ends: the process is killed in it.
    await on.runs.pause(id);
    const next = new ScriptedPool();
    next.hold = true;
    on.restart(next);
    const watcher = new Recorder();
    await on.runs.resumeUnfinished(() => Promise.resolve(watcher));
    expect(isResting(await state(id))).toBe(true);
    expect(next.underWay).toBe(0);
    await on.runs.resume(id);
    for (const _ of [2, 3]) (await next.next()).finish();
    expect(await computed(id)).toEqual(expected);
  });

  it('a resumed one continues by itself', async () => {
    const { id } = await on.begin({ epochs: 1 });
    await on.pool.next();
    await on.runs.pause(id);
    await on.runs.resume(id);
    on.restart();
    await on.runs.resumeUnfinished(unseen);
    expect((await on.runs.ended(id)).phase).toBe('completed');
  });

  it('a stopped one ends', async () => {
    const { id } = await on.begin({ epochs: 3 });
    (await on.pool.next()).finish();
    await on.pool.next();
    await on.runs.pause(id);
    on.restart();
    await on.runs.resumeUnfinished(unseen);
    await on.runs.stop(id);
    expect(await on.runs.ended(id)).toMatchObject({ phase: 'stopped', test: { metric: 0.85 } });
  });
});
