/** Real threads that die mid-epoch, by exiting or by running out of memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { WorkerPool } from '../../src/runs/pool.js';
import type { RunState } from '../../src/runs/run.js';
import { RunQueue } from '../../src/runs/run-queue.js';
import type { Checkpoint } from '../../src/runs/protocol.js';
import { FairScheduler, type Turn } from '../../src/runs/scheduler.js';
import { SurvivingPool, type Death } from '../../src/runs/surviving-pool.js';
import { TrainingRuns } from '../../src/runs/training-runs.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { translator } from '../../src/content/translator.js';
import { chartOf } from '../../src/render/chart.js';
import { planePicture, type PlanePicture } from '../../src/render/plane/picture.js';
import { failure } from '../../src/render/run-ending.js';
import { plain } from '../../src/content/text.js';
import { dyingWorkersOf } from '../support/dying-workers.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';
import { by, Recorder } from '../support/run-processes.js';
import { settings } from '../support/run-samples.js';

const built = new URL('../../dist/workers/', import.meta.url);
/** Loads quickly, as each new thread has to load it. */
const moons = { kind: 'builtin', name: 'moons' } as const;
let cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of cleanUp) await one();
  cleanUp = [];
});

function workersDyingOf(...asked: Parameters<typeof dyingWorkersOf>): URL {
  const { workers, remove } = dyingWorkersOf(...asked);
  cleanUp.push(remove);
  return workers;
}

/** Training kills this many threads in epoch 2. */
function dyingWorkers(how: Death, deaths: number): URL {
  const inEpoch2 = 'task.some(({ checkpoint }) => checkpoint?.epoch === 1)';
  return workersDyingOf('train-turn', inEpoch2, how, deaths);
}

/** A run of three epochs on these workers, and its log. */
async function trained(workers: URL) {
  const logged: string[] = [];
  const line = (_: object, message: string): void => void logged.push(message);
  const log = { info: line, warn: line, error: line };
  const pool = new WorkerPool({ workers, dataDir: 'no uploads', threads: 1, memoryMb: 48 });
  cleanUp.unshift(() => pool.close());
  const runs = new TrainingRuns({
    store: new DatabaseRunStore(openMemoryDatabase()),
    pool: new SurvivingPool(pool, log),
    queue: new RunQueue(1),
    scheduler: new FairScheduler(1),
    log,
    nowMs: Date.now,
    monotonicMs: performance.now.bind(performance),
    backend: 'auto',
    graceMs: 1,
  });
  // One epoch per task, however fast the machine is.
  const start = by('web:ada', { dataset: moons, epochs: 3, batchSize: 100, pace: 'watch' });
  const { record } = await runs.start(start, () => Promise.resolve(new Recorder()));
  return { end: await runs.ended(record.id), logged };
}

const computed = ({ phase, finished, test }: RunState) => ({
  phase,
  test,
  finished: finished.map(({ epoch, logs, steps }) => ({ epoch, logs, steps })),
});

it('a hanging thread is reported until it is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-hangs-'));
  cleanUp.push(() => {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'describe-data.js'), 'export default () => { for (;;); };');
  const workers = pathToFileURL(`${folder}/`);
  const pool = new WorkerPool({ workers, dataDir: folder, threads: 1, silentMs: 200 });
  cleanUp.unshift(() => pool.close());
  expect(pool.threads.state).toBe('ok');
  const described = pool.describe({ kind: 'builtin', name: 'churn' }, 0).catch(() => 'ended');
  await expect.poll(() => pool.threads.state, { timeout: 20_000 }).toBe('hanging');
  await pool.close();
  expect(await described).toBe('ended');
  expect(pool.threads.state).toBe('closed');
});

