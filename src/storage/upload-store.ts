/** Uploaded files as `<DATA_DIR>/uploads/<sha256>.csv`, where any worker finds them again. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UploadStore } from './ports.js';

export class FileUploadStore implements UploadStore {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'uploads');
  }

  /** The file is there whole or not at all: it gets its name only once its bytes are on the disk. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await mkdir(this.#folder, { recursive: true });
    const unnamed = join(this.#folder, `${randomUUID()}.tmp`);
    try {
      await writeFile(unnamed, bytes, { flag: 'wx', flush: true });
      await rename(unnamed, join(this.#folder, `${sha256}.csv`));
    } catch (error) {
      await rm(unnamed, { force: true });
      throw error;
    }
    return sha256;
  }
}
