/**
 * Minimum time between two notifications, in ms: two frames of a screen. When many lessons are live,
 * each page is then written to once for all of them.
 */
const restMs = 33;

/** Tells listeners that there may be something new for the page; they look for themselves. */
export class Notifier {
  readonly #listeners = new Set<() => void>();
  #notifications = 0;
  /** How many of those listeners have been told about. */
  #delivered = 0;
  #rest: NodeJS.Timeout | undefined;

  /** How often `notify` has been called so far, delivered or not. */
  get notifications(): number {
    return this.#notifications;
  }

  /** Delivered at once, or `restMs` after the last delivery. */
  notify(): void {
    this.#notifications += 1;
    if (!this.#rest) this.#deliver();
  }

  /** @returns a function that stops listening */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #deliver(): void {
    this.#delivered = this.#notifications;
    for (const listener of this.#listeners) listener();
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      if (this.#delivered < this.#notifications) this.#deliver();
    }, restMs).unref();
  }
}

/** Remembers being woken until the next wait, so that nothing is missed in between. */
export class Wakeup {
  #isWoken = false;
  #wake: (() => void) | undefined;

  readonly wake = (): void => {
    this.#isWoken = true;
    this.#wake?.();
  };

  /** Resolves to true when woken, or if it has been since the last wait; to false after `timeoutMs`. */
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
