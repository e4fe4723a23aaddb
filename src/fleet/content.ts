/**
 * Content that is too large for the queue, stored in Redis by its SHA-256: before anything refers to it,
 * for a limited time, and again when it has expired.
 */
import { sha256Of, type Blobs } from './pack.js';
import { blobKey, uploadKey } from './names.js';
import type { Redis } from './redis.js';

/** Long enough for a long epoch, and for another worker to repeat it. */
const BLOB_SECONDS = 15 * 60;
/** After the last task that needs it: the next one may come a moment later. */
const RELEASED_SECONDS = 30;
/** Many runs learn from the same file; a worker fetches it once. */
export const UPLOAD_SECONDS = 60 * 60;
/** Blobs that this process used lately are kept here, so that they are not fetched again. */
const NEAR_BYTES = 64_000_000;

/** The content is not in Redis, or does not match its hash. */
export class ContentGone extends Error {
  override readonly name = 'ContentGone';
}

export class Content {
  /** Least recently used first. */
  readonly #near = new Map<string, Uint8Array>();
  #nearBytes = 0;

  /** @param redis a connection on which commands fail at once when Redis is down */
  constructor(private readonly redis: Redis) {}

  async putBlobs(blobs: Blobs): Promise<void> {
    for (const [name, bytes] of blobs) this.#remember(name, bytes);
    await this.#put([...blobs.keys()], blobKey, BLOB_SECONDS, (name) => blobs.get(name));
  }

  /** @throws ContentGone */
  async blobs(names: readonly string[]): Promise<Blobs> {
    const found = await Promise.all(
      names.map(async (name) => {
        const near = this.#near.get(name);
        const bytes = near ?? (await this.#get(blobKey(name), name));
        this.#remember(name, bytes);
        return [name, bytes] as const;
      }),
    );
    return new Map(found);
  }

  /** No task needs them any more. */
  async releaseBlobs(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const pipeline = this.redis.pipeline();
    for (const name of names) pipeline.expire(blobKey(name), RELEASED_SECONDS);
    await pipeline.exec();
  }

  /**
   * @param read resolves to undefined where the file is gone
   * @returns the names of files that are gone
   */
  async putUploads(
    names: readonly string[],
    read: (sha256: string) => Promise<Uint8Array | undefined>,
  ): Promise<readonly string[]> {
    return this.#put(names, uploadKey, UPLOAD_SECONDS, read);
  }

  /** @throws ContentGone */
  upload(sha256: string): Promise<Uint8Array> {
    return this.#get(uploadKey(sha256), sha256);
  }

  async #put(
    names: readonly string[],
    keyOf: (name: string) => string,
    seconds: number,
    read: (name: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined,
  ): Promise<readonly string[]> {
    const missing = await Promise.all(
      names.map(async (name) => {
        const key = keyOf(name);
        if ((await this.redis.expire(key, seconds)) === 1) return [];
        const bytes = await read(name);
        if (!bytes) return [name];
        await this.redis.set(key, bufferOf(bytes), 'EX', seconds);
        return [];
      }),
    );
    return missing.flat();
  }

  async #get(key: string, sha256: string): Promise<Uint8Array> {
    const bytes = await this.redis.getBuffer(key);
    if (!bytes) throw new ContentGone(`${key} is not there`);
    if (sha256Of(bytes) === sha256) return bytes;
    await this.redis.del(key);
    throw new ContentGone(`${key} is not what its name says`);
  }

  #remember(name: string, bytes: Uint8Array): void {
    if (!this.#near.delete(name)) this.#nearBytes += bytes.byteLength;
    this.#near.set(name, bytes);
    for (const [oldest, { byteLength }] of this.#near) {
      if (this.#nearBytes <= NEAR_BYTES) return;
      this.#near.delete(oldest);
      this.#nearBytes -= byteLength;
    }
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
