/** Prepared tables, from one worker's disk to another's, over a real Redis. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PreparedCache } from '../../src/fleet/prepared-cache.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

const key = (file: string): string => `tutor:prepared:v1:${file}`;

describe.skipIf(redisMissing)('prepared tables', () => {
  let redis: RedisServerProcess;
  let root: string;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'tutor-prepared-'));
    await redis.client().flushall();
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** @returns its cache and its folder */
  const worker = async (name: string, mostBytes?: number): Promise<[PreparedCache, string]> => {
    const folder = join(root, name);
    const client = redis.client();
    const cache = new PreparedCache({
      ...{ redis: client, folder, version: 'v1' },
      ...(mostBytes !== undefined && { mostBytes }),
    });
    await cache.sweep();
    return [cache, folder];
  };

  test('go from a worker that has prepared one to a worker that needs it, for a while', async () => {
    const [first, there] = await worker('first');
    const [second, here] = await worker('second');
    expect(await second.bring(['a.bin'])).toEqual(['a.bin']);
    // As one of its threads would.
    writeFileSync(join(there, 'a.bin'), 'numbers');
    await first.offer(['a.bin', 'never-written.bin']);
    expect(await redis.client().keys('tutor:*')).toEqual([key('a.bin')]);
    const seconds = await redis.client().ttl(key('a.bin'));
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(await Promise.all([second.bring(['a.bin']), second.bring(['a.bin'])])).toEqual([[], []]);
    expect(readFileSync(join(here, 'a.bin'), 'utf8')).toBe('numbers');
    await redis.client().flushall();
    expect(await second.bring(['a.bin'])).toEqual([]);
  });

  test('that do not match their hash are rejected, and may be stored again', async () => {
    const [first, there] = await worker('first');
    const [second, here] = await worker('second');
    writeFileSync(join(there, 'a.bin'), 'numbers');
    await first.offer(['a.bin']);
    const value = await redis.client().getBuffer(key('a.bin'));
    if (!value) throw new Error('it was put there');
    value[value.length - 1] = 0;
    await redis.client().set(key('a.bin'), value);
    expect(await second.bring(['a.bin'])).toEqual(['a.bin']);
    expect(readdirSync(here)).toEqual([]);
    await first.offer(['a.bin']);
    expect(await second.bring(['a.bin'])).toEqual([]);
  });

  test('are removed when there are too many, least recently read first', async () => {
    const [cache, folder] = await worker('first', 250);
    for (const [at, file] of ['a.bin', 'b.bin', 'c.bin'].entries()) {
      writeFileSync(join(folder, file), 'x'.repeat(100));
      await utimes(join(folder, file), 1, Date.now() / 1_000 - 60 + at);
    }
    await cache.bring(['a.bin']);
    await cache.offer(['c.bin']);
    expect(readdirSync(folder).sort()).toEqual(['a.bin', 'c.bin']);
  });

  test('are prepared by each worker whose disk refuses them', async () => {
    const [first, there] = await worker('first');
    writeFileSync(join(there, 'a.bin'), 'numbers');
    await first.offer(['a.bin']);
    const folder = join(root, 'full');
    writeFileSync(folder, 'a file in its place');
    const cache = new PreparedCache({ redis: redis.client(), folder, version: 'v1' });
    expect(await cache.bring(['a.bin'])).toEqual(['a.bin']);
    await cache.offer(['a.bin']);
  });
});
