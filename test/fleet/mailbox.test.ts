/** What finished work leaves in the queue, in a real Redis. */
import { Worker } from 'bullmq';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Errand } from '../../src/fleet/errand.js';
import { Mailbox } from '../../src/fleet/mailbox.js';
import { RedisServer } from '../../src/fleet/redis.js';
import { recordingLog } from '../support/recording-log.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

describe.skipIf(redisMissing)('a mailbox', () => {
  let redis: RedisServerProcess;
  let server: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
    server = new RedisServer({ url: redis.url, log: recordingLog().log });
    await server.up();
  });
  afterEach(async () => {
    server.close();
    await redis.close();
  });

  test('leaves nothing behind after work that succeeded or failed, if no work follows', async () => {
    const mailbox = new Mailbox({
      ...{ redis: server, version: 'v1', onNews: () => undefined, keptSeconds: 0.5 },
    });
    const connection = redis.client();
    let [taken, done, failed] = [0, 0, 0];
    const worker = new Worker(
      'desk-v1',
      () => ((taken += 1) < 4 ? Promise.resolve('') : Promise.reject(new Error('it is so'))),
      { connection, prefix: 'tutor:queue' },
    );
    worker.on('completed', () => (done += 1));
    worker.on('failed', () => (failed += 1));
    for (let at = 0; at < 4; at += 1) {
      await mailbox.add(new Errand('desk', []), Buffer.from('calls'));
    }
    await expect.poll(() => done + failed, { timeout: 20_000 }).toBe(4);
    expect([done, failed]).toEqual([3, 1]);
    const jobs = (): Promise<readonly string[]> => connection.keys('tutor:queue:desk-v1:*-*-*');
    await expect.poll(jobs, { timeout: 20_000 }).toEqual([]);
    for (const state of ['completed', 'failed', 'wait', 'active']) {
      expect(await connection.exists(`tutor:queue:desk-v1:${state}`)).toBe(0);
    }
    mailbox.close();
    await worker.close();
  });
});
