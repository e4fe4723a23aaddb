import { beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { foldEvents, type RunState } from '../../src/runs/run.js';
import type { RunWatcher } from '../../src/runs/service.js';
import { RunProcesses, Recorder, by, unseen } from '../support/run-processes.js';
import { summary } from '../support/run-samples.js';

let on: RunProcesses;

beforeEach(() => {
  on = new RunProcesses();
});

const history = (state: RunState | undefined) => state?.finished;

describe('a run', () => {
  it('trains epoch after epoch, is tested and ends, and reports it in order', async () => {
    const { id, watcher } = await on.begin({ epochs: 2 });
    const end = await on.runs.ended(id);
    expect(watcher.kinds).toEqual([
      ...['started', 'epoch-started', 'epoch-ended', 'epoch-started', 'epoch-ended'],
      ...['evaluated', 'completed'],
    ]);
    expect(watcher.states.at(-1)).toEqual(end);
    expect(end).toMatchObject({ phase: 'completed', backend: 'fused', test: { metric: 0.85 } });
    expect(end.finished.map(({ epoch, logs }) => [epoch, logs.loss])).toEqual([
      [1, 1],
      [2, 0.5],
    ]);
  });

  it('has an id that can be typed, and can be found by it afterwards', async () => {
    const { id } = await on.begin();
    expect(id).toMatch(/^[2-9b-hj-km-np-z]{6}$/);
    const end = await on.runs.ended(id);
    expect(await on.runs.find(id)).toEqual(end);
    expect(await on.runs.recent('web:ada', 5)).toEqual([end]);
    expect(await on.runs.find('nobody')).toBeUndefined();
  });

  it('shows the steps of its epoch, but stores only what a restart needs', async () => {
    on.pool.hold = true;
    const { id, watcher } = await on.begin({ epochs: 1 });
    const epoch = await on.pool.next();
    const progress = epoch.progress(400);
    expect((await on.runs.find(id))?.current).toEqual({ epoch: 1, progress });
    epoch.finish();
    const end = await on.runs.ended(id);
    epoch.progress(800); // a report still in transit
    expect(watcher.kinds.filter((kind) => kind === 'step')).toHaveLength(1);
    const events = await on.storedEvents(id);
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['queued', 'started', 'epoch-ended', 'evaluated', 'completed'],
    ]);
    expect(foldEvents(end.record, events)).toEqual(end);
  });

  it('continues through a loss that is not a number, as Keras does', async () => {
    on.pool.loss = (epoch) => (epoch === 1 ? 1 : Number.NaN);
    const { id } = await on.begin({ epochs: 3 });
    const end = await on.runs.ended(id);
    expect(end.phase).toBe('completed');
    expect(end.finished.map(({ logs }) => logs.loss)).toEqual([1, Number.NaN, Number.NaN]);
  });

  it('waits for its watcher before every epoch and holds no slot meanwhile', async () => {
    on = new RunProcesses(1);
    let letGo: () => void = () => undefined;
    const watcher = new Recorder();
    watcher.ready = () => new Promise((resolve) => (letGo = resolve));
    const slow = await on.runs.start(by('web:ada'), () => Promise.resolve(watcher));
    const other = await on.begin({}, 'web:eve');
    expect((await on.runs.ended(other.id)).phase).toBe('completed');
    expect(watcher.kinds).toEqual([]);
    watcher.ready = () => Promise.resolve();
    letGo();
    expect((await on.runs.ended(slow.record.id)).phase).toBe('completed');
  });

  it('is not harmed by a failing watcher', async () => {
    const watcher: RunWatcher = {
      update: () => {
        throw new Error('no such message');
      },
      ready: () => Promise.reject(new Error('nor this')),
    };
    const { record } = await on.runs.start(by('web:ada'), () => Promise.resolve(watcher));
    expect((await on.runs.ended(record.id)).phase).toBe('completed');
    expect(on.logged).toContain('a watcher failed');
  });

  it('fails with an id for its owner when training breaks, and the cause is logged', async () => {
    on.pool.hold = true;
    const { id, watcher } = await on.begin();
    (await on.pool.next()).fail(new Error('thread died'));
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({
      phase: 'failed',
      faultId: expect.stringMatching(/^\w{6}$/) as string,
    });
    expect(watcher.kinds.at(-1)).toBe('failed');
    expect(on.logged).toContain('run failed');
    expect(history(await on.runs.find(id))).toEqual([]);
  });

  it('whose message cannot be opened ends at once, and is listed', async () => {
    const start = on.runs.start(by('web:ada'), () => Promise.reject(new Error('no channel')));
    await expect(start).rejects.toThrow('no channel');
    expect((await on.runs.recent('web:ada', 1))[0]?.phase).toBe('failed');
    await on.begin();
    await on.begin();
  });

  it('whose message its owner must first make possible never existed', async () => {
    const refusal = new UserError('error.noRuns');
    const start = on.runs.start(by('web:ada'), () => Promise.reject(refusal));
    await expect(start).rejects.toBe(refusal);
    expect(await on.runs.recent('web:ada', 1)).toEqual([]);
    expect(on.logged).not.toContain('run failed');
  });
});

