/** Whether the disk under DATA_DIR accepts writes; changes are logged. */
import { statfs } from 'node:fs/promises';
import { NoSpaceError } from '../errors.js';
import { codeOf } from './trouble.js';

/** pino's shape. */
export interface StorageLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * A full disk may still accept small writes, so it counts as recovered only once it has refused nothing
 * for this long, in ms. Writes that wait for space try every second.
 */
const QUIET_MS = 5_000;

/** With fewer bytes left, the next writes will soon be refused, if not at once. */
const LEAST_FREE_BYTES = 1024 * 1024;
/** A disk that has not answered for this long, in ms, is taken not to answer. */
const ANSWERS_WITHIN_MS = 2_000;

export class DiskSpace {
  #isRefusing = false;
  #quiet: NodeJS.Timeout | undefined;
  #free: Promise<number> | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly log: StorageLog,
  ) {}

  /**
   * A write was refused.
   * @returns what to throw in place of the cause
   */
  refused(cause: unknown): NoSpaceError {
    clearTimeout(this.#quiet);
    this.#quiet = undefined;
    if (!this.#isRefusing) {
      this.#isRefusing = true;
      const why = `${codeOf(cause)}, ${cause instanceof Error ? cause.message : String(cause)}`;
      this.log.error(
        { why },
        `DATA_DIR ${this.dataDir} cannot be written (${why}): runs wait, and go on once it can`,
      );
    }
    return new NoSpaceError(cause);
  }

  /**
   * Whether there is room for the next writes, as far as the disk and the last writes tell.
   * @throws Error when the disk does not answer
   */
  async hasRoom(): Promise<boolean> {
    return !this.#isRefusing && (await this.freeBytes()) >= LEAST_FREE_BYTES;
  }

  /**
   * One query at a time: each query that a disk never answers blocks one of Node's threads.
   * @throws Error when the disk does not answer
   */
  async freeBytes(): Promise<number> {
    this.#free ??= statfs(this.dataDir)
      .then(({ bavail, bsize }) => bavail * bsize)
      .finally(() => (this.#free = undefined));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const silent = new Error(`the disk under ${this.dataDir} does not answer`);
      timer = setTimeout(reject, ANSWERS_WITHIN_MS, silent);
    });
    try {
      return await Promise.race([this.#free, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A write was accepted. */
  took(): void {
    if (!this.#isRefusing || this.#quiet) return;
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined;
      this.#isRefusing = false;
      this.log.info({}, `DATA_DIR ${this.dataDir} can be written again`);
    }, QUIET_MS).unref();
  }
}
