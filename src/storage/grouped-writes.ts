/**
 * Everything that is to be written in one tick, as the epochs of watched runs are, goes into one transaction:
 * writing to the file is most of what a transaction costs.
 */
interface Write {
  /** @returns what resolves its promise, once it is stored */
  readonly write: () => () => void;
  readonly reject: (error: unknown) => void;
}

export class GroupedWrites {
  /** Writes of this tick that are not done yet. */
  #writes: Write[] = [];

  /**
   * @param transact does work in a transaction
   * @param trouble what to reject with for what it threw
   */
  constructor(
    private readonly transact: <T>(work: () => T) => T,
    private readonly trouble: (error: unknown) => unknown,
  ) {}

  /** Resolves once it is stored. */
  add<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = (): (() => void) => {
        const result = work();
        return () => {
          resolve(result);
        };
      };
      if (this.#writes.push({ write, reject }) === 1)
        process.nextTick(() => {
          this.writeAll();
        });
    });
  }

  /** Writes at once what is waiting; where that fails together, each on its own. */
  writeAll(): void {
    const writes = this.#writes;
    this.#writes = [];
    if (writes.length > 1) {
      try {
        const written = this.transact(() => writes.map(({ write }) => write()));
        for (const resolve of written) resolve();
        return;
      } catch {
        // Whatever it is will be met again below.
      }
    }
    for (const { write, reject } of writes) {
      try {
        this.transact(write)();
      } catch (error) {
        reject(this.trouble(error));
      }
    }
  }
}
