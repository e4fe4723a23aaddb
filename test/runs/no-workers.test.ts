/** Runs whose workers are on other machines and may be gone for a while. */
import { beforeEach, describe, expect, it } from 'vitest';
import { NoWorkersError } from '../../src/errors.js';
import { BackendGoneError } from '../../src/runs/backend-rule.js';
import { foldEvents } from '../../src/runs/run.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { Recorder, RunProcesses, unseen } from '../support/run-processes.js';
import { ScriptedPool } from '../support/scripted-pool.js';

class Workers {
  reachable = true;
  readonly #listeners = new Set<() => void>();
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** As a census would report them. */
  are(reachable: boolean): void {
    this.reachable = reachable;
    on.scheduler.setSlots(reachable ? 2 : 0);
    for (const listener of this.#listeners) listener();
  }
  get listeners(): number {
    return this.#listeners.size;
  }
}

/** Nothing can be read or prepared while no worker is there. */
class RemotePool extends ScriptedPool {
  override describe: ScriptedPool['describe'] = (...asked) =>
    workers.reachable ? super.describe(...asked) : Promise.reject(new NoWorkersError());
}

/** Data is also read here, but only workers know what computes on them. */
class UnaskedPool extends ScriptedPool {
  override hold = true;
  override tensorflowBackends: ScriptedPool['tensorflowBackends'] = () =>
    workers.reachable ? super.tensorflowBackends() : Promise.reject(new NoWorkersError());
}

let workers: Workers;
let on: RunProcesses;
beforeEach(() => {
  workers = new Workers();
  on = new RunProcesses(2, Infinity, new DatabaseRunStore(openMemoryDatabase()), workers);
  on.pool.hold = true;
});

const fleetKinds = (watcher: Recorder): string[] =>
  watcher.kinds.filter((kind) => kind.startsWith('workers'));

async function waitingRun(epochs = 2) {
  const run = await on.begin({ epochs });
  const first = await on.pool.next();
  workers.are(false);
  first.finish();
  await expect.poll(() => run.watcher.kinds).toContain('epoch-ended');
  return run;
}

describe('a run without workers', () => {
  it('waits, says so once, and continues by itself; nothing of that is stored', async () => {
    const { id, watcher } = await waitingRun();
    const state = await on.runs.find(id);
    expect(state).toMatchObject({ phase: 'training', waitsForWorkers: true });
    workers.are(true);
    (await on.pool.next()).finish();
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({ phase: 'completed', finished: { length: 2 } });
    expect(end.waitsForWorkers).toBeUndefined();
    expect(fleetKinds(watcher)).toEqual(['workers-missing', 'workers-found']);
    expect(foldEvents(end.record, await on.storedEvents(id))).toEqual(end);
    expect(workers.listeners).toBe(0);
  });

  it('is over without mentioning them if they go as it ends', async () => {
    const { id, watcher } = await on.begin({ epochs: 1 });
    const only = await on.pool.next();
    watcher.update = (state, event) => {
      watcher.states.push(state);
      watcher.events.push(event);
      if (event.kind === 'evaluated') workers.are(false);
    };
    only.finish();
    expect((await on.runs.ended(id)).waitsForWorkers).toBeUndefined();
    expect(watcher.kinds.at(-1)).toBe('completed');
  });

  it('that never had any begins as soon as there are some', async () => {
    workers.are(false);
    const { id, watcher } = await on.begin({ epochs: 1 });
    await expect.poll(() => fleetKinds(watcher)).toEqual(['workers-missing']);
    expect(await on.runs.find(id)).toMatchObject({ phase: 'queued', waitsForWorkers: true });
    workers.are(true);
    (await on.pool.next()).finish();
    expect(await on.runs.ended(id)).toMatchObject({ phase: 'completed' });
  });

  it.each(['lives on', 'ends'])(
    'begins later even if only a worker knows its backend, and the process %s',
    async (fate) => {
      on.restart(new UnaskedPool());
      workers.are(false);
      const { id, watcher } = await on.begin({ epochs: 1, engine: 'tensorflow' });
      await expect.poll(() => fleetKinds(watcher)).toEqual(['workers-missing']);
      if (fate === 'ends') {
        await on.runs.close();
        on.restart(new UnaskedPool());
        workers.are(false);
        await on.runs.resumeUnfinished(unseen);
      }
      workers.are(true);
      const epoch = await on.pool.next();
      expect(epoch.task.backend).toBe('cpu');
      epoch.finish();
      const end = await on.runs.ended(id);
      expect(end).toMatchObject({ phase: 'completed', backend: 'cpu' });
      expect((await on.storedEvents(id)).map(({ kind }) => kind)).toEqual([
        ...['queued', 'started', 'epoch-ended', 'evaluated', 'completed'],
      ]);
    },
  );

  it('is stopped at once if it has no result, and tested first if it has one', async () => {
    const trained = await waitingRun();
    const fresh = await on.begin({ epochs: 2 });
    await on.runs.stop(fresh.id);
    expect(await on.runs.ended(fresh.id)).toMatchObject({ phase: 'stopped', finished: [] });
    await on.runs.stop(trained.id);
    await expect
      .poll(() => on.runs.find(trained.id))
      .toMatchObject({ phase: 'stopping', waitsForWorkers: true });
    workers.are(true);
    expect(await on.runs.ended(trained.id)).toMatchObject({
      ...{ phase: 'stopped', finished: { length: 1 }, test: { metric: 0.85 } },
    });
  });

  it('does not count as late: nobody else was trained meanwhile', async () => {
    const other = await on.begin({ epochs: 9 }, 'web:eve');
    const others = await on.pool.next();
    const { id, watcher } = await waitingRun(3);
    on.clockMs += 60_000;
    workers.are(true);
    others.finish();
    for (let epochs = 0; epochs < 4; epochs += 1) (await on.pool.next()).finish();
    await on.runs.ended(id);
    expect(watcher.kinds).not.toContain('late');
    await on.runs.stop(other.id);
  });

  it('continues with another backend if the workers with its own are gone, and mentions no restart', async () => {
    on.pool = Object.assign(new RemotePool(), {
      hold: true,
      hasFused: false,
      tensorflow: ['node'],
    });
    on.restart(on.pool);
    const { id } = await on.begin({ epochs: 2 });
    const first = await on.pool.next();
    expect(first.task.backend).toBe('node');
    first.finish();
    const second = await on.pool.next();
    Object.assign(on.pool, { tensorflow: ['wasm'] });
    second.fail(new BackendGoneError());
    const again = await on.pool.next();
    expect(again.task).toMatchObject({ backend: 'wasm', checkpoint: { epoch: 1 } });
    again.finish();
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({ phase: 'completed', backend: 'wasm', resumedAfter: [] });
    expect(end.finished).toHaveLength(2);
    expect(foldEvents(end.record, await on.storedEvents(id))).toEqual(end);
  });

  it('is left to the next process, which waits as well, even before it knows its data', async () => {
    const trained = await waitingRun();
    const queued = await on.begin({ epochs: 1 });
    await on.runs.close();
    on.restart(new RemotePool());
    workers.are(false);
    const watchers: Recorder[] = [];
    await on.runs.resumeUnfinished(() => {
      const watcher = new Recorder();
      watchers.push(watcher);
      return Promise.resolve(watcher);
    });
    await expect
      .poll(() => watchers.map(fleetKinds))
      .toEqual([['workers-missing'], ['workers-missing']]);
    workers.are(true);
    for (const { id } of [trained, queued]) {
      expect(await on.runs.ended(id)).toMatchObject({ phase: 'completed' });
    }
  });

  it('can be paused and stopped even before it knows its data', async () => {
    workers.are(false);
    const paused = await on.begin({ epochs: 1 });
    const stopped = await on.begin({ epochs: 1 });
    await on.runs.close();
    on.restart(new RemotePool());
    workers.are(false);
    await on.runs.resumeUnfinished(unseen);
    await on.runs.pause(paused.id);
    await on.runs.stop(stopped.id);
    expect(await on.runs.ended(stopped.id)).toMatchObject({ phase: 'stopped', finished: [] });
    workers.are(true);
    await on.runs.resume(paused.id);
    expect(await on.runs.ended(paused.id)).toMatchObject({ phase: 'completed' });
  });
});
