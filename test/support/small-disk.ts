/** A real file system of a few megabytes in memory, for tests that fill it. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class SmallDisk {
  readonly path = mkdtempSync(join(tmpdir(), 'tutor-small-'));

  /** @throws Error if this process may not mount */
  constructor(megabytes: number) {
    try {
      const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', this.path];
      execFileSync('mount', options, { stdio: 'pipe' });
    } catch (error) {
      rmdirSync(this.path);
      throw error;
    }
  }

  get #filler(): string {
    return join(this.path, 'filler');
  }

  /** Until not even one page fits. */
  fill(): void {
    for (let bytes = 65_536; bytes >= 512; bytes /= 2) {
      try {
        for (;;) appendFileSync(this.#filler, Buffer.alloc(bytes));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  }

  free(): void {
    rmSync(this.#filler, { force: true });
  }

  /** A lazy unmount: libsql may keep a closed file open until every statement is garbage-collected. */
  remove(): void {
    execFileSync('umount', ['-l', this.path], { stdio: 'pipe' });
    rmdirSync(this.path);
  }
}

/** Why a small disk is impossible here; undefined if it is possible. */
export const whyNoSmallDisk = ((): string | undefined => {
  try {
    new SmallDisk(1).remove();
    return undefined;
  } catch (error) {
    return `no file system can be mounted here: ${(error as Error).message.split('\n')[0] ?? ''}`;
  }
})();
