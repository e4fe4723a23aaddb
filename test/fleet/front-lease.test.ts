/** One process per front name, with a real Redis between them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FrontLease, FrontTakenError } from '../../src/fleet/front-lease.js';
import { RedisServer } from '../../src/fleet/redis.js';
import { recordingLog } from '../support/recording-log.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

/** Long enough that a busy machine does not lose a name. */
const LIFETIME_MS = 2_000;

describe.skipIf(redisMissing)("a front's name", () => {
  let process: RedisServerProcess;
  const ends: (() => Promise<void> | void)[] = [];

  beforeEach(async () => {
    process = await startRedis();
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await process.close();
  });

  function another(name = 'main') {
    const { log } = recordingLog();
    const redis = new RedisServer({ url: process.url, log });
    const lost: string[] = [];
    const onLost = lost.push.bind(lost);
    const lease = new FrontLease({ redis, front: name, log, onLost, lifetimeMs: LIFETIME_MS });
    ends.push(
      () => {
        redis.close();
      },
      () => lease.close(),
    );
    return { lease, redis, lost };
  }

  test('a second process is refused in one sentence, and the first keeps it', async () => {
    const first = another();
    await first.lease.take();
    const refusal = await another()
      .lease.take()
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FrontTakenError);
    expect((refusal as Error).message).toBe(
      'FRONT=main: another process on this Redis has this name; each front needs a name of its own.',
    );
    expect(first.lost).toEqual([]);
    await another('other').lease.take();
  });

  test('it is free at once after a clean exit, and soon after a kill', async () => {
    const first = another();
    await first.lease.take();
    const second = another();
    const taken = second.lease.take();
    await first.lease.close();
    await taken;
    second.redis.close();
    await another().lease.take();
  });

  test('a process that was away so long that another has its name is told, once', async () => {
    const first = another();
    await first.lease.take();
    const client = process.client();
    // As after a sleep in which the name expired and another process took it.
    await client.set('tutor:lease:main', 'another process');
    await vi.waitFor(() => {
      expect(first.lost).toHaveLength(1);
    }, 20_000);
    expect(first.lost).toEqual([
      'FRONT=main: another process has this name by now, so this one ends.',
    ]);
    await first.lease.close();
    expect(await client.get('tutor:lease:main')).toBe('another process');
  });

  test('it survives a Redis that is killed, or wiped', async () => {
    const first = another();
    await first.lease.take();
    await process.kill();
    await process.restart('wiped');
    const client = process.client();
    await vi.waitFor(async () => {
      expect(await client.exists('tutor:lease:main')).toBe(1);
    }, 20_000);
    expect(first.lost).toEqual([]);
    await expect(another().lease.take()).rejects.toThrow(FrontTakenError);
  });

  test('without a Redis nobody waits for it; the second process ends when Redis is there', async () => {
    const first = another();
    await first.lease.take();
    await process.kill();
    const second = another();
    await second.lease.take();
    await process.restart();
    const lost = () => [...first.lost, ...second.lost];
    await vi.waitFor(
      () => {
        expect(lost()).toHaveLength(1);
      },
      { timeout: 20_000 },
    );
  });
});
