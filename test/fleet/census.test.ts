/** Workers and fronts that meet at a real Redis: who is present, and who gets the slots. */
import { describe, expect, test as plain, vi } from 'vitest';
import type { WorkerBeat } from '../../src/fleet/beats.js';
import { Census, type CensusOptions } from '../../src/fleet/census.js';
import { RedisServer } from '../../src/fleet/redis.js';
import { WorkerHeart } from '../../src/fleet/worker-heart.js';
import { recordingLog } from '../support/recording-log.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

/** Long enough that a busy machine does not look silent or dead: that takes three and four beats. */
const BEAT_MS = 400;

/** A Redis for one test, and the parts that meet there. */
class Meeting {
  readonly #ends: (() => Promise<void> | void)[] = [];

  constructor(readonly process: RedisServerProcess) {}

  #connect(log: ReturnType<typeof recordingLog>['log']): RedisServer {
    const redis = new RedisServer({ url: this.process.url, log });
    this.#ends.push(() => {
      redis.close();
    });
    return redis;
  }

  async worker(told: Partial<WorkerBeat> = {}, beatMs = BEAT_MS) {
    const { log, lines } = recordingLog();
    const redis = this.#connect(recordingLog().log);
    const beat: WorkerBeat = {
      ...{ id: 'w1', host: 'oak', version: 'v1', slots: 4, backends: ['cpu', 'wasm'] },
      ...{ busy: 0, draining: false, runningMs: 0, ...told },
    };
    let now = beat;
    const heart = new WorkerHeart({ redis, log, beat: () => now, beatMs });
    await heart.start();
    this.#ends.push(() => heart.close());
    const tell = (change: Partial<WorkerBeat>): Promise<void> => {
      now = { ...now, ...change };
      return heart.beatNow();
    };
    return { heart, redis, lines, tell };
  }

  async front(told: Partial<CensusOptions> = {}) {
    const { log, lines } = recordingLog();
    const redis = this.#connect(recordingLog().log);
    const census = new Census({
      ...{ redis, log, front: 'main', version: 'v1', demand: () => 0, beatMs: BEAT_MS, ...told },
    });
    await census.start();
    this.#ends.push(() => census.close());
    return { census, redis, lines };
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
    await this.process.close();
  }
}

const test = plain.extend<{ meeting: Meeting }>({
  // eslint-disable-next-line no-empty-pattern -- Vitest reads there what it needs
  meeting: async ({}, use) => {
    const meeting = new Meeting(await startRedis());
    await use(meeting);
    await meeting.close();
  },
});

