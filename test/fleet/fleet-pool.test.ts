/** A front's pool and workers, over a real Redis: exactly the threads' answers, whatever happens. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NoWorkersError } from '../../src/errors.js';
import { BackendGoneError } from '../../src/runs/backend-rule.js';
import { SurvivingPool, type Death } from '../../src/runs/surviving-pool.js';
import { sha256Of } from '../../src/fleet/pack.js';
import type { FleetTrainTask } from '../../src/fleet/messages.js';
import type { DatasetRef } from '../../src/runs/dataset.js';
import type { FitSettings, StepProgress } from '../../src/runs/protocol.js';
import { WorkerPool } from '../../src/runs/pool.js';
import { preparedFile, preparedFolder } from '../../src/runs/prepared-file.js';
import { uploadFolder, writeUpload } from '../../src/storage/upload-store.js';
import { dyingWorkersOf } from '../support/dying-workers.js';
import { built, FleetParts, type WorkerPart } from '../support/fleet-parts.js';
import { messyTable } from '../support/messy-table.js';
import { redisMissing } from '../support/redis-server.js';
import { settings } from '../support/run-samples.js';

const never = new AbortController().signal;
const unheard = (): void => undefined;
/** Loads quickly, as each new thread has to load it. */
const moons = (more: Partial<FitSettings> = {}): FitSettings =>
  settings({ dataset: { kind: 'builtin', name: 'moons' }, ...more });
const epoch = (more: Partial<FleetTrainTask> = {}): FleetTrainTask => ({
  ...{ settings: moons(), backend: 'fused', checkpoint: null, valLosses: [], forMs: 0 },
  ...more,
});

/** An epoch long enough for progress reports. */
const long = settings({ batchSize: 1, layers: [128, 128], epochs: 1 });
/** One that no test waits to finish. */
const endless = settings({ batchSize: 1, layers: [512, 512, 512] });

const table = (rows: number): Uint8Array =>
  Buffer.from(
    ['x,y', ...Array.from({ length: rows }, (_, row) => `${row},${row % 2 ? 'odd' : 'even'}`)].join(
      '\n',
    ),
  );
const csv = (sha256: string): DatasetRef => ({ kind: 'csv', sha256, fileName: 'numbers.csv' });

/** Some train for seconds, which can be many on a busy machine. */
const patient = { timeout: 120_000 };

