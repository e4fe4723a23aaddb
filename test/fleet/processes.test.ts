/** Fronts and workers as real processes: whatever dies, runs match a single process's bit for bit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, test as plain, vi } from 'vitest';
import { startBuilt } from '../support/built-program.js';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { TestFleet, type FrontProcess } from '../support/fleet.js';
import { computed, keptRuns } from '../support/kept-runs.js';
import { redisMissing } from '../support/redis-server.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

const PASSWORD = 'a-password-of-redis';

/** Epochs long enough for something to happen in the middle of one. */
const long = '/fit epochs:4 batch:1 layers:64,64 seed:7';
const done = /is done: 4 epochs/;

/** Waits until an answer matches. */
async function heard(events: EventStream, wanted: RegExp): Promise<string> {
  for (;;) {
    const { body, isMine } = await events.entry();
    if (isMine && body.kind === 'answer' && wanted.test(body.spoken)) return body.spoken;
  }
}

/** A person in a front's room who has asked for a training run. */
async function asked(address: string, line: string) {
  const visitor = await Visitor.at(address);
  const events = await visitor.listen();
  await visitor.type(line);
  return {
    says: (wanted: RegExp) => heard(events, wanted),
    type: (more: string) => visitor.type(more),
    leave: () => {
      events.close();
    },
  };
}

/** The result of the first run in a DATA_DIR, once its process has ended. */
async function outcome(front: FrontProcess) {
  front.kill('SIGTERM');
  await front.exited;
  const [run] = await keptRuns(front.dataDir);
  return computed(run);
}

/** Each test has its own fleet. */
const test = plain.extend<{ fleet: TestFleet }>({
  // eslint-disable-next-line no-empty-pattern -- Vitest reads there what it needs
  fleet: async ({}, use) => {
    const fleet = await TestFleet.start(PASSWORD);
    await use(fleet);
    await fleet.close();
  },
});

/** Until a worker is busy with a training task. */
async function underWay({ redis }: TestFleet): Promise<void> {
  const client = redis.client();
  const isActive = async (): Promise<boolean> => {
    const [key] = await client.keys('tutor:queue:training-*:active');
    return key !== undefined && (await client.llen(key)) > 0;
  };
  await vi.waitUntil(isActive, { timeout: 60_000, interval: 5 });
}

/** The only worker is busy with what a person asked a front for. */
async function begun(fleet: TestFleet, line = long) {
  const worker = fleet.worker();
  await worker.ready;
  const front = fleet.front();
  const learner = await asked((await front.ready).address, line);
  await underWay(fleet);
  return { worker, front, learner };
}

/** Several processes train on all cores. */
const patient = { timeout: 240_000 };
/** Five seconds are promised; the rest is for a busy machine. */
const ENDS_WITHIN_MS = 20_000;

