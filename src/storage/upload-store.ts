/** Uploaded files as `<DATA_DIR>/uploads/<sha256>.csv`, where any worker finds them again. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoSpaceError } from '../errors.js';
import type { DiskSpace } from './disk-space.js';
import type { UploadStore } from './ports.js';
import { isNoSpace } from './trouble.js';

export class FileUploadStore implements UploadStore {
  readonly #folder: string;

  /** @param space told of every write that the disk refused or took */
  constructor(
    dataDir: string,
    private readonly space?: DiskSpace,
  ) {
    this.#folder = join(dataDir, 'uploads');
  }

  /**
   * The file is there whole or not at all: it gets its name only once its bytes are on the disk.
   * Its owner alone may read it.
   * @throws NoSpaceError when the disk has no room for it
   */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const unnamed = join(this.#folder, `${randomUUID()}.tmp`);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(unnamed, bytes, { flag: 'wx', flush: true, mode: 0o600 });
      await rename(unnamed, join(this.#folder, `${sha256}.csv`));
    } catch (error) {
      await rm(unnamed, { force: true });
      throw isNoSpace(error) ? (this.space?.refused(error) ?? new NoSpaceError(error)) : error;
    }
    this.space?.took();
    return sha256;
  }
}
