/** Queues of versions no longer in use, in a real Redis. */
import { Queue, Worker } from 'bullmq';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dropOldQueues } from '../../src/fleet/old-queues.js';
import { RedisServer } from '../../src/fleet/redis.js';
import { takeShare, tellWorker } from '../../src/fleet/roll.js';
import { recordingLog } from '../support/recording-log.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

const prefix = 'tutor:queue';
const hourMs = 60 * 60 * 1_000;

describe.skipIf(redisMissing)('queues', () => {
  let redis: RedisServerProcess;
  let server: RedisServer;
  const recorded = recordingLog();
  beforeEach(async () => {
    redis = await startRedis();
    server = new RedisServer({ url: redis.url, log: recorded.log });
    await server.up();
  });
  afterEach(async () => {
    server.close();
    await redis.close();
  });

  /** Both queues of a version, with jobs done, failed and waiting, last used this many hours ago. */
  const left = async (version: string, hoursAgo: number): Promise<void> => {
    const connection = redis.client();
    for (const name of [`training-${version}`, `desk-${version}`]) {
      const queue = new Queue(name, { connection, prefix });
      await queue.add('calls', 'done');
      await queue.add('calls', 'failed');
      const failing = (data: unknown): string => {
        if (data === 'failed') throw new Error('as it is meant to');
        return 'done';
      };
      const worker = new Worker(name, ({ data }) => Promise.resolve(failing(data)), {
        ...{ connection, prefix },
      });
      const over = (): Promise<number> => queue.getJobCountByTypes('completed', 'failed');
      await expect.poll(over, { timeout: 20_000 }).toBe(2);
      await worker.close();
      await queue.add('calls', 'waiting');
      await queue.close();
      const lastMs = Date.now() - hoursAgo * hourMs;
      await connection.del(`${prefix}:${name}:events`);
      await connection.xadd(`${prefix}:${name}:events`, `${lastMs}-0`, 'event', 'added');
    }
  };

  const versionsLeft = async (): Promise<readonly string[]> => {
    const keys = await redis.client().keys(`${prefix}:*`);
    const versions = keys.map((key) => /(?:training|desk)-([^:]+):/.exec(key)?.[1] ?? key);
    return [...new Set(versions)].sort();
  };

  test('that nobody used for a day are removed completely, and no others', async () => {
    await left('1-old', 25);
    await left('1-yesterday', 23);
    await left('1-worked', 25);
    await left('1-fronted', 25);
    await left('1-mine', 25);
    await tellWorker(
      server.now,
      {
        ...{ id: 'w', host: 'here', version: '1-worked', slots: 1, backends: [], busy: 0 },
        ...{ draining: false, runningMs: 0 },
      },
      60_000,
    );
    await takeShare(server.now, { front: 'f', version: '1-fronted', demand: 0 }, 0, 0, 60_000);
    const options = { redis: server, version: '1-mine', log: recorded.log };
    await dropOldQueues(options);
    expect(await versionsLeft()).toEqual(['1-fronted', '1-mine', '1-worked', '1-yesterday']);
    expect(recorded.lines.map(({ details }) => details)).toEqual([
      { dropped: expect.arrayContaining(['training-1-old', 'desk-1-old']) as unknown },
    ]);
    // The remaining queue still works.
    const queue = new Queue('training-1-yesterday', { connection: redis.client(), prefix });
    expect(await queue.getWaitingCount()).toBe(1);
    await queue.close();
    await dropOldQueues(options);
    expect(recorded.lines).toHaveLength(1);
  });
});