describe.each(['thread', 'memory'] as const)('threads that die (%s)', (how) => {
  it('cost their epoch: the run ends with the numbers of an undisturbed one', async () => {
    const whole = await trained(built);
    const { end, logged } = await trained(dyingWorkers(how, 2));
    expect(end.phase).toBe('completed');
    expect(computed(end)).toEqual(computed(whole.end));
    const again = logged.filter((message) => message.startsWith('a thread died'));
    expect(again).toHaveLength(2);
  }, 60_000);

  it('three times at the same point end the run with one sentence saying so', async () => {
    const { end } = await trained(dyingWorkers(how, 100));
    expect(end).toMatchObject({ phase: 'failed', died: how, finished: [{ epoch: 1 }] });
    const said = plain(failure(end, translator('en')));
    expect(said).toContain(
      how === 'memory' ? 'epoch 2 its training ran out of memory' : 'epoch 2 its training crashed',
    );
  }, 60_000);
});

describe('a thread that dies during work somebody waits for', () => {
  const askedOf = { run: 'abc123', settings: settings({ dataset: moons }) };
  const weights = new Float32Array(2 * 6 + 6 + (6 * 6 + 6) + (6 + 1)).fill(0.1);
  const inPlane = { ...askedOf, weights: [weights], side: 11 };
  const picture = async (pool: SurvivingPool): Promise<PlanePicture> => {
    const { plane, answers } = await pool.planeAnswers(inPlane);
    const frames = answers.map((answer) => ({ title: 'moons', answers: answer }));
    return planePicture(plane, frames, translator('en'));
  };
  const chart = chartOf(recordedState(recordedNames[0] ?? ''), translator('en'));
  const asks: Record<string, (pool: SurvivingPool) => Promise<unknown>> = {
    'describe-data': (pool) => pool.describe(moons, 0),
    'preview-data': (pool) => pool.preview(moons),
    'try-row': (pool) => pool.tryRow({ ...askedOf, weights, asked: 'x:0.5' }),
    'sample-model': (pool) => pool.sampleModel({ ...askedOf, weights }),
    'draw-chart': (pool) => pool.drawChart(chart),
    'find-mistakes': (pool) => pool.findMistakes({ ...askedOf, weights, backend: 'fused' }),
    'plane-answers': (pool) => pool.planeAnswers(inPlane),
    'plane-field': (pool) => pool.planeField(inPlane),
    'draw-plane': async (pool) => pool.drawPlane(await picture(pool)),
    'draw-film': async (pool) => pool.drawFilm(await picture(pool)),
  };

  const poolOf = (workers: URL): WorkerPool =>
    new WorkerPool({ workers, dataDir: 'no uploads', threads: 1 });
  const undisturbed = poolOf(built);
  afterAll(() => undisturbed.close());

  it.each(Object.entries(asks))('costs a retry, not an error (%s)', async (worker, ask) => {
    const logged: object[] = [];
    const log = { warn: (details: object) => void logged.push(details) };
    const dying = poolOf(workersDyingOf(worker, 'true', 'thread', 2));
    cleanUp.unshift(() => dying.close());
    const expected = await ask(new SurvivingPool(undisturbed, log));
    expect(await ask(new SurvivingPool(dying, log))).toEqual(expected);
    expect(logged).toMatchObject([
      { why: 'thread', deaths: 1 },
      { why: 'thread', deaths: 2 },
    ]);
  });
});

it('a run that shared a turn with the cause of a thread’s death continues alone', async () => {
  const logged: object[] = [];
  const pool = new WorkerPool({
    workers: dyingWorkers('thread', 100),
    dataDir: 'no uploads',
    threads: 1,
  });
  cleanUp.unshift(() => pool.close());
  const surviving = new SurvivingPool(pool, { warn: (details) => void logged.push(details) });
  const rest = { backend: 'fused', valLosses: [], forMs: 0 } as const;
  const task = { settings: settings({ dataset: moons }), ...rest };
  const train = (checkpoint: Checkpoint | null, turn?: Turn) =>
    surviving.train({ ...task, checkpoint }, () => undefined, new AbortController().signal, turn);
  const alone = await train(null);
  const turn = { left: 2 };
  const [deadly, neighbour] = await Promise.allSettled([
    train(alone.checkpoint, turn),
    train(null, turn),
  ]);
  expect(deadly).toMatchObject({ status: 'rejected', reason: { name: 'ThreadsDied' } });
  expect(neighbour).toMatchObject({ value: { checkpoint: alone.checkpoint } });
  expect(logged.filter((details) => 'epoch' in details && details.epoch === 1)).toHaveLength(1);
}, 60_000);
