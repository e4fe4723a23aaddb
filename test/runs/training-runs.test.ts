import { beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { RunLog, RunStore } from '../../src/runs/ports.js';
import type { FitSettings, RunEvent } from '../../src/runs/protocol.js';
import { foldEvents, type RunState } from '../../src/runs/run.js';
import { FairScheduler } from '../../src/runs/scheduler.js';
import type { RunWatcher } from '../../src/runs/service.js';
import { TrainingRuns } from '../../src/runs/training-runs.js';
import { MemoryRunStore } from '../../src/storage/memory-run-store.js';
import { settings, summary } from '../support/run-samples.js';
import { ScriptedPool } from '../support/scripted-pool.js';

let pool: ScriptedPool;
let store: RunStore;
let logged: string[];
let runs: TrainingRuns;

function service(threads = 2): TrainingRuns {
  const line = (_: object, message: string): void => {
    logged.push(message);
  };
  const log: RunLog = { info: line, warn: line, error: line };
  let clockMs = 1000;
  return new TrainingRuns({
    store,
    pool,
    log,
    scheduler: new FairScheduler(threads),
    nowMs: () => (clockMs += 1),
    backend: 'auto',
    graceMs: 1,
  });
}

beforeEach(() => {
  pool = new ScriptedPool();
  store = new MemoryRunStore();
  logged = [];
  runs = service();
});

class Recorder implements RunWatcher {
  readonly events: RunEvent[] = [];
  readonly states: RunState[] = [];
  update(state: RunState, event: RunEvent): void {
    this.events.push(event);
    this.states.push(state);
  }
  ready(): Promise<void> {
    return Promise.resolve();
  }
  get kinds(): string[] {
    return this.events.map((event) => event.kind);
  }
}

const by = (ownerId: string, more: Partial<FitSettings> = {}) => ({
  ownerId,
  ownerName: ownerId,
  settings: settings(more),
});
const unseen = () => Promise.resolve(new Recorder());
const history = (state: RunState | undefined) => state?.finished;

async function begin(more: Partial<FitSettings> = {}, owner = 'web:ada') {
  const watcher = new Recorder();
  const state = await runs.start(by(owner, more), () => Promise.resolve(watcher));
  return { id: state.record.id, watcher };
}

async function storedEvents(id: string): Promise<readonly RunEvent[]> {
  return (await store.find(id))?.events ?? [];
}

describe('a run', () => {
  it('trains epoch after epoch, is tested and ends, and tells of it in order', async () => {
    const { id, watcher } = await begin({ epochs: 2 });
    const end = await runs.ended(id);
    expect(watcher.kinds).toEqual([
      ...['started', 'epoch-started', 'epoch-ended', 'epoch-started', 'epoch-ended'],
      ...['evaluated', 'completed'],
    ]);
    expect(watcher.states.at(-1)).toEqual(end);
    expect(end).toMatchObject({ phase: 'completed', backend: 'cpu', test: { metric: 0.85 } });
    expect(end.finished.map(({ epoch, logs }) => [epoch, logs.loss])).toEqual([
      [1, 1],
      [2, 0.5],
    ]);
  });

  it('has an id that can be typed, and is found under it afterwards', async () => {
    const { id } = await begin();
    expect(id).toMatch(/^[2-9b-hj-km-np-z]{6}$/);
    const end = await runs.ended(id);
    expect(await runs.find(id)).toEqual(end);
    expect(await runs.recent('web:ada', 5)).toEqual([end]);
    expect(await runs.find('nobody')).toBeUndefined();
  });

  it('shows the steps of its epoch, but keeps only what a restart needs', async () => {
    pool.hold = true;
    const { id, watcher } = await begin({ epochs: 1 });
    const epoch = await pool.next();
    const progress = epoch.progress(400);
    expect((await runs.find(id))?.current).toEqual({ epoch: 1, progress });
    epoch.finish();
    const end = await runs.ended(id);
    epoch.progress(800); // a report that was still on its way
    expect(watcher.kinds.filter((kind) => kind === 'step')).toHaveLength(1);
    const events = await storedEvents(id);
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['queued', 'started', 'epoch-ended', 'evaluated', 'completed'],
    ]);
    expect(foldEvents(end.record, events)).toEqual(end);
  });

  it('goes on through a loss that is not a number, as Keras does', async () => {
    pool.loss = (epoch) => (epoch === 1 ? 1 : Number.NaN);
    const { id } = await begin({ epochs: 3 });
    const end = await runs.ended(id);
    expect(end.phase).toBe('completed');
    expect(end.finished.map(({ logs }) => logs.loss)).toEqual([1, Number.NaN, Number.NaN]);
  });

  it('waits for its watcher before every epoch and holds no slot meanwhile', async () => {
    runs = service(1);
    let letGo: () => void = () => undefined;
    const watcher = new Recorder();
    watcher.ready = () => new Promise((resolve) => (letGo = resolve));
    const slow = await runs.start(by('web:ada'), () => Promise.resolve(watcher));
    const other = await begin({}, 'web:eve');
    expect((await runs.ended(other.id)).phase).toBe('completed');
    expect(watcher.kinds).toEqual([]);
    watcher.ready = () => Promise.resolve();
    letGo();
    expect((await runs.ended(slow.record.id)).phase).toBe('completed');
  });

  it('is not harmed by a watcher that fails', async () => {
    const watcher: RunWatcher = {
      update: () => {
        throw new Error('no such message');
      },
      ready: () => Promise.reject(new Error('nor this')),
    };
    const { record } = await runs.start(by('web:ada'), () => Promise.resolve(watcher));
    expect((await runs.ended(record.id)).phase).toBe('completed');
    expect(logged).toContain('a watcher failed');
  });

  it('fails with an id for its owner when training breaks, and the cause is logged', async () => {
    pool.hold = true;
    const { id, watcher } = await begin();
    (await pool.next()).fail(new Error('thread died'));
    const end = await runs.ended(id);
    expect(end).toMatchObject({
      phase: 'failed',
      faultId: expect.stringMatching(/^\w{6}$/) as string,
    });
    expect(watcher.kinds.at(-1)).toBe('failed');
    expect(logged).toContain('run failed');
    expect(history(await runs.find(id))).toEqual([]);
  });

  it('whose message cannot be opened ends at once, and is listed', async () => {
    const start = runs.start(by('web:ada'), () => Promise.reject(new Error('no channel')));
    await expect(start).rejects.toThrow('no channel');
    expect((await runs.recent('web:ada', 1))[0]?.phase).toBe('failed');
    await begin();
    await begin();
  });

  it('whose message its owner has to make possible first was never there', async () => {
    const refusal = new UserError('error.noRuns');
    const start = runs.start(by('web:ada'), () => Promise.reject(refusal));
    await expect(start).rejects.toBe(refusal);
    expect(await runs.recent('web:ada', 1)).toEqual([]);
    expect(logged).not.toContain('run failed');
  });
});