describe('accepting runs', () => {
  it('refuses a person’s third run, naming those in progress, until one ends', async () => {
    on.pool.hold = true;
    const first = await on.begin();
    const second = await on.begin();
    const third = on.runs.start(by('web:ada'), unseen);
    await expect(third).rejects.toEqual(
      new UserError('error.twoRuns', { max: 2, going: 2, ids: `${first.id}, ${second.id}` }),
    );
    await on.begin({}, 'web:eve');
    await on.runs.stop(first.id);
    await on.runs.ended(first.id);
    await on.begin();
  });

  it('counts runs that are just being accepted', async () => {
    on.pool.hold = true;
    const all = await Promise.allSettled([1, 2, 3].map(() => on.runs.start(by('web:ada'), unseen)));
    expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });

  it('says which epochs fit if rows × epochs is too much', async () => {
    on.pool.data = summary(80_000);
    await expect(on.runs.start(by('web:ada', { epochs: 63 }), unseen)).rejects.toMatchObject({
      key: 'error.runTooLarge',
      params: { epochs: 63, rows: 80_000, largest: 62 },
    });
    expect(await on.runs.recent('web:ada', 5)).toEqual([]);
    expect((await on.begin({ epochs: 62 })).id).toBeTruthy();
  });

  it('passes on what is wrong with the data and reserves no place for it', async () => {
    on.pool.data = new UserError('error.closing');
    for (const _ of [1, 2, 3]) {
      await expect(on.runs.start(by('web:ada'), unseen)).rejects.toBe(on.pool.data);
    }
  });

  it('trains no more epochs at a time than there are threads', async () => {
    on = new RunProcesses(2);
    const all = await Promise.all(
      ['a', 'b', 'c', 'd'].map((owner) => on.begin({ epochs: 5 }, owner)),
    );
    await Promise.all(all.map(({ id }) => on.runs.ended(id)));
    expect(on.pool.mostUnderWay).toBe(2);
  });
});

describe('stopping', () => {
  it('keeps the part of the current epoch and tests its weights', async () => {
    on.pool.hold = true;
    const { id, watcher } = await on.begin();
    (await on.pool.next()).finish();
    (await on.pool.next()).progress(300);
    expect(await on.runs.stop(id)).toBe(true);
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({
      phase: 'stopped',
      current: { epoch: 2, progress: { step: 300 } },
      test: { metric: 0.85 },
    });
    expect(history(end)).toHaveLength(1);
    expect(on.pool.evaluated[0]?.checkpoint.step).toBe(1100);
    expect(watcher.kinds.slice(-3)).toEqual(['stop-requested', 'evaluated', 'stopped']);
    expect(await on.runs.stop(id)).toBe(false);
    expect(foldEvents(end.record, await on.storedEvents(id))).toEqual(end);
  });

  it('between epochs takes effect at once', async () => {
    const watcher = new Recorder();
    let readyCalls = 0;
    let secondAsked: () => void = () => undefined;
    const second = new Promise<void>((resolve) => (secondAsked = resolve));
    watcher.ready = () => {
      readyCalls += 1;
      if (readyCalls === 1) return Promise.resolve();
      secondAsked();
      return new Promise(() => undefined); // never shown
    };
    const { record } = await on.runs.start(by('web:ada'), () => Promise.resolve(watcher));
    await second;
    expect(await on.runs.stop(record.id)).toBe(true);
    const end = await on.runs.ended(record.id);
    expect(end).toMatchObject({ phase: 'stopped', test: { metric: 0.85 } });
    expect(end.current).toBeUndefined();
  });

  it('before the first epoch ends the run without a test', async () => {
    on.pool.hold = true;
    on = new RunProcesses(1);
    await on.begin();
    const waiting = await on.begin({}, 'web:eve');
    await on.runs.stop(waiting.id);
    const end = await on.runs.ended(waiting.id);
    expect(end).toMatchObject({ phase: 'stopped', finished: [] });
    expect(end.test).toBeUndefined();
  });

  it('twice is reported once', async () => {
    on.pool.hold = true;
    const { id, watcher } = await on.begin();
    await on.pool.next();
    expect(await Promise.all([on.runs.stop(id), on.runs.stop(id)])).toEqual([true, true]);
    await on.runs.ended(id);
    expect(watcher.kinds.filter((kind) => kind === 'stop-requested')).toHaveLength(1);
    expect(await on.runs.stop('nobody')).toBe(false);
  });
});
