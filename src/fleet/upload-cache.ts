/**
 * Uploads on a worker's disk, where its threads read them. Only a cache: what goes is fetched again. Whoever
 * has a file forgotten has it forgotten at the front; here it goes by itself once nobody trains on it.
 */
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { steadyNowMs } from '../clock.js';
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

const MOST_BYTES = 1_000_000_000;
/** What no task has read for so long goes, in ms: as long as it stays in Redis. */
const UNUSED_MS = UPLOAD_SECONDS * 1_000;

export class UploadCache {
  /** Files that tasks under way read, and how many. */
  readonly #held = new Map<string, number>();
  /** One fetches for all that need it. */
  readonly #fetching = new Map<string, Promise<void>>();

  constructor(private readonly options: UploadCacheOptions) {}

  /**
   * Resolves when all are on the disk, where they stay until they are let go.
   * @returns what lets them go
   * @throws ContentGone
   */
  async hold(files: readonly string[]): Promise<() => void> {
    for (const file of files) this.#held.set(file, (this.#held.get(file) ?? 0) + 1);
    const letGo = (): void => {
      for (const file of files) {
        const left = (this.#held.get(file) ?? 1) - 1;
        if (left > 0) this.#held.set(file, left);
        else this.#held.delete(file);
      }
    };
    try {
      await Promise.all(files.map((file) => this.#have(file)));
    } catch (error) {
      letGo();
      throw error;
    }
    return letGo;
  }

  async #have(file: string): Promise<void> {
    const path = this.#path(file);
    const now = steadyNowMs() / 1_000;
    if (await utimes(path, now, now).then(...isDone)) return;
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
  async sweep(nowMs = steadyNowMs()): Promise<void> {
    const { folder, mostBytes = MOST_BYTES } = this.options;
    const names = await readdir(folder).catch(() => []);
    const files = await Promise.all(
      names.map(async (name) => {
        const { size = 0, mtimeMs = 0 } =
          (await stat(join(folder, name)).catch(() => undefined)) ?? {};
        return { name, size, mtimeMs };
      }),
    );
    let bytes = files.reduce((sum, { size }) => sum + size, 0);
    for (const { name, size, mtimeMs } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (bytes <= mostBytes && mtimeMs > nowMs - UNUSED_MS) return;
      if (this.#held.has(name.replace(/\.csv$/, ''))) continue;
      await rm(join(folder, name), { force: true });
      bytes -= size;
    }
  }

  #path(file: string): string {
    return join(this.options.folder, `${file}.csv`);
  }
}

const isDone = [() => true, () => false] as const;
