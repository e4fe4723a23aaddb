/** Finds threads that hang: a task that works reports now and then, or ends. */

/**
 * A task reports after each step, which takes milliseconds; only a step over all rows of a huge table
 * through the widest network may take long. In ms.
 */
const SILENT_AT_MOST_MS = 300_000;

export class Silence {
  /** When each task under way last reported. */
  readonly #heardMs = new Map<object, number>();

  constructor(private readonly atMostMs = SILENT_AT_MOST_MS) {}

  /** @param work is given what to call when it reports */
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

  /** Whether a task has been silent for so long that its thread must be hanging. */
  get isTooLong(): boolean {
    const sinceMs = performance.now() - this.atMostMs;
    return [...this.#heardMs.values()].some((heardMs) => heardMs < sinceMs);
  }
}
