/** More runs than the machine takes at once, and runs that wait for each other's threads. */
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../src/runs/run.js';
import { by, Recorder, RunProcesses } from '../support/run-processes.js';

/** Resolves once all pending promise reactions have run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const places = ({ events }: Recorder) =>
  events.flatMap((event) => (event.kind === 'waiting' ? [event.place] : []));

describe('with more runs than may go on at once', () => {
  /** One run of Ada's trains its first epoch; new runs wait. */
  async function crowded(maxRuns = 1) {
    const on = new RunProcesses(2, maxRuns);
    on.pool.hold = true;
    const ada = await on.begin();
    const epoch = await on.pool.next();
    return { on, ada, epoch };
  }

  it('a run knows its place from its first message, moves up, and starts by itself', async () => {
    const { on, epoch } = await crowded();
    const eve = await on.begin({ epochs: 1 }, 'web:eve');
    const bob = await on.begin({ epochs: 1 }, 'web:bob');
    expect((await on.runs.find(eve.id))?.place).toBe(1);
    expect((await on.runs.find(bob.id))?.place).toBe(2);
    on.pool.hold = false;
    epoch.finish();
    const ends = await Promise.all([eve, bob].map(({ id }) => on.runs.ended(id)));
    expect(ends).toMatchObject([{ phase: 'completed' }, { phase: 'completed' }]);
    const whole = ['started', 'epoch-started', 'epoch-ended', 'evaluated', 'completed'];
    expect(eve.watcher.kinds).toEqual(['admitted', ...whole]);
    expect(bob.watcher.kinds).toEqual(['waiting', 'admitted', ...whole]);
    expect(places(bob.watcher)).toEqual([1]);
    expect(on.pool.mostUnderWay).toBe(1);
  });

  it('trains as many as there are places, side by side', async () => {
    const { on } = await crowded(2);
    const eve = await on.begin({}, 'web:eve');
    await on.pool.next();
    const bob = await on.begin({}, 'web:bob');
    expect((await on.runs.find(eve.id))?.place).toBeUndefined();
    expect((await on.runs.find(bob.id))?.place).toBe(1);
    expect(on.pool.underWay).toBe(2);
  });

  it('stores nothing of the queue, which is true only now', async () => {
    const { on, epoch } = await crowded();
    const { id } = await on.begin({ epochs: 1 }, 'web:eve');
    on.pool.hold = false;
    epoch.finish();
    const end = await on.runs.ended(id);
    const events = await on.storedEvents(id);
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['queued', 'started', 'epoch-ended', 'evaluated', 'completed'],
    ]);
    expect(foldEvents(end.record, events)).toEqual(end);
  });

  it('a run that is stopped while it waits is over at once, and the others move up', async () => {
    const { on } = await crowded();
    const eve = await on.begin({}, 'web:eve');
    const bob = await on.begin({}, 'web:bob');
    expect(await on.runs.stop(eve.id)).toBe(true);
    const end = await on.runs.ended(eve.id);
    expect(end).toMatchObject({ phase: 'stopped', finished: [] });
    expect(end.place).toBeUndefined();
    expect(eve.watcher.kinds).toEqual(['stop-requested', 'stopped']);
    expect(places(bob.watcher)).toEqual([1]);
    expect(on.pool.underWay, 'nothing of it was trained').toBe(1);
  });

  it('a run whose message cannot be opened delays nobody', async () => {
    const { on } = await crowded();
    const start = on.runs.start(by('web:eve'), () => Promise.reject(new Error('no channel')));
    await expect(start).rejects.toThrow('no channel');
    const { id } = await on.begin({}, 'web:bob');
    expect((await on.runs.find(id))?.place).toBe(1);
  });
});

describe('a restart with runs in the queue', () => {
  it('first continues the runs that had begun, then the waiting ones, in order', async () => {
    const on = new RunProcesses(2, 1);
    on.pool.hold = true;
    const first = await on.begin({ epochs: 1 });
    const adas = await on.begin({ epochs: 1 });
    const eves = await on.begin({ epochs: 1 }, 'web:eve');
    const bobs = await on.begin({ epochs: 1 }, 'web:bob');
    (await on.pool.next()).finish();
    await on.runs.ended(first.id);
    await on.pool.next(); // Eve's: Ada had a run just now, though her second is older
    await on.runs.close();
    for (const { watcher } of [adas, eves, bobs]) expect(watcher.kinds).not.toContain('stopped');
    expect((await on.storedEvents(bobs.id)).map(({ kind }) => kind)).toEqual(['queued']);

    on.restart();
    on.pool.hold = true;
    const watchers = new Map<string, Recorder>();
    await on.runs.resumeUnfinished(({ record }) => {
      const watcher = new Recorder();
      watchers.set(record.id, watcher);
      // The oldest run's message is found last.
      return new Promise((resolve) => {
        setImmediate(() => {
          if (record.id === adas.id) setImmediate(resolve, watcher);
          else resolve(watcher);
        });
      });
    });
    const began: string[] = [];
    for (let run = 0; run < 3; run += 1) {
      const epoch = await on.pool.next();
      const [going] = [adas, eves, bobs].filter(({ id }) => !began.includes(id) && isGoing(on, id));
      began.push(going?.id ?? 'nobody');
      epoch.finish();
      if (going) await on.runs.ended(going.id);
    }
    expect(began).toEqual([eves.id, adas.id, bobs.id]);
    // Their messages may still show their place from the last process.
    expect(watchers.get(adas.id)?.kinds.slice(0, 2)).toEqual(['waiting', 'admitted']);
    expect(watchers.get(bobs.id)?.events[0]).toEqual({ kind: 'waiting', place: 2 });
    expect(watchers.get(eves.id)?.kinds[0]).toBe('resumed');
  });
});