describe.skipIf(redisMissing)('a pool of a fleet with one worker', patient, () => {
  let parts: FleetParts;
  let worker: WorkerPart;
  beforeAll(async () => {
    parts = await FleetParts.start();
    worker = await parts.worker();
  });
  afterAll(() => parts.close());

  test('trains and tests bit for bit like a thread here, and reports progress', async () => {
    const heard: StepProgress[] = [];
    const there = await parts.pool.train(epoch({ settings: long }), (p) => heard.push(p), never);
    const here = await worker.pool.train(epoch({ settings: long }), unheard, never);
    expect(there.checkpoint).toStrictEqual(here.checkpoint);
    expect(there.epochs[0]?.logs).toStrictEqual(here.epochs[0]?.logs);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.every(({ epoch }) => epoch === 1)).toBe(true);
    if (!here.checkpoint) throw new Error('an epoch was trained');
    const evaluation = { settings: long, backend: 'fused', checkpoint: here.checkpoint } as const;
    expect(await parts.pool.evaluate(evaluation)).toStrictEqual(
      await worker.pool.evaluate(evaluation),
    );
  });

  test('hands over a turn’s tasks together, each with its own result', async () => {
    const client = parts.redis.client();
    const completed = () =>
      client.zrange(`tutor:queue:training-${parts.version}:completed`, '0', '-1');
    const before = await completed();
    const seeds = [1, 2, 3];
    const turn = { left: seeds.length };
    const results = await Promise.all(
      seeds.map((seed) =>
        parts.pool.train(epoch({ settings: moons({ seed }) }), unheard, never, turn),
      ),
    );
    const jobs = (await completed()).filter((job) => !before.includes(job));
    expect(jobs).toHaveLength(1);
    const weights = results.map(({ checkpoint }) => checkpoint?.weights[0]);
    expect(new Set(weights).size).toBe(3);
  });

  test('sends large networks by content hash, and releases what no task needs', async () => {
    const client = parts.redis.client();
    const all = async () => [
      ...(await client.keys('tutor:blob:*')),
      ...(await client.keys(`tutor:queue:training-${parts.version}:*-*-*`)),
    ];
    const before = await all();
    const wide = moons({ layers: [300, 300], batchSize: 512 });
    const first = await parts.pool.train(epoch({ settings: wide }), unheard, never);
    const { checkpoint } = first;
    const there = await parts.pool.train(epoch({ settings: wide, checkpoint }), unheard, never);
    const here = await worker.pool.train(epoch({ settings: wide, checkpoint }), unheard, never);
    expect(there.checkpoint).toStrictEqual(here.checkpoint);
    const since = (await all()).filter((key) => !before.includes(key));
    const blobs = since.filter((key) => key.startsWith('tutor:blob:'));
    expect(blobs.length).toBeGreaterThan(0);
    // Results do not stay long after they are read either; a TTL of -2 means the key is gone.
    const secondsLeft = (): Promise<number[]> => Promise.all(blobs.map((key) => client.ttl(key)));
    await expect
      .poll(async () => (await secondsLeft()).every((seconds) => seconds !== -1 && seconds <= 30))
      .toBe(true);
    const jobs = since.filter((key) => !blobs.includes(key));
    const lengths = await Promise.all(jobs.map((job) => client.hstrlen(job, 'data')));
    expect(lengths.length).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThan(10_000);
  });

  test('reports a faulty file just as a thread here would', async () => {
    const sha256 = await kept(parts, Buffer.from('x\n1\n'));
    await expect(parts.pool.describe(csv(sha256), 0)).rejects.toMatchObject({
      name: 'Error',
      key: expect.stringMatching(/^error\./) as string,
    });
  });

  test('sends an uploaded file to the worker once, checked by its hash, and again when it is gone', async () => {
    const cachedAt = (sha256: string): string =>
      join(uploadFolder(worker.dataDir), `${sha256}.csv`);
    // If a beat is late on a busy machine, the front reads the file itself.
    const isBrought = async (sha256: string, rows: number): Promise<boolean> => {
      expect((await parts.pool.describe(csv(sha256), 0)).rows.read).toBe(rows);
      return existsSync(cachedAt(sha256));
    };
    const sha256 = await kept(parts, table(60));
    await expect.poll(() => isBrought(sha256, 60)).toBe(true);
    const cached = cachedAt(sha256);
    const { ino } = statSync(cached);
    const client = parts.redis.client();
    expect(await client.ttl(`tutor:upload:${sha256}`)).toBeGreaterThan(60);
    await client.del(`tutor:upload:${sha256}`);
    expect((await parts.pool.preview(csv(sha256))).rows).toBe(60);
    expect(statSync(cached).ino).toBe(ino);

    // Another file is stored under a hash that is not its own.
    const other = await kept(parts, table(50));
    await client.set(`tutor:upload:${other}`, 'x,y\n1,2\n');
    await expect.poll(() => isBrought(other, 50)).toBe(true);
  });

  test('says so if a file is no longer here', async () => {
    const gone = 'a'.repeat(64);
    await expect(parts.pool.describe(csv(gone), 0)).rejects.toMatchObject({ key: 'error.csvGone' });
  });

  test('tells the asker if no worker has a backend, and does what it can', async () => {
    const turn = { left: 2 };
    const lacking = parts.pool.train(epoch({ backend: 'node' }), unheard, never, turn);
    const going = parts.pool.train(epoch(), unheard, never, turn);
    await expect(lacking).rejects.toThrow(BackendGoneError);
    expect((await going).epochs).toHaveLength(1);
    const delayed = `tutor:queue:training-${parts.version}:delayed`;
    await expect.poll(() => parts.redis.client().zcard(delayed)).toBe(0);
  });
});

