/** Data too large for the queue, in a real Redis and on a worker's disk. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Content, ContentGone } from '../../src/fleet/content.js';
import { sha256Of } from '../../src/fleet/pack.js';
import { dropLeftCaches, UploadCache } from '../../src/fleet/upload-cache.js';
import { writeUpload } from '../../src/storage/upload-store.js';
import { SmallDisk, whyNoSmallDisk } from '../support/small-disk.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const one = bytes('one');
const name = sha256Of(one);

/** Undefined if none can be mounted. */
function fullDisk(): SmallDisk | undefined {
  if (whyNoSmallDisk !== undefined) return undefined;
  const disk = new SmallDisk(1);
  disk.fill();
  return disk;
}

describe.skipIf(redisMissing)('content', () => {
  let redis: RedisServerProcess;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());
  beforeEach(async () => {
    await redis.client().flushall();
  });

  test('is available to others by its hash, for a while', async () => {
    const client = redis.client();
    await new Content(client).putBlobs(new Map([[name, one]]));
    expect(await client.ttl(`tutor:blob:${name}`)).toBeGreaterThan(600);
    const found = await new Content(client).blobs([name]);
    expect(Buffer.from(found.get(name) ?? []).toString()).toBe('one');
  });

  test('is kept near by, and soon released when no task needs it', async () => {
    const client = redis.client();
    const content = new Content(client);
    await content.putBlobs(new Map([[name, one]]));
    await content.releaseBlobs([name]);
    expect(await client.ttl(`tutor:blob:${name}`)).toBeLessThanOrEqual(30);
    // The next task does need it.
    await content.putBlobs(new Map([[name, one]]));
    expect(await client.ttl(`tutor:blob:${name}`)).toBeGreaterThan(600);
    await client.flushall();
    expect((await content.blobs([name])).get(name)).toBe(one);
    await expect(new Content(client).blobs([name])).rejects.toThrow(ContentGone);
  });

  test('that does not match its hash is rejected, and may be stored again', async () => {
    const client = redis.client();
    await client.set(`tutor:upload:${name}`, 'other');
    const content = new Content(client);
    await expect(content.upload(name)).rejects.toThrow(ContentGone);
    expect(await content.putUploads([name], () => Promise.resolve(one))).toEqual([]);
    expect(Buffer.from(await content.upload(name)).toString()).toBe('one');
  });

  test('that is nowhere any more is named', async () => {
    const content = new Content(redis.client());
    expect(await content.putUploads([name], () => Promise.resolve(undefined))).toEqual([name]);
  });
});

describe('uploads on a worker’s disk', () => {
  let folder: string;
  const fetched: string[] = [];
  const refusals: unknown[] = [];
  const files = ['a'.repeat(100), 'b'.repeat(100), 'c'.repeat(100)].map(bytes);
  const [a = '', b = '', c = ''] = files.map(sha256Of);
  const cache = (mostBytes?: number): UploadCache =>
    new UploadCache({
      folder,
      fetch: (sha256) => {
        fetched.push(sha256);
        const file = files.find((file) => sha256Of(file) === sha256);
        return file ? Promise.resolve(file) : Promise.reject(new ContentGone());
      },
      write: writeUpload,
      onRefused: (err) => refusals.push(err),
      ...(mostBytes !== undefined && { mostBytes }),
    });
  const hasFile = (sha256: string): boolean => existsSync(join(folder, `${sha256}.csv`));

  beforeEach(() => {
    fetched.length = refusals.length = 0;
    folder = join(mkdtempSync(join(tmpdir(), 'tutor-cache-')), 'uploads');
  });
  afterEach(() => {
    rmSync(join(folder, '..'), { recursive: true });
  });

  test('are fetched once, however many tasks need one at the same time', async () => {
    const uploads = cache();
    await Promise.all([uploads.hold([a]), uploads.hold([a, b])]);
    await uploads.hold([a]);
    expect(fetched.sort()).toEqual([a, b].sort());
  });

  test('are removed when there are too many, least recently read first, but never one in use', async () => {
    const uploads = cache(200);
    const { letGo } = await uploads.hold([a]);
    await utimes(join(folder, `${a}.csv`), 1, Date.now() / 1000 - 60);
    (await uploads.hold([b])).letGo();
    await utimes(join(folder, `${b}.csv`), 1, Date.now() / 1000 - 30);
    (await uploads.hold([c])).letGo();
    expect([a, b, c].map(hasFile)).toEqual([true, false, true]);
    letGo();
    (await uploads.hold([b])).letGo();
    expect([a, b, c].map(hasFile)).toEqual([false, true, true]);
  });

  test('are removed once nobody has read them for an hour', async () => {
    const uploads = cache();
    const { letGo } = await uploads.hold([a]);
    (await uploads.hold([b])).letGo();
    const later = Date.now() + 61 * 60 * 1000;
    await uploads.sweep(later);
    expect([a, b].map(hasFile)).toEqual([true, false]);
    letGo();
    await uploads.sweep(later);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(['a folder that cannot be made', 'a disk that is full'])(
    'are kept in memory if they cannot be written: %s',
    async (how) => {
      const disk = how === 'a disk that is full' ? fullDisk() : undefined;
      if (how === 'a disk that is full' && !disk) return;
      const parent = folder;
      if (disk) folder = join(disk.path, 'uploads');
      else writeFileSync(folder, 'a file in its place');
      try {
        const uploads = cache();
        const [one, two] = await Promise.all([uploads.hold([a]), uploads.hold([a])]);
        expect([...one.inHand.keys(), ...two.inHand.keys()]).toEqual([a, a]);
        expect(Buffer.from(one.inHand.get(a) ?? []).toString()).toBe('a'.repeat(100));
        // Later tasks get it too, and the refusal is reported once.
        expect((await uploads.hold([a, b])).inHand.size).toBe(2);
        expect([fetched, refusals.length]).toEqual([[a, b], 1]);
        if (disk) disk.free();
        else rmSync(folder);
        expect((await uploads.hold([c])).inHand.size).toBe(0);
        expect(hasFile(c)).toBe(true);
      } finally {
        folder = parent;
        disk?.remove();
      }
    },
  );

  test('that are gone leave nothing behind', async () => {
    await expect(cache().hold(['f'.repeat(64)])).rejects.toThrow(ContentGone);
    expect(existsSync(folder)).toBe(false);
  });

  test('of a killed worker are removed with it, those of a living one stay', async () => {
    const caches = join(folder, '..', 'caches');
    for (const worker of ['lives', 'killed']) {
      await writeUpload(join(caches, worker, 'uploads'), one);
    }
    await utimes(join(caches, 'killed', 'uploads'), 1, Date.now() / 1000 - 2 * 60 * 60);
    // The worker's own disk may refuse it an uploads folder.
    mkdirSync(join(caches, 'own'));
    await dropLeftCaches(caches, 'own');
    expect(readdirSync(caches).sort()).toEqual(['lives', 'own']);
  });
});
