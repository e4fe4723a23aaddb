/**
 * Uploads on a worker's disk, where its threads read them. Only a cache: what goes is fetched again. Whoever
 * has a file forgotten has it forgotten at the front; here it goes by itself once nobody trains on it.
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
  /** Of all files together; only tests give less. */
  readonly mostBytes?: number;
}

/** What no task has read for so long goes, in ms: as long as it stays in Redis. */
const UNUSED_MS = UPLOAD_SECONDS * 1_000;

export class UploadCache {
  readonly #folder: CacheFolder;
  /** One fetches for all that need it. */
  readonly #fetching = new Map<string, Promise<void>>();

  constructor(private readonly options: UploadCacheOptions) {
    this.#folder = new CacheFolder(options.folder, UNUSED_MS, options.mostBytes);
  }

  /**
   * Resolves when all are on the disk, where they stay until they are let go.
   * @returns what lets them go
   * @throws ContentGone
   */
  async hold(files: readonly string[]): Promise<() => void> {
    const letGo = this.#folder.hold(files.map(fileOf));
    try {
      await Promise.all(files.map((file) => this.#have(file)));
    } catch (error) {
      letGo();
      throw error;
    }
    return letGo;
  }

  async #have(file: string): Promise<void> {
    if (await this.#folder.has(fileOf(file))) return;
    const fetching = this.#fetching.get(file) ?? this.#fetch(file);
    this.#fetching.set(file, fetching);
    try {
      await fetching;
    } finally {
      this.#fetching.delete(file);
    }
  }

  async #fetch(file: string): Promise<void> {
    const { fetch, write, folder } = this.options;
    await write(folder, await fetch(file));
    await this.sweep();
  }

  /** What nobody has read for long goes, and where that is not enough, what was read longest ago. */
  sweep(nowMs?: number): Promise<void> {
    return this.#folder.sweep(nowMs);
  }
}

function fileOf(sha256: string): string {
  return `${sha256}.csv`;
}

/** Removes what workers left that were killed. @param caches folder of their folders, each with its uploads */
export async function dropLeftCaches(caches: string): Promise<void> {
  for (const worker of await readdir(caches).catch(() => [])) {
    const uploads = await stat(join(caches, worker, 'uploads')).catch(() => undefined);
    if (uploads && uploads.mtimeMs > steadyNowMs() - UNUSED_MS) continue;
    await rm(join(caches, worker), { recursive: true, force: true });
  }
}
