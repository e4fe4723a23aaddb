/**
 * Prepared tables, shared among all workers: the first to prepare an upload puts the result into Redis
 * for a while, the others fetch it. Only a cache, and never waited for: if an entry is missing or does
 * not match its checksum, the table is prepared from the upload.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CacheFolder } from './cache-folder.js';
import { preparedKey } from './names.js';
import type { Redis } from './redis.js';

export interface PreparedCacheOptions {
  /** `preparedFolder`, where the threads look. */
  readonly folder: string;
  readonly redis: Redis;
  readonly version: string;
  /** Only tests give less. */
  readonly mostBytes?: number;
}

/** As long as the upload that it was prepared from. */
const SECONDS = 60 * 60;
const HASH_BYTES = 32;

export class PreparedCache {
  readonly #folder: CacheFolder;
  /** One fetch serves all that need it. */
  readonly #fetching = new Map<string, Promise<boolean>>();

  constructor(private readonly options: PreparedCacheOptions) {
    this.#folder = new CacheFolder(options.folder, SECONDS * 1_000, options.mostBytes);
  }

  /** Fetches what others have prepared onto the disk. Never rejects. @returns those that nobody has */
  async bring(files: readonly string[]): Promise<readonly string[]> {
    const missing = await Promise.all(
      files.map(async (file) => {
        if (await this.#folder.has(file)) return [];
        const fetching = this.#fetching.get(file) ?? this.#fetch(file);
        this.#fetching.set(file, fetching);
        const isHere = await fetching;
        this.#fetching.delete(file);
        return isHere ? [] : [file];
      }),
    );
    return missing.flat();
  }

  /** Shares what is now on the disk with the others. Never rejects. */
  async offer(files: readonly string[]): Promise<void> {
    await Promise.all(files.map((file) => this.#put(file).catch(() => undefined)));
  }

  sweep(): Promise<void> {
    return this.#folder.sweep();
  }

  async #fetch(file: string): Promise<boolean> {
    const unnamed = join(this.options.folder, `${randomUUID()}.tmp`);
    try {
      const bytes = await this.#get(file);
      if (!bytes) return false;
      await writeFile(unnamed, bytes, { mode: 0o600 });
      await rename(unnamed, join(this.options.folder, file));
      await this.sweep();
      return true;
    } catch {
      // For example on a full disk: then a thread prepares it.
      await rm(unnamed, { force: true }).catch(() => undefined);
      return false;
    }
  }

  async #get(file: string): Promise<Uint8Array | undefined> {
    const { redis, version } = this.options;
    const key = preparedKey(file, version);
    const value = await redis.getBuffer(key);
    if (!value) return undefined;
    const bytes = value.subarray(HASH_BYTES);
    if (hashOf(bytes).equals(value.subarray(0, HASH_BYTES))) return bytes;
    await redis.del(key);
    return undefined;
  }

  async #put(file: string): Promise<void> {
    const { redis, version, folder } = this.options;
    const key = preparedKey(file, version);
    // Not there if it is too large to be stored, or cannot be learned from.
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    if (!bytes) return;
    await this.sweep();
    if ((await redis.expire(key, SECONDS)) === 1) return;
    await redis.set(key, Buffer.concat([hashOf(bytes), bytes]), 'EX', SECONDS);
  }
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
