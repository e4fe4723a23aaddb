/** Rings whenever there may be something new for the page. Who hears it looks for itself. */
export class Bell {
  readonly #listeners = new Set<() => void>();

  ring(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Returns the way to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Remembers that it was woken until somebody waited for it, so nothing between two looks is missed. */
export class Wakeup {
  #isWoken = false;
  #wake: (() => void) | undefined;

  readonly ring = (): void => {
    this.#isWoken = true;
    this.#wake?.();
  };

  /** Resolves to true when rung, or had been since the last wait; to false after `timeoutMs`. */
  async wait(timeoutMs: number): Promise<boolean> {
    if (!this.#isWoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    const wasWoken = this.#isWoken;
    this.#isWoken = false;
    return wasWoken;
  }
}
