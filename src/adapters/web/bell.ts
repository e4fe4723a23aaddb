/**
 * The shortest time between two soundings, in ms: two frames of a screen. When many lessons are live,
 * each page is then written to once for all of them.
 */
const restMs = 33;

/** Rings whenever there may be something new for the page. Who hears it looks for itself. */
export class Bell {
  readonly #listeners = new Set<() => void>();
  #rings = 0;
  /** Of those, the ones that listeners were told of. */
  #heard = 0;
  #rest: NodeJS.Timeout | undefined;

  /** How often it was rung so far, heard or not. */
  get rings(): number {
    return this.#rings;
  }

  /** Heard at once, or when `restMs` have passed since it was last heard. */
  ring(): void {
    this.#rings += 1;
    if (!this.#rest) this.#sound();
  }

  /** Returns the way to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #sound(): void {
    this.#heard = this.#rings;
    for (const listener of this.#listeners) listener();
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      if (this.#heard < this.#rings) this.#sound();
    }, restMs).unref();
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