describe.skipIf(redisMissing)('the census of a fleet', () => {
  /** Waits until the census has the expected value. */
  const becomes = (read: () => unknown, expected: unknown): Promise<void> =>
    vi.waitFor(
      () => {
        expect(read()).toEqual(expected);
      },
      { timeout: 20_000, interval: 5 },
    );

  const warnings = ({ lines }: Pick<ReturnType<typeof recordingLog>, 'lines'>): string[] =>
    lines.filter(({ level }) => level === 'warn').map(({ message }) => message);

  // These two run alone: one sets the global clock, the other counts changes at a faster beat.
  test('whatever time of day a machine has, its worker counts as long as it sends heartbeats', async ({
    meeting,
    onTestFinished,
  }) => {
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const now = Date.now.bind(Date);
    const { census } = await meeting.front();
    vi.spyOn(Date, 'now').mockImplementation(() => now() - 86_400_000);
    const { redis, tell } = await meeting.worker();
    await becomes(() => census.slots, 4);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 86_400_000);
    for (let busy = 1; busy <= 3; busy += 1) {
      await tell({ busy });
      await becomes(() => [census.slots, census.workers[0]?.busy], [4, busy]);
    }
    redis.close();
    await becomes(() => census.slots, 0);
  });

  test('shares never exceed the slots plus one for each further front', async ({ meeting }) => {
    const SLOTS = 9;
    const CHANGES = 40;
    // Faster, as there are many.
    const beatMs = 200;
    await meeting.worker({ slots: SLOTS }, beatMs);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const demands = new Map<string, number>();
    const fronts: Census[] = [];
    const sums: number[] = [];
    let beats = 0;
    for (const name of names) {
      const demand = (): number => {
        beats += 1;
        return demands.get(name) ?? 0;
      };
      const { census } = await meeting.front({ front: name, demand, beatMs });
      fronts.push(census);
      census.onChange(() => {
        sums.push(fronts.reduce((sum, { slots }) => sum + slots, 0));
      });
    }
    let seed = 7;
    const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let change = 0; change < CHANGES; change += 1) {
      for (const name of names) demands.set(name, chance() < 0.4 ? 0 : 40 * chance() ** 3);
      const enough = beats + Math.ceil(3 * names.length * chance());
      await vi.waitFor(
        () => {
          expect(beats).toBeGreaterThanOrEqual(enough);
        },
        { timeout: 20_000, interval: 2 },
      );
    }
    expect(Math.max(...sums)).toBeLessThanOrEqual(SLOTS + names.length - 1);
    expect(sums.length).toBeGreaterThan(CHANGES);
  });

  test.concurrent(
    'a front has its workers’ slots, and the backends that load on all of them',
    async ({ meeting }) => {
      const { census } = await meeting.front();
      expect([census.state, census.slots]).toEqual(['no-workers', 0]);
      const oak = await meeting.worker();
      await becomes(() => census.slots, 4);
      expect([census.state, census.reachable]).toEqual(['ok', true]);
      await meeting.worker({ id: 'w2', host: 'elm', slots: 2, backends: ['wasm', 'node'] });
      await becomes(() => census.slots, 6);
      expect(census.workers.map(({ host }) => host)).toEqual(['elm', 'oak']);
      expect(census.backends).toEqual(['wasm']);
      // Still present for its last tasks, but it gets no new ones.
      await oak.tell({ draining: true, busy: 1 });
      await becomes(() => census.slots, 2);
      expect(census.workers).toHaveLength(2);
      expect(census.backends).toEqual(['wasm', 'node']);
      await oak.heart.close();
      await becomes(() => census.workers.length, 1);
    },
  );

  test.concurrent(
    'a worker that dies silently is soon gone, and listeners are told',
    async ({ meeting }) => {
      const { census, lines } = await meeting.front();
      const { redis } = await meeting.worker();
      await becomes(() => census.slots, 4);
      const heard: number[] = [];
      census.onChange(() => heard.push(census.slots));
      redis.close();
      await becomes(() => [census.slots, census.state], [0, 'no-workers']);
      expect(heard).toEqual([0]);
      expect(lines.map(({ message }) => message)).toEqual([
        'no worker takes tasks: runs wait for one',
        'a worker is there',
        'workers take tasks: runs go on',
        'a worker is gone',
        'no worker takes tasks: runs wait for one',
      ]);
    },
  );

  test.concurrent(
    'other versions get nothing, and both sides report it once',
    async ({ meeting }) => {
      const old = await meeting.worker({ version: 'v0', id: 'old' });
      const { census, ...seen } = await meeting.front();
      await becomes(() => [census.state, [...census.misfits]], ['misfits', [['v0', 1]]]);
      expect([census.slots, census.workers]).toEqual([0, []]);
      await becomes(() => warnings(old).length, 1);
      await meeting.worker();
      await becomes(() => [census.state, census.slots], ['ok', 4]);
      for (let beat = 0; beat < 5; beat += 1) await old.tell({ busy: beat });
      expect(warnings(old)).toEqual([
        expect.stringMatching(/^There are fronts of another version/),
      ]);
      expect(warnings(seen)).toEqual([
        expect.stringMatching(/^There are workers of another version/),
        'no worker takes tasks: runs wait for one',
      ]);
    },
  );

  test.concurrent.for(['kept', 'wiped'] as const)(
    'Redis gone and back (%s) costs nothing',
    async (kept, { meeting }) => {
      const { census, lines } = await meeting.front();
      await meeting.worker();
      await becomes(() => census.slots, 4);
      await meeting.process.kill();
      await becomes(() => [census.state, census.slots, census.workers], ['no-redis', 0, []]);
      await meeting.process.restart(kept);
      await becomes(() => [census.state, census.slots], ['ok', 4]);
      // Before the worker, and perhaps again before it has found Redis. Whether a beat hit the dying Redis is
      // chance.
      const told = warnings({ lines }).filter((line) => !line.startsWith("the front's heartbeat"));
      expect(new Set(told)).toEqual(new Set(['no worker takes tasks: runs wait for one']));
      expect(told.length).toBeLessThanOrEqual(2);
    },
  );

  test.concurrent('a frozen Redis counts as gone', async ({ meeting }) => {
    const { census } = await meeting.front();
    await meeting.worker();
    await becomes(() => census.slots, 4);
    meeting.process.freeze();
    await becomes(() => [census.state, census.slots], ['no-redis', 0]);
    meeting.process.thaw();
    await becomes(() => [census.state, census.slots], ['ok', 4]);
  });

  test.concurrent(
    'a front that starts before its Redis waits for it in the background',
    async ({ meeting }) => {
      await meeting.process.stop();
      const { census } = await meeting.front();
      expect(census.state).toBe('no-redis');
      await meeting.process.restart();
      await meeting.worker();
      await becomes(() => [census.state, census.slots], ['ok', 4]);
    },
  );

  test.concurrent(
    'an idle front leaves all slots to the busy one, and gets them when that is idle',
    async ({ meeting }) => {
      await meeting.worker({ slots: 8 });
      const demands = { a: 0, b: 0 };
      const a = await meeting.front({ front: 'a', demand: () => demands.a });
      await becomes(() => a.census.slots, 8);
      const b = await meeting.front({ front: 'b', demand: () => demands.b });
      const slots = () => [a.census.slots, b.census.slots];
      await becomes(slots, [4, 4]);
      demands.a = 20;
      await becomes(slots, [8, 1]);
      demands.b = 60;
      await becomes(slots, [2, 6]);
      demands.a = 0;
      await becomes(slots, [1, 8]);
      await b.census.close();
      await becomes(() => a.census.slots, 8);
    },
  );

  test.concurrent(
    'fronts of another version share only with their own workers',
    async ({ meeting }) => {
      await meeting.worker({ slots: 6 });
      await meeting.worker({ id: 'w2', version: 'v2', slots: 3 });
      const one = await meeting.front({ front: 'one', demand: () => 5 });
      const two = await meeting.front({ front: 'two', version: 'v2', demand: () => 5 });
      await becomes(() => [one.census.slots, two.census.slots], [6, 3]);
    },
  );
});