describe('accepting runs', () => {
  it('refuses the third run of one person, naming those that go on, until one ends', async () => {
    pool.hold = true;
    const first = await begin();
    const second = await begin();
    const third = runs.start(by('web:ada'), unseen);
    await expect(third).rejects.toEqual(
      new UserError('error.twoRuns', { max: 2, ids: `${first.id}, ${second.id}` }),
    );
    await begin({}, 'web:eve');
    await runs.stop(first.id);
    await runs.ended(first.id);
    await begin();
  });

  it('counts runs that are only just being accepted', async () => {
    pool.hold = true;
    const all = await Promise.allSettled([1, 2, 3].map(() => runs.start(by('web:ada'), unseen)));
    expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });

  it('says which epochs fit when rows × epochs is too much', async () => {
    pool.data = summary(80_000);
    await expect(runs.start(by('web:ada', { epochs: 63 }), unseen)).rejects.toMatchObject({
      key: 'error.runTooLarge',
      params: { epochs: 63, rows: 80_000, largest: 62 },
    });
    expect(await runs.recent('web:ada', 5)).toEqual([]);
    expect((await begin({ epochs: 62 })).id).toBeTruthy();
  });

  it('passes on what is wrong with the data and keeps no place for it', async () => {
    pool.data = new UserError('error.closing');
    for (const _ of [1, 2, 3]) {
      await expect(runs.start(by('web:ada'), unseen)).rejects.toBe(pool.data);
    }
  });

  it('trains no more epochs at a time than there are threads', async () => {
    runs = service(2);
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => begin({ epochs: 5 }, owner)));
    await Promise.all(all.map(({ id }) => runs.ended(id)));
    expect(pool.mostUnderWay).toBe(2);
  });
});