it('a run that waited before a restart and has a place after it says that it waits no longer', async () => {
  const on = new RunProcesses(2, 1);
  on.pool.hold = true;
  await on.begin();
  await on.pool.next();
  const waiting = await on.begin({ epochs: 1 }, 'web:eve');
  await on.runs.close();
  on.maxRuns = 2;
  on.restart();
  const again = new Recorder();
  await on.runs.resumeUnfinished(({ record }) =>
    Promise.resolve(record.id === waiting.id ? again : new Recorder()),
  );
  await on.runs.ended(waiting.id);
  expect(again.kinds.slice(0, 2)).toEqual(['admitted', 'started']);
});

const isGoing = (on: RunProcesses, id: string): boolean =>
  ['web:ada', 'web:eve', 'web:bob']
    .flatMap((owner) => on.runs.active(owner))
    .some((state) => state.record.id === id && state.current !== undefined);

describe('a run that waits for threads', () => {
  /** Ada and Eve train on one thread: Ada's epochs take `adaMs`, Eve's `eveMs`. Eve's run is watched. */
  async function sharing(adaMs: number, eveMs: number, epochs = 3) {
    const on = new RunProcesses(1);
    on.pool.hold = true;
    const ada = await on.begin({ epochs: 1 });
    const adas = await on.pool.next();
    const eve = await on.begin({ epochs }, 'web:eve');
    await settled();
    on.clockMs += adaMs;
    return {
      on,
      eve,
      ada,
      endAdas: () => {
        adas.finish();
      },
      endEves: async () => {
        const epoch = await on.pool.next();
        on.clockMs += eveMs;
        epoch.finish();
        await settled();
      },
    };
  }

  it('says how many others train and how long an epoch takes including waiting, once one has ended', async () => {
    const { on, eve, endAdas, endEves } = await sharing(5_000, 100);
    endAdas();
    await settled();
    expect((await on.runs.find(eve.id))?.delay).toBeUndefined();
    await endEves();
    expect(eve.watcher.kinds.slice(0, 4)).toEqual([
      ...['started', 'epoch-started', 'late', 'epoch-ended'],
    ]);
    expect(eve.watcher.events[2]).toEqual({ kind: 'late', others: 1, epochMs: 5_100 });
    expect(eve.watcher.states[3]?.delay).toEqual({ others: 1, epochMs: 5_100 });
  });

  it('says nothing if its epochs take longer than the waiting', async () => {
    const { eve, endAdas, endEves } = await sharing(5_000, 6_000);
    endAdas();
    await endEves();
    expect(eve.watcher.kinds).toContain('epoch-ended');
    expect(eve.watcher.kinds).not.toContain('late');
  });

  it('retracts that when nobody else trains any more', async () => {
    const { on, eve, ada, endAdas, endEves } = await sharing(5_000, 100);
    endAdas();
    await endEves();
    await on.runs.ended(ada.id);
    await endEves();
    const [epoch1, epoch2] = eve.watcher.states.filter(
      (_, i) => eve.watcher.kinds[i] === 'epoch-ended',
    );
    expect(epoch1?.delay).toBeDefined();
    expect(epoch2?.delay).toBeUndefined();
  });

  it('retracts that when its turns come at once again, and stores nothing of it', async () => {
    const { on, eve, endAdas, endEves } = await sharing(5_000, 100, 8);
    // Bob's run is in progress throughout, but its message is never ready for an epoch.
    const watcher = new Recorder();
    watcher.ready = () => new Promise(() => undefined);
    await on.runs.start(by('web:bob'), () => Promise.resolve(watcher));
    endAdas();
    for (let epoch = 1; epoch <= 8; epoch += 1) await endEves();
    const end = await on.runs.ended(eve.id);
    // 5 s of waiting make a second per turn, as long as at most five turns share them.
    expect(eve.watcher.kinds.filter((kind) => kind === 'late')).toHaveLength(5);
    expect(eve.watcher.kinds.filter((kind) => kind === 'on-time')).toHaveLength(1);
    expect(end.delay).toBeUndefined();
    expect(foldEvents(end.record, await on.storedEvents(eve.id))).toEqual(end);
  });
});
