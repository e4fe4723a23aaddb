/** Whether the disk under DATA_DIR takes what is written to it; the log is told when that changes. */
import { NoSpaceError } from '../errors.js';
import { codeOf } from './trouble.js';

/** pino's shape. */
export interface StorageLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * A full disk may still take what is small, so it is said to be well again only once it refused nothing
 * for so long, in ms. What waits for space tries every second.
 */
const QUIET_MS = 5_000;

export class DiskSpace {
  #isRefusing = false;
  #quiet: NodeJS.Timeout | undefined;

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

  /** A write was taken. */
  took(): void {
    if (!this.#isRefusing || this.#quiet) return;
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined;
      this.#isRefusing = false;
      this.log.info({}, `DATA_DIR ${this.dataDir} can be written again`);
    }, QUIET_MS).unref();
  }
}
