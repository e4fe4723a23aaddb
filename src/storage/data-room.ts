/** How much of the disk the tutor may use, and what is said when that is used up. */
import { UserError } from '../errors.js';
import type { Database } from './database.js';
import type { FileUploadStore } from './upload-store.js';

export interface DataRoomOptions {
  readonly usedBytes: () => Promise<number>;
  /** The limit for the database's rows and the uploads together; 0 for none. */
  readonly maxBytes: number;
  readonly log: { warn(details: object, message: string): void };
  /** A clock that never goes back. */
  readonly monotonicMs: () => number;
}

/** How soon the people who run the program are told again, in ms. */
const TOLD_AGAIN_MS = 60 * 60 * 1000;

export class DataRoom {
  #toldAtMs = -Infinity;

  constructor(private readonly options: DataRoomOptions) {}

  /**
   * Called before anything new is stored: a run, a file. Takes some 10 µs: SQLite knows its pages, and
   * files are counted as they come and go.
   * @throws UserError when the room is used up
   */
  readonly refuseWhenFull = async (): Promise<void> => {
    const { maxBytes, usedBytes: use, log, monotonicMs } = this.options;
    if (maxBytes === 0) return;
    const usedBytes = await use();
    if (usedBytes < maxBytes) return;
    if (monotonicMs() - this.#toldAtMs >= TOLD_AGAIN_MS) {
      this.#toldAtMs = monotonicMs();
      log.warn(
        { usedBytes, maxBytes },
        'DATA_DIR_MAX_MB is reached: no new runs and files are taken',
      );
    }
    throw new UserError('error.storageFull');
  };
}

/** Pages that deleted rows left free are not used: new rows take them. */
export async function usedBytes(
  database: Database,
  uploads: Pick<FileUploadStore, 'bytes'>,
): Promise<number> {
  const rows = await database.read((sql) => {
    const pragma = (name: string): number => Number(sql.get(`PRAGMA ${name}`)?.[name]);
    return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  });
  return rows + (await uploads.bytes());
}
