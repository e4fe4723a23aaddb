/** A process ends in the middle of a run, and the next one finds what it left. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { RunState } from '../../src/runs/run.js';
import { RunProcesses, Recorder, by, unseen } from '../support/run-processes.js';
import { settings } from '../support/run-samples.js';
import { ScriptedPool } from '../support/scripted-pool.js';

let on: RunProcesses;

beforeEach(() => {
  on = new RunProcesses();
});

const history = (state: RunState | undefined) => state?.finished;

describe('the end of the process', () => {
  it('leaves a run to the next process, which ends it as if nothing had happened', async () => {
    const whole = await on.begin({ epochs: 4 });
    const undisturbed = await on.runs.ended(whole.id);
    const weights = (await on.store.checkpoint(whole.id))?.weights;

    on.pool.hold = true;
    const { id, watcher } = await on.begin({ epochs: 4 });
    (await on.pool.next()).finish();
    (await on.pool.next()).progress(300);
    await on.runs.close();
    expect(watcher.kinds).not.toContain('stopped');
    await expect(on.runs.start(by('web:eve'), unseen)).rejects.toMatchObject({
      key: 'error.closing',
    });

    on.restart();
    const again = new Recorder();
    await on.runs.resumeUnfinished(() => Promise.resolve(again));
    const end = await on.runs.ended(id);
    expect(again.events[0]).toMatchObject({ kind: 'resumed', epoch: 1 });
    expect(end).toMatchObject({ phase: 'completed', resumedAfter: [1] });
    expect(history(end)).toEqual(history(undisturbed));
    expect((await on.store.checkpoint(id))?.weights).toEqual(weights);
  });

  it('between two quick presses: the second is told which run the first began', async () => {
    const press = 'web:ada fit {}';
    on.pool.hold = true;
    const first = await on.runs.start({ ...by('web:ada', { seed: 1 }), press }, unseen);
    const { id } = first.record;
    await on.runs.close();
    on.restart();
    on.pool.hold = true;
    await on.runs.resumeUnfinished(unseen);
    const again = on.runs.start({ ...by('web:ada', { seed: 2 }), press }, unseen);
    await expect(again).rejects.toMatchObject({ key: 'error.pressedTwice', params: { run: id } });
    const others = [
      { ...by('web:eve', { seed: 2 }), press: 'web:eve fit {}' },
      { ...by('web:ada', { seed: 2, epochs: 5 }), press },
    ];
    for (const other of others) {
      expect((await on.runs.start(other, unseen)).record.id).not.toBe(id);
    }
  });

  it('lets an epoch that is about to end finish', async () => {
    on.pool.hold = true;
    const { id } = await on.begin();
    const epoch = await on.pool.next();
    const closed = on.runs.close();
    epoch.finish();
    await closed;
    expect((await on.storedEvents(id)).map(({ kind }) => kind)).toContain('epoch-ended');
  });

  it('before a run began: the next process begins it', async () => {
    on = new RunProcesses(1);
    on.pool.hold = true;
    await on.begin();
    const { id } = await on.begin({}, 'web:eve');
    await on.runs.close();
    on.restart(new ScriptedPool(), 1);
    await on.runs.resumeUnfinished(unseen);
    expect(await on.runs.ended(id)).toMatchObject({ phase: 'completed', resumedAfter: [] });
  });

  it('after a stop was asked for: the next process stops the run', async () => {
    const whole = await on.begin({ epochs: 1 });
    const { record } = await on.runs.ended(whole.id);
    const events = await on.storedEvents(whole.id);
    const upToTheEpoch = events.filter(({ kind }) => !['evaluated', 'completed'].includes(kind));
    const longer = { ...record, id: 'cut0ff', settings: settings({ epochs: 9 }) };
    await on.store.create(longer, upToTheEpoch);
    const checkpoint = await on.store.checkpoint(whole.id);
    await on.store.append(longer.id, [{ kind: 'stop-requested' }], checkpoint);
    const watcher = new Recorder();
    await on.runs.resumeUnfinished(() => Promise.resolve(watcher));
    expect(await on.runs.ended(longer.id)).toMatchObject({
      phase: 'stopped',
      test: { metric: 0.85 },
    });
    expect(watcher.kinds).toEqual(['evaluated', 'stopped']);
  });

  it('continues unseen if the old message cannot be opened', async () => {
    on.pool.hold = true;
    const { id } = await on.begin();
    await on.pool.next();
    await on.runs.close();
    on.restart();
    await on.runs.resumeUnfinished(() => Promise.reject(new Error('gone')));
    expect((await on.runs.ended(id)).phase).toBe('completed');
    expect(on.logged).toContain('a run goes on unseen');
  });

  it('continues with another backend if its own is gone, and says so', async () => {
    on.pool.hold = true;
    const { id } = await on.begin();
    await on.pool.next();
    await on.runs.close();
    on.restart(
      new (class extends ScriptedPool {
        override readonly hasFused = false;
        override readonly tensorflow = ['wasm'] as const;
      })(),
    );
    await on.runs.resumeUnfinished(unseen);
    const end = await on.runs.ended(id);
    expect(end).toMatchObject({ phase: 'completed', backend: 'wasm' });
    expect(on.logged.join()).toMatch(/backend of a run is not there any more/);
  });
});

describe('a request left unanswered by the end of the process', () => {
  const asked = { ...by('web:ada', { epochs: 4 }), requestId: 'web:r1' };

  it('begins one run, which a repeated request watches', async () => {
    on.pool.hold = true;
    const { record } = await on.runs.start(asked, unseen);
    (await on.pool.next()).progress(300);
    await on.runs.close();

    on.restart();
    on.pool.hold = true;
    await on.runs.resumeUnfinished(unseen);
    const watcher = new Recorder();
    const again = await on.runs.start(asked, () => Promise.resolve(watcher));
    expect(again.record.id).toBe(record.id);
    const epoch = await on.pool.next();
    on.pool.hold = false;
    epoch.finish();
    await on.runs.ended(record.id);
    expect(watcher.kinds).toContain('completed');
    expect(await on.runs.recent('web:ada', 10)).toHaveLength(1);
  });

  it('shows a run that ended before anybody watched it', async () => {
    const { record } = await on.runs.start(asked, unseen);
    await on.runs.ended(record.id);
    on.restart();
    const watcher = new Recorder();
    await on.runs.start(asked, () => Promise.resolve(watcher));
    expect(watcher.states.map(({ phase }) => phase)).toEqual(['completed']);
    expect(await on.runs.recent('web:ada', 10)).toHaveLength(1);
  });

  it('is not refused because of the run that was begun for it', async () => {
    on.pool.hold = true;
    await on.runs.start(asked, unseen);
    await on.begin({ epochs: 4 });
    expect(() => {
      on.runs.admit('web:ada');
    }).toThrow('error.twoRuns');
    expect(() => {
      on.runs.admit('web:ada', { requestId: 'web:r1' });
    }).not.toThrow();
  });
});