describe('stopping', () => {
  it('keeps the part of the epoch under way and tests its weights', async () => {
    pool.hold = true;
    const { id, watcher } = await begin();
    (await pool.next()).finish();
    (await pool.next()).progress(300);
    expect(await runs.stop(id)).toBe(true);
    const end = await runs.ended(id);
    expect(end).toMatchObject({
      phase: 'stopped',
      current: { epoch: 2, progress: { step: 300 } },
      test: { metric: 0.85 },
    });
    expect(history(end)).toHaveLength(1);
    expect(pool.evaluated[0]?.checkpoint.step).toBe(1100);
    expect(watcher.kinds.slice(-3)).toEqual(['stop-requested', 'evaluated', 'stopped']);
    expect(await runs.stop(id)).toBe(false);
    expect(foldEvents(end.record, await storedEvents(id))).toEqual(end);
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
    const { record } = await runs.start(by('web:ada'), () => Promise.resolve(watcher));
    await second;
    expect(await runs.stop(record.id)).toBe(true);
    const end = await runs.ended(record.id);
    expect(end).toMatchObject({ phase: 'stopped', test: { metric: 0.85 } });
    expect(end.current).toBeUndefined();
  });

  it('before the first epoch ends the run without a test', async () => {
    pool.hold = true;
    runs = service(1);
    await begin();
    const waiting = await begin({}, 'web:eve');
    await runs.stop(waiting.id);
    const end = await runs.ended(waiting.id);
    expect(end).toMatchObject({ phase: 'stopped', finished: [] });
    expect(end.test).toBeUndefined();
  });

  it('twice is told once', async () => {
    pool.hold = true;
    const { id, watcher } = await begin();
    await pool.next();
    expect(await Promise.all([runs.stop(id), runs.stop(id)])).toEqual([true, true]);
    await runs.ended(id);
    expect(watcher.kinds.filter((kind) => kind === 'stop-requested')).toHaveLength(1);
    expect(await runs.stop('nobody')).toBe(false);
  });
});

describe('the end of the process', () => {
  it('leaves a run to the next process, which ends it as if nothing had happened', async () => {
    const whole = await begin({ epochs: 4 });
    const undisturbed = await runs.ended(whole.id);
    const weights = (await store.checkpoint(whole.id))?.weights;

    pool.hold = true;
    const { id, watcher } = await begin({ epochs: 4 });
    (await pool.next()).finish();
    (await pool.next()).progress(300);
    await runs.close();
    expect(watcher.kinds).not.toContain('stopped');
    await expect(runs.start(by('web:eve'), unseen)).rejects.toMatchObject({ key: 'error.closing' });

    pool = new ScriptedPool();
    runs = service();
    const again = new Recorder();
    await runs.resumeUnfinished(() => Promise.resolve(again));
    const end = await runs.ended(id);
    expect(again.events[0]).toMatchObject({ kind: 'resumed', epoch: 1 });
    expect(end).toMatchObject({ phase: 'completed', resumedAfter: [1] });
    expect(history(end)).toEqual(history(undisturbed));
    expect((await store.checkpoint(id))?.weights).toEqual(weights);
  });

  it('lets an epoch end that is about to', async () => {
    pool.hold = true;
    const { id } = await begin();
    const epoch = await pool.next();
    const closed = runs.close();
    epoch.finish();
    await closed;
    expect((await storedEvents(id)).map(({ kind }) => kind)).toContain('epoch-ended');
  });

  it('before a run began: the next process begins it', async () => {
    runs = service(1);
    pool.hold = true;
    await begin();
    const { id } = await begin({}, 'web:eve');
    await runs.close();
    pool = new ScriptedPool();
    runs = service(1);
    await runs.resumeUnfinished(unseen);
    expect(await runs.ended(id)).toMatchObject({ phase: 'completed', resumedAfter: [] });
  });

  it('after a stop was asked for: the next process stops the run', async () => {
    const whole = await begin({ epochs: 1 });
    const { record } = await runs.ended(whole.id);
    const events = await storedEvents(whole.id);
    const upToTheEpoch = events.filter(({ kind }) => !['evaluated', 'completed'].includes(kind));
    const longer = { ...record, id: 'cut0ff', settings: settings({ epochs: 9 }) };
    await store.create(longer, upToTheEpoch);
    const checkpoint = await store.checkpoint(whole.id);
    await store.append(longer.id, [{ kind: 'stop-requested' }], checkpoint);
    const watcher = new Recorder();
    await runs.resumeUnfinished(() => Promise.resolve(watcher));
    expect(await runs.ended(longer.id)).toMatchObject({ phase: 'stopped', test: { metric: 0.85 } });
    expect(watcher.kinds).toEqual(['evaluated', 'stopped']);
  });

  it('goes on unseen when the old message cannot be opened', async () => {
    pool.hold = true;
    const { id } = await begin();
    await pool.next();
    await runs.close();
    pool = new ScriptedPool();
    runs = service();
    await runs.resumeUnfinished(() => Promise.reject(new Error('gone')));
    expect((await runs.ended(id)).phase).toBe('completed');
    expect(logged).toContain('a run goes on unseen');
  });

  it('goes on with another backend when its own is gone, and says so', async () => {
    pool.hold = true;
    const { id } = await begin();
    await pool.next();
    await runs.close();
    pool = new (class extends ScriptedPool {
      override readonly backends = ['wasm'] as const;
    })();
    runs = service();
    await runs.resumeUnfinished(unseen);
    const end = await runs.ended(id);
    expect(end).toMatchObject({ phase: 'completed', backend: 'wasm' });
    expect(logged.join()).toMatch(/backend of a run is not there any more/);
  });
});
