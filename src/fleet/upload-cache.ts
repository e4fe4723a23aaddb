/**
 * Uploads on a worker's disk, where its threads read them. Only a cache: what is deleted is fetched
 * again. A file that its owner has deleted is deleted at the front; here it goes by itself once nobody
 * trains on it.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { steadyNowMs } from '../clock.js';
import { CacheFolder } from './cache-folder.js';
import { UPLOAD_SECONDS } from './content.js';

export interface UploadCacheOptions {
  /** `<DATA_DIR>/uploads` */
  readonly folder: string;
  /** @throws ContentGone */
  readonly fetch: (sha256: string) => Promise<Uint8Array>;
  /** Writes a file under its hash, whole or not at all. */
  readonly write: (folder: string, bytes: Uint8Array) => Promise<void>;
  /** Called when the disk begins to refuse files, which then stay in memory. */
  readonly onRefused: (err: unknown) => void;
  /** Of all files together; only tests give less. */
  readonly mostBytes?: number;
}

export interface HeldUploads {
  readonly letGo: () => void;
  /** Files that the disk refuses, by their SHA-256. */
  readonly inHand: ReadonlyMap<string, Uint8Array>;
}

/** A file that no task has read for this long is deleted, in ms: as long as it stays in Redis. */
const UNUSED_MS = UPLOAD_SECONDS * 1_000;

/** How long a file that the disk refuses is kept in memory before the disk is tried again, in ms. */
const IN_MEMORY_MS = 60_000;
/** For all of them together, in bytes; beyond that, files are fetched for each task. */
const MOST_IN_MEMORY = 64_000_000;

export class UploadCache {
  readonly #folder: CacheFolder;
  /** One fetch serves all that need it. */
  readonly #fetching = new Map<string, Promise<Uint8Array | undefined>>();
  readonly #inMemory = new Map<string, Uint8Array>();
  #isRefused = false;

  constructor(private readonly options: UploadCacheOptions) {
    this.#folder = new CacheFolder(options.folder, UNUSED_MS, options.mostBytes);
  }

  /**
   * Resolves when all are on the disk, where they stay until they are released, or in memory if the disk
   * refuses them.
   * @throws ContentGone
   */
  async hold(files: readonly string[]): Promise<HeldUploads> {
    const letGo = this.#folder.hold(files.map(fileOf));
    try {
      const bytes = await Promise.all(files.map((file) => this.#have(file)));
      const refused = files.flatMap((file, at) => {
        const inHand = bytes[at];
        return inHand ? [[file, inHand] as const] : [];
      });
      return { letGo, inHand: new Map(refused) };
    } catch (error) {
      letGo();
      throw error;
    }
  }

  /** @returns undefined where it is on the disk */
  async #have(file: string): Promise<Uint8Array | undefined> {
    if (await this.#folder.has(fileOf(file))) return undefined;
    const near = this.#inMemory.get(file);
    if (near) return near;
    const fetching = this.#fetching.get(file) ?? this.#fetch(file);
    this.#fetching.set(file, fetching);
    try {
      return await fetching;
    } finally {
      this.#fetching.delete(file);
    }
  }

  async #fetch(file: string): Promise<Uint8Array | undefined> {
    const { fetch, write, folder, onRefused } = this.options;
    const bytes = await fetch(file);
    try {
      await write(folder, bytes);
      this.#isRefused = false;
    } catch (error) {
      if (!this.#isRefused) onRefused(error);
      this.#isRefused = true;
      return this.#inHand(file, bytes);
    }
    await this.sweep().catch(() => undefined);
    return undefined;
  }

  #inHand(file: string, bytes: Uint8Array): Uint8Array {
    // With memory of its own: a thread gets a copy of the whole buffer behind a view.
    const own = new Uint8Array(bytes);
    const inMemory = [...this.#inMemory.values(), own];
    if (inMemory.reduce((sum, { byteLength }) => sum + byteLength, 0) > MOST_IN_MEMORY) return own;
    this.#inMemory.set(file, own);
    setTimeout(() => this.#inMemory.delete(file), IN_MEMORY_MS).unref();
    return own;
  }

  /** Deletes what nobody has read for long and, if that is not enough, what was read longest ago. */
  sweep(nowMs?: number): Promise<void> {
    return this.#folder.sweep(nowMs);
  }
}

function fileOf(sha256: string): string {
  return `${sha256}.csv`;
}

/**
 * Deletes what killed workers left behind, an hour after their last sign of life.
 * @param caches the folder with each worker's folder, and their uploads in it
 * @param own stays, whatever it has
 */
export async function dropLeftCaches(caches: string, own: string): Promise<void> {
  for (const worker of await readdir(caches).catch(() => [])) {
    if (worker === own) continue;
    const uploads = await stat(join(caches, worker, 'uploads')).catch(() => undefined);
    if (uploads && uploads.mtimeMs > steadyNowMs() - UNUSED_MS) continue;
    await rm(join(caches, worker), { recursive: true, force: true });
  }
}