describe.skipIf(redisMissing)('a fleet of processes', patient, () => {
  /** The result of a single process. */
  let alone: ReturnType<typeof computed>;

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tutor-alone-'));
    const program = await startBuilt(dataDir, 0, { WORKER_THREADS: '1' });
    const learner = await asked(program.address, long);
    await learner.says(done);
    learner.leave();
    await program.end();
    alone = computed((await keptRuns(dataDir))[0]);
    rmSync(dataDir, { recursive: true });
  }, patient.timeout);

  test('continues when a worker is asked to leave, which it does soon', async ({
    fleet,
    expect,
  }) => {
    const { worker, front, learner } = await begun(
      fleet,
      '/fit epochs:2 batch:1 layers:512,512,512',
    );
    const fromMs = performance.now();
    worker.kill('SIGTERM');
    expect(await worker.exited).toBe(0);
    expect(performance.now() - fromMs).toBeLessThan(ENDS_WITHIN_MS);
    // Returned at once, not after its lock expires.
    const client = fleet.redis.client();
    const [waiting = ''] = await client.keys('tutor:queue:training-*:wait');
    expect(await client.llen(waiting)).toBe(1);
    learner.leave();
    front.kill('SIGKILL');
  });

  test('starts without Redis and says so, answers, continues once it is there, and ends at any time', async ({
    fleet,
    expect,
  }) => {
    await fleet.redis.kill();
    const [front, worker, other] = [fleet.front(), fleet.worker(), fleet.worker()];
    const learner = await asked((await front.ready).address, '/fit epochs:1');
    await learner.says(/is waiting for a computer to train on; it starts by itself/);
    const lost = (line: string): boolean => line.includes('Redis cannot be reached');
    for (const { printed } of [front, worker, other]) {
      await expect.poll(() => printed.filter(lost), { timeout: 60_000 }).toHaveLength(1);
    }
    other.kill('SIGTERM');
    expect(await other.exited).toBe(0);
    await fleet.redis.restart();
    await worker.ready;
    await learner.says(/is done: 1 epoch/);
    await learner.type(long);
    await learner.says(done);
    await fleet.redis.kill();
    await learner.type('/model');
    await learner.says(/I can’t reach any of the computers that train and calculate for me/);
    await fleet.redis.restart();
    learner.leave();
    // A frozen Redis holds nobody up either.
    fleet.redis.freeze();
    for (const program of [front, worker]) {
      const fromMs = performance.now();
      program.kill('SIGTERM');
      expect(await program.exited).toBe(0);
      expect(performance.now() - fromMs).toBeLessThan(ENDS_WITHIN_MS);
    }
  });

  // They mostly wait for a lock, a name or a worker: the longest goes first, as not all start at once.
  describe('side by side', () => {
    test.concurrent(
      'continues when the front is killed, and when Redis comes back empty',
      async ({ fleet, expect }) => {
        const { front: killed, learner } = await begun(fleet);
        killed.kill('SIGKILL');
        await killed.exited;
        learner.leave();
        const front = fleet.front();
        await front.ready;
        await underWay(fleet);
        await fleet.redis.kill();
        await fleet.redis.restart('wiped');
        const over = (): boolean => front.printed.some((line) => line.includes('"run over"'));
        await expect.poll(over, { timeout: 180_000 }).toBe(true);
        expect(await outcome(front)).toStrictEqual(alone);
      },
    );

    test.concurrent(
      'a run that waits for its first worker outlives kill -9 of its front, and can be stopped',
      async ({ fleet, expect }) => {
        const killed = fleet.front();
        const learner = await asked((await killed.ready).address, long);
        await learner.says(/is waiting for a computer to train on/);
        killed.kill('SIGKILL');
        await killed.exited;
        learner.leave();
        const front = fleet.front();
        const { address } = await front.ready;
        const other = await asked(address, '/fit epochs:500 batch:1');
        await other.says(/is waiting for a computer to train on/);
        await other.type('/stop');
        await other.says(/was stopped before its first iteration/);
        other.leave();
        const worker = fleet.worker();
        await worker.ready;
        const over = (): boolean =>
          front.printed.some((line) => /completed.*"run over"/.test(line));
        await expect.poll(over, { timeout: 60_000 }).toBe(true);
        expect(await outcome(front)).toStrictEqual(alone);
      },
    );

    test.concurrent(
      'continues when a worker is killed in the middle of an epoch',
      async ({ fleet, expect }) => {
        const { worker, front, learner } = await begun(fleet);
        worker.kill('SIGKILL');
        const second = fleet.worker();
        await second.ready;
        await learner.says(done);
        learner.leave();
        expect(await outcome(front)).toStrictEqual(alone);
      },
    );

    test.concurrent(
      'is not confused by a frozen worker that comes back',
      async ({ fleet, expect }) => {
        const { worker: frozen, front, learner } = await begun(fleet);
        frozen.kill('SIGSTOP');
        const second = fleet.worker();
        await second.ready;
        // If edits are rare, its end may be all that is visible.
        const seen = await learner.says(/epoch [34] of 4|is done: 4 epochs/);
        frozen.kill('SIGCONT');
        if (!seen.includes('is done')) await learner.says(done);
        learner.leave();
        await expect
          .poll(
            () => frozen.printed.filter((line) => line.includes('the queue refused something')),
            {
              timeout: 60_000,
            },
          )
          .not.toEqual([]);
        expect(await outcome(front)).toStrictEqual(alone);
      },
    );

    test.concurrent(
      'a second front of the same name refuses in one sentence',
      async ({ fleet, expect }) => {
        const first = fleet.front('first', { FRONT: 'twin' });
        await first.ready;
        const second = fleet.front('second', { FRONT: 'twin' });
        expect(await second.exited).toBe(1);
        expect(second.printed.at(-1)).toMatch(/^FRONT=twin: another process/);
      },
    );

    test.concurrent(
      'accepts requests while no worker is there, refuses faulty ones, and begins with the first worker',
      async ({ fleet, expect }) => {
        const front = fleet.front();
        const learner = await asked((await front.ready).address, long);
        await learner.says(/on churn is waiting for a computer to train on; it starts by itself/);
        await learner.type('/fit drop:Nonsense');
        await learner.says(/Nonsense/);
        await learner.type('/sweep lr:0.1,0.01 epochs:1 batch:100');
        await learner.says(/Waiting for a computer to train on/);
        const worker = fleet.worker();
        await worker.ready;
        await learner.says(done);
        learner.leave();
        expect(await outcome(front)).toStrictEqual(alone);
      },
    );

    test.concurrent(
      'trains on two workers bit for bit the same, and no secret reaches Redis or a log',
      async ({ fleet, expect }) => {
        const discord = await FakeDiscord.start();
        const secrets = {
          DISCORD_TOKEN: discord.token,
          LLM_API_KEY: 'sk-a-key-of-the-model-server',
        };
        const seen: string[] = [];
        const monitor = await fleet.redis.client().monitor();
        monitor.on('monitor', (_, args: readonly string[]) => seen.push(args.join(' ')));
        const workers = [fleet.worker(), fleet.worker()];
        await Promise.all(workers.map(({ ready }) => ready));
        const front = fleet.front('front', {
          ...{ ...secrets, DISCORD_API_URL: discord.apiUrl },
          ...{ LLM_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'none' },
        });
        const learner = await asked((await front.ready).address, long);
        await learner.says(done);
        learner.leave();
        expect(await outcome(front)).toStrictEqual(alone);
        monitor.disconnect();
        discord.close();
        expect(seen.length).toBeGreaterThan(100);
        const everything = [seen, front.printed, ...workers.map(({ printed }) => printed)].join(
          '\n',
        );
        for (const secret of [PASSWORD, ...Object.values(secrets)]) {
          expect(everything.includes(secret), 'a secret was written').toBe(false);
        }
        for (const { printed } of workers) {
          expect(printed.filter((line) => line.includes('Ready: '))).toHaveLength(1);
        }
      },
    );

    test.concurrent(
      'serves two fronts at once, with bit-identical results on each',
      async ({ fleet, expect }) => {
        const worker = fleet.worker();
        await worker.ready;
        const fronts = [fleet.front('one'), fleet.front('two')];
        const learners = await Promise.all(
          fronts.map(async ({ ready }) => asked((await ready).address, long)),
        );
        await Promise.all(learners.map((learner) => learner.says(done)));
        for (const learner of learners) learner.leave();
        for (const front of fronts) expect(await outcome(front)).toStrictEqual(alone);
      },
    );

    test.concurrent(
      'reports a worker’s state to probes and scrapers',
      async ({ fleet, expect }) => {
        const worker = fleet.worker({ HEALTH_PORT: '0', METRICS_PORT: '0', WORKER_THREADS: '2' });
        await worker.ready;
        const at = (name: string): string =>
          worker.printed.flatMap(
            (line) => new RegExp(`${name}: (http://[^/]+)`).exec(line)?.[1] ?? [],
          )[0] ?? '';
        const ready = await fetch(`${at('Health')}/readyz`);
        expect(ready.status).toBe(200);
        expect(await ready.json()).toMatchObject({
          ...{ status: 'ready', redis: 'ok', busy: 0 },
          threads: { most: 2 },
        });
        const front = fleet.front();
        const learner = await asked((await front.ready).address, '/fit epochs:2 batch:100');
        await learner.says(/is done: 2 epochs/);
        learner.leave();
        const metrics = await (await fetch(`${at('Metrics')}/metrics`)).text();
        expect(metrics).toMatch(/^tutor_worker_threads 2$/m);
        expect(metrics).toMatch(
          /^tutor_worker_jobs_total\{lane="training",outcome="done"\} [1-9]/m,
        );
        await fleet.redis.kill();
        const status = async (): Promise<number> => (await fetch(`${at('Health')}/readyz`)).status;
        await expect.poll(status, { timeout: 60_000 }).toBe(503);
        expect((await fetch(`${at('Health')}/healthz`)).status).toBe(200);
      },
    );

    test.concurrent(
      'a starting front removes the queue of a version that nobody used for a day',
      async ({ fleet, expect }) => {
        const client = fleet.redis.client();
        const queue = 'tutor:queue:training-1-old';
        await client.hset(`${queue}:meta`, 'version', 'bullmq:6.7.0');
        await client.hset(`${queue}:some-job`, 'data', '{}');
        await client.zadd(`${queue}:completed`, 1, 'some-job');
        await fleet.front().ready;
        await expect.poll(() => client.keys(`${queue}:*`), { timeout: 20_000 }).toEqual([]);
      },
    );

    test.concurrent(
      'a worker with a wrong password says so, waits, and takes tasks once it is right',
      async ({ fleet, expect }) => {
        const wrong = fleet.redis.url.replace(PASSWORD, 'another-password');
        const worker = fleet.worker({ REDIS_URL: wrong });
        await expect
          .poll(() => worker.printed.join(), { timeout: 60_000 })
          .toContain('it refuses the password of REDIS_URL');
        await fleet.redis.client().config('SET', 'requirepass', 'another-password');
        await worker.ready;
        expect(worker.printed.join()).not.toMatch(/another-password|"level":60/);
      },
    );

    test.concurrent(
      'a worker without a Redis address refuses in one sentence',
      async ({ fleet, expect }) => {
        const worker = fleet.worker({ REDIS_URL: '' });
        await expect(worker.ready).rejects.toThrow(/REDIS_URL: a worker needs it/);
        expect(await worker.exited).toBe(1);
      },
    );
  });
});
