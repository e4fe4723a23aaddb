/** A cache of files on disk: whatever is deleted can be fetched again. */
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { steadyNowMs } from '../clock.js';

const MOST_BYTES = 1_000_000_000;

export class CacheFolder {
  /** Files that tasks under way read, with the number of those tasks. */
  readonly #held = new Map<string, number>();

  /**
   * @param unusedMs files that nobody has read for this long are deleted
   * @param mostBytes of all files together
   */
  constructor(
    readonly path: string,
    private readonly unusedMs: number,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  /** Protects files from deletion. @returns a function that releases them */
  hold(files: readonly string[]): () => void {
    for (const file of files) this.#held.set(file, (this.#held.get(file) ?? 0) + 1);
    return () => {
      for (const file of files) {
        const left = (this.#held.get(file) ?? 1) - 1;
        if (left > 0) this.#held.set(file, left);
        else this.#held.delete(file);
      }
    };
  }

  /** Whether a file is there; if so it counts as read now. */
  async has(file: string): Promise<boolean> {
    const now = steadyNowMs() / 1_000;
    return utimes(join(this.path, file), now, now).then(...isDone);
  }

  /** Deletes what nobody has read for long and, if that is not enough, what was read longest ago. */
  async sweep(nowMs = steadyNowMs()): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    // It is in use: see `dropLeftCaches`.
    await utimes(this.path, nowMs / 1_000, nowMs / 1_000);
    const names = await readdir(this.path);
    const files = await Promise.all(
      names.map(async (name) => {
        const { size = 0, mtimeMs = 0 } =
          (await stat(join(this.path, name)).catch(() => undefined)) ?? {};
        return { name, size, mtimeMs };
      }),
    );
    let bytes = files.reduce((sum, { size }) => sum + size, 0);
    for (const { name, size, mtimeMs } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (bytes <= this.mostBytes && mtimeMs > nowMs - this.unusedMs) return;
      if (this.#held.has(name)) continue;
      await rm(join(this.path, name), { force: true });
      bytes -= size;
    }
  }
}

const isDone = [() => true, () => false] as const;
