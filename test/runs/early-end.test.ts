/** Early stopping with real threads: when a run ends by itself, and with which weights. */
import { afterAll, expect, test } from 'vitest';
import { WorkerPool } from '../../src/runs/pool.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import type { RunState } from '../../src/runs/run.js';
import { RunQueue } from '../../src/runs/run-queue.js';
import { FairScheduler } from '../../src/runs/scheduler.js';
import { TrainingRuns } from '../../src/runs/training-runs.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { by, Recorder, unseen } from '../support/run-processes.js';

const workers = new URL('../../dist/workers/', import.meta.url);
const pool = new WorkerPool({ workers, dataDir: 'no uploads', threads: 2 });
afterAll(() => pool.close());

const store = new DatabaseRunStore(openMemoryDatabase());

function service(): TrainingRuns {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const scheduler = new FairScheduler(2);
  const queue = new RunQueue(8);
  const monotonicMs = performance.now.bind(performance);
  const common = { store, pool, scheduler, queue, log: silent, nowMs: Date.now, monotonicMs };
  return new TrainingRuns({ ...common, backend: 'auto', graceMs: 0 });
}

/** Its val_loss soon fluctuates. */
const restless: Partial<FitSettings> = {
  ...{ dataset: { kind: 'builtin', name: 'moons' }, epochs: 60, validationSplit: 0.3 },
  ...{ layers: [32], learningRate: 0.05, batchSize: 4 },
};

test('a run with patience ends after that many epochs without a better one, with the best weights', async () => {
  const runs = service();
  const { record } = await runs.start(by('web:ada', { ...restless, patience: 2 }), unseen);
  const end = await runs.ended(record.id);
  expect(end.phase).toBe('completed');
  const valLosses = end.finished.map(({ logs }) => logs.valLoss ?? NaN);
  expect(valLosses.length).toBeLessThan(60);
  const best = valLosses.indexOf(Math.min(...valLosses)) + 1;
  expect(valLosses.length).toBe(best + 2);

  const upToBest = await runs.start(by('web:ada', { ...restless, epochs: best }), unseen);
  const reached = await runs.ended(upToBest.record.id);
  const kept = await store.checkpoint(record.id);
  expect(kept?.weights).toEqual((await store.checkpoint(upToBest.record.id))?.weights);
  expect(kept?.best).toBeUndefined();
  expect(end.test).toEqual(reached.test);
});

test('a run that patience never ends has the best weights, too', async () => {
  const runs = service();
  const { record } = await runs.start(
    by('web:ada', { ...restless, epochs: 6, patience: 100 }),
    unseen,
  );
  const end = await runs.ended(record.id);
  expect(end.finished).toHaveLength(6);
  const valLosses = end.finished.map(({ logs }) => logs.valLoss ?? NaN);
  const best = valLosses.indexOf(Math.min(...valLosses)) + 1;
  const upToBest = await runs.start(by('web:ada', { ...restless, epochs: best }), unseen);
  await runs.ended(upToBest.record.id);
  expect((await store.checkpoint(record.id))?.weights).toEqual(
    (await store.checkpoint(upToBest.record.id))?.weights,
  );
});

test('the next process continues the count', async () => {
  const settings = { ...restless, patience: 3, pace: 'watch' } as const;
  const runs = service();
  const undisturbed = await runs.start(by('web:eve', settings), unseen);
  const expected = await runs.ended(undisturbed.record.id);

  const first = service();
  let begun: Promise<unknown> | undefined;
  await new Promise<void>((resolve) => {
    const leaveAfterTwo = Object.assign(new Recorder(), {
      update: ({ finished }: RunState) => {
        if (finished.length === 2) resolve(first.close());
      },
    });
    begun = first.start(by('web:bob', settings), () => Promise.resolve(leaveAfterTwo));
  });
  await begun;
  const next = service();
  await next.resumeUnfinished(unseen);
  const [going] = next.active('web:bob');
  const id = going?.record.id ?? '';
  const end = await next.ended(id);
  expect(end.resumedAfter).toEqual([2]);
  expect(end.finished.map(({ logs }) => logs)).toEqual(expected.finished.map(({ logs }) => logs));
  expect((await store.checkpoint(id))?.weights).toEqual(
    (await store.checkpoint(undisturbed.record.id))?.weights,
  );
});