describe.skipIf(redisMissing)('a pool of a fleet', patient, () => {
  let parts: FleetParts;
  beforeEach(async () => {
    parts = await FleetParts.start();
  });
  afterEach(() => parts.close());

  test('passes a file prepared by one worker to the others, with bit-identical results', async () => {
    const sha256 = await kept(parts, Buffer.from(messyTable()));
    const uploaded = settings({ dataset: csv(sha256), validationSplit: 0.2 });
    const first = await parts.worker();
    const summary = await parts.pool.describe(csv(sha256), 0.2);
    const file = preparedFile(csv(sha256));
    expect(existsSync(join(preparedFolder(first.dataDir), file))).toBe(true);
    await first.leave();

    const second = await parts.worker();
    const { checkpoint } = await parts.pool.train(epoch({ settings: uploaded }), unheard, never);
    const fetched = readFileSync(join(preparedFolder(second.dataDir), file));
    expect(fetched).toEqual(readFileSync(join(preparedFolder(first.dataDir), file)));
    // A thread that reads the uploaded file itself.
    const alone = new WorkerPool({ workers: built, dataDir: parts.dataDir, threads: 1 });
    const here = await alone.train(epoch({ settings: uploaded }), unheard, never);
    await alone.close();
    expect(checkpoint).toStrictEqual(here.checkpoint);

    // The cached copy is used: nobody reads the table again.
    const [key = ''] = await parts.redis.client().keys('tutor:prepared:*');
    const data = deserialize(fetched) as { summary: object };
    const changed = serialize({ ...data, summary: { ...data.summary, target: 'another' } });
    const hash = Buffer.from(sha256Of(changed), 'hex');
    await parts.redis.client().set(key, Buffer.concat([hash, changed]));
    await second.leave();
    await parts.worker();
    const told = await parts.pool.describe(csv(sha256), 0.2);
    expect([summary.target, told.target]).toEqual(['left', 'another']);
  }, 60_000);

  test('learns from a file that the worker’s disk refuses, bit for bit, and reports it once', async () => {
    const worker = await parts.worker();
    for (const folder of [uploadFolder, preparedFolder]) {
      rmSync(folder(worker.dataDir), { recursive: true });
      writeFileSync(folder(worker.dataDir), 'a file in its place');
    }
    const dataset = csv(await kept(parts, Buffer.from(messyTable())));
    const uploaded = settings({ dataset, validationSplit: 0.2 });
    expect((await parts.pool.preview(dataset)).rows).toBe(130);
    expect((await parts.pool.describe(dataset, 0.2)).target).toBe('left');
    const { checkpoint } = await parts.pool.train(epoch({ settings: uploaded }), unheard, never);
    if (!checkpoint) throw new Error('an epoch was trained');
    const task = {
      run: '1',
      settings: uploaded,
      weights: checkpoint.weights,
      backend: 'fused',
    } as const;
    const mistakes = await parts.pool.findMistakes(task);
    const alone = new WorkerPool({ workers: built, dataDir: parts.dataDir, threads: 1 });
    const here = await alone.train(epoch({ settings: uploaded }), unheard, never);
    expect(mistakes).toStrictEqual(await alone.findMistakes(task));
    await alone.close();
    expect(checkpoint).toStrictEqual(here.checkpoint);
    const messages = parts.recorded.lines.map(({ message }) => message);
    const refused = 'the cache folder takes no files: uploads stay in memory until it does';
    expect(messages.filter((message) => message === refused)).toHaveLength(1);
    expect(messages).not.toContain('a worker failed at a task: it is done again');
  }, 60_000);

  test('tells people that no worker is there to answer, and lets runs wait for one', async () => {
    const training = parts.pool.train(epoch(), unheard, never);
    await expect(parts.pool.drawChart({})).rejects.toThrow(NoWorkersError);
    await expect(parts.pool.tensorflowBackends()).rejects.toThrow(NoWorkersError);
    await parts.worker();
    expect((await training).epochs).toHaveLength(1);
    expect(await parts.pool.tensorflowBackends()).toEqual(['cpu', 'wasm']);
  });

  test('a full Redis is reported once, and refused work continues once there is memory again', async () => {
    await parts.worker();
    const client = parts.redis.client();
    await client.config('SET', 'maxmemory', '1');
    const trainings = [1, 2].map((seed) =>
      parts.pool.train(epoch({ settings: moons({ seed }) }), unheard, never),
    );
    // ioredis' own monitor fails if another client sends a command just as it starts.
    let heard = '';
    const monitor = connect(parts.redis.port, '127.0.0.1');
    monitor.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    monitor.write('MONITOR\r\n');
    const tries = (): number => heard.split('"{\\"sender\\"').length - 1;
    await expect.poll(tries, { timeout: 20_000 }).toBeGreaterThan(6);
    monitor.destroy();
    const said = parts.recorded.lines.filter(({ message }) => message.startsWith('a task'));
    expect(said).toEqual([
      expect.objectContaining({
        message: 'a task could not be sent yet; it is tried again',
        details: { fault: expect.stringContaining('OOM command not allowed') as string },
      }),
    ]);
    await client.config('SET', 'maxmemory', '0');
    const results = await Promise.all(trainings);
    expect(results.map(({ epochs }) => epochs.length)).toEqual([1, 1]);
  });

  test('reads data while no worker is there, by the same rules, and leaves it to a worker otherwise', async () => {
    const churn: DatasetRef = { kind: 'builtin', name: 'churn' };
    const sha256 = await kept(parts, table(60));
    const nothing = await kept(parts, Buffer.from('x\n1\n'));
    const here = await Promise.all([
      parts.pool.describe(churn, 0.2),
      parts.pool.describe(csv(sha256), 0),
      parts.pool.preview(csv(sha256)),
    ]);
    const refused = { key: expect.stringMatching(/^error\./) as string };
    await expect(parts.pool.describe(csv(nothing), 0)).rejects.toMatchObject(refused);
    const gone = parts.pool.describe(csv('a'.repeat(64)), 0);
    await expect(gone).rejects.toMatchObject({ key: 'error.csvGone' });
    expect(await parts.redis.client().keys('tutor:queue:desk-*')).toEqual([]);

    const worker = await parts.worker();
    await parts.readsHere.close();
    const there = await Promise.all([
      parts.pool.describe(churn, 0.2),
      parts.pool.describe(csv(sha256), 0),
      parts.pool.preview(csv(sha256)),
    ]);
    expect(there).toStrictEqual(here);
    expect(existsSync(join(uploadFolder(worker.dataDir), `${sha256}.csv`))).toBe(true);
  });

  test('reads data itself if the worker that should read it disappears', async () => {
    await parts.worker({ through: silent });
    const asked = parts.pool.describe({ kind: 'builtin', name: 'churn' }, 0);
    const active = `tutor:queue:desk-${parts.version}:active`;
    await expect.poll(() => parts.redis.client().llen(active)).toBe(1);
    await parts.redis.kill();
    expect((await asked).rows.read).toBe(10_000);
    await parts.redis.restart();
  });

  test('never gives a task to a worker of another version', async () => {
    const stranger = await parts.worker({ version: 'another' });
    const training = parts.pool.train(epoch(), unheard, never);
    await expect(parts.pool.drawChart({})).rejects.toThrow(NoWorkersError);
    expect(stranger.pool.threads.started).toBe(0);
    await parts.worker();
    expect((await training).epochs).toHaveLength(1);
  });

  describe('a worker’s thread that dies', () => {
    let dying: ReturnType<typeof dyingWorkersOf>;
    afterEach(() => dying.remove());

    /** A turn of two, one of which kills that many threads. */
    const turnOf = async (how: Death, deaths: number) => {
      const isDeadly = 'task.some(({ settings }) => settings.seed === 13)';
      const { workers } = (dying = dyingWorkersOf('train-turn', isDeadly, how, deaths));
      await parts.worker({ workers, memoryMb: 48 });
      const surviving = new SurvivingPool(parts.pool, parts.recorded.log);
      const turn = { left: 2 };
      return [13, 7].map((seed) =>
        surviving.train(epoch({ settings: moons({ seed }) }), unheard, never, turn),
      );
    };

    test.each(['memory', 'thread'] as const)('of %s harms neither run', async (how) => {
      const results = await Promise.all(await turnOf(how, 2));
      expect(results.map(({ epochs }) => epochs.length)).toEqual([1, 1]);
      expect(parts.recorded.lines.map(({ message }) => message)).toContain(
        'a thread died; its task is done again',
      );
    });

    test('again and again ends the run that kills it, as on one machine', async () => {
      const [deadly, other] = await turnOf('memory', 9);
      await expect(deadly).rejects.toMatchObject({ name: 'ThreadsDied', why: 'memory' });
      expect((await other)?.epochs).toHaveLength(1);
    });
  });

  describe('a stop', () => {
    test('reaches the thread at once, and the epoch is aborted', async () => {
      const client = parts.redis.client();
      const through = (pool: WorkerPool): WorkerPool =>
        new Proxy(pool, {
          get: (target, name) => {
            const own: unknown = Reflect.get(target, name, target);
            if (name !== 'train') return bound(own, target);
            return (...args: Parameters<WorkerPool['train']>) => {
              args[2].addEventListener('abort', () => void client.config('SET', 'maxmemory', '0'));
              return pool.train(...args);
            };
          },
        });
      await parts.worker({ through });
      const stop = new AbortController();
      // With Redis full, the stop is not stored for polling: the worker hears the message or misses it.
      const onProgress = (): void => {
        if (stop.signal.aborted) return;
        void client.config('SET', 'maxmemory', '1').then(() => {
          stop.abort();
        });
      };
      const { epochs, brokenOff } = await parts.pool.train(
        epoch({ settings: endless }),
        onProgress,
        stop.signal,
      );
      expect(epochs).toEqual([]);
      expect(brokenOff?.epoch.steps).toBeGreaterThan(0);
      expect(brokenOff?.epoch.steps).toBeLessThan(8000);
    });

    test('of a task no worker has begun stores nothing, and the rest of its turn continues', async () => {
      const stop = new AbortController();
      const turn = { left: 2 };
      const stopped = parts.pool.train(epoch(), unheard, stop.signal, turn);
      const going = parts.pool.train(epoch(), unheard, never, turn);
      await new Promise(setImmediate);
      stop.abort();
      expect(await stopped).toEqual({ epochs: [], checkpoint: null });
      await parts.worker();
      expect((await going).epochs).toHaveLength(1);
    });

    test('is seen by a worker that was not there when it was sent', async () => {
      const stop = new AbortController();
      const client = parts.redis.client();
      const training = parts.pool.train(epoch({ settings: endless }), unheard, stop.signal);
      const waiting = `tutor:queue:training-${parts.version}:wait`;
      await expect.poll(() => client.llen(waiting)).toBe(1);
      const [job = ''] = await client.lrange(waiting, 0, 0);
      // What a front writes when nobody heard its message.
      await client.set(`tutor:stop:${job}:0`, '1');
      await parts.worker();
      const { brokenOff } = await training;
      expect(brokenOff?.epoch.steps).toBeLessThan(8000);
    });
  });

  describe('Redis', () => {
    test('that comes back empty is told everything again', async () => {
      const training = parts.pool.train(epoch(), unheard, never);
      const client = parts.redis.client();
      const waiting = `tutor:queue:training-${parts.version}:wait`;
      await expect.poll(() => client.llen(waiting)).toBe(1);
      await parts.redis.kill();
      await parts.redis.restart('wiped');
      await parts.worker();
      expect((await training).epochs).toHaveLength(1);
    });

    test('that disappears while workers compute costs no result', async () => {
      const worker = await parts.worker();
      const begun = new Promise<void>((resolve) => {
        void parts.pool
          .train(
            epoch({ settings: long }),
            () => {
              resolve();
            },
            never,
          )
          .then((result) => (there = result));
      });
      let there: Awaited<ReturnType<typeof parts.pool.train>> | undefined;
      await begun;
      await parts.redis.kill();
      await parts.redis.restart();
      await expect.poll(() => there, { timeout: 90_000 }).toBeDefined();
      const here = await worker.pool.train(epoch({ settings: long }), unheard, never);
      expect(there?.checkpoint).toStrictEqual(here.checkpoint);
    });

    test('that is away when a task is sent gets it later', async () => {
      await parts.worker();
      await parts.redis.kill();
      const training = parts.pool.train(epoch(), unheard, never);
      await parts.redis.restart();
      expect((await training).epochs).toHaveLength(1);
    });
  });

  test('a leaving worker returns what will not end soon, and another does it', async () => {
    const leaving = await parts.worker();
    const stop = new AbortController();
    let isTold = false;
    const onProgress = (): void => void (isTold = true);
    const training = parts.pool.train(epoch({ settings: endless }), onProgress, stop.signal);
    let isOver = false;
    const over = training.then((result) => {
      isOver = true;
      return result;
    });
    await expect.poll(() => isTold).toBe(true);
    await leaving.leave();
    expect(isOver).toBe(false);
    isTold = false;
    const staying: WorkerPart = await parts.worker();
    await expect.poll(() => isTold, { timeout: 60_000 }).toBe(true);
    expect(staying.host.busy).toBe(1);
    stop.abort();
    expect((await over).brokenOff?.epoch.steps).toBeLessThan(8000);
  });

  test('closes at once, and waiting callers are told that the program ends', async () => {
    const training = parts.pool.train(epoch(), unheard, never);
    const told = expect(training).rejects.toMatchObject({ key: 'error.closing' });
    await new Promise(setImmediate);
    await parts.pool.close();
    await told;
    await expect(parts.pool.train(epoch(), unheard, never)).rejects.toMatchObject({
      key: 'error.closing',
    });
  });
});

/** Stores a file as the front's store does. @returns its SHA-256 */
async function kept(parts: FleetParts, bytes: Uint8Array): Promise<string> {
  await writeUpload(uploadFolder(parts.dataDir), bytes);
  return sha256Of(bytes);
}

/** Never reports a file. */
function silent(pool: WorkerPool): WorkerPool {
  return new Proxy(pool, {
    get: (target, name) =>
      name === 'describe'
        ? () => new Promise(() => undefined)
        : bound(Reflect.get(target, name, target) as unknown, target),
  });
}

function bound(own: unknown, target: object): unknown {
  return typeof own === 'function' ? (own.bind(target) as unknown) : own;
}
