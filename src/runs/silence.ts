/** Threads that hang: whoever works says so now and then, or is done. */

/**
 * A step says that it was done, and takes milliseconds; only one over all rows of a huge table through the
 * widest network may take long. In ms.
 */
const SILENT_AT_MOST_MS = 300_000;

export class Silence {
  /** When each task under way was heard of last. */
  readonly #heardMs = new Map<object, number>();

  constructor(private readonly atMostMs = SILENT_AT_MOST_MS) {}

  /** @param work is told how to be heard of meanwhile */
  async during<T>(work: (heard: () => void) => Promise<T>): Promise<T> {
    const task = {};
    const heard = (): void => void this.#heardMs.set(task, performance.now());
    heard();
    try {
      return await work(heard);
    } finally {
      this.#heardMs.delete(task);
    }
  }

  /** Whether some task was not heard of for so long that its thread must hang. */
  get isTooLong(): boolean {
    const sinceMs = performance.now() - this.atMostMs;
    return [...this.#heardMs.values()].some((heardMs) => heardMs < sinceMs);
  }
}
