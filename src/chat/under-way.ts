/**
 * What is under way with a platform, so that its end is tidy: what was sent may still arrive, and what
 * follows from it (a message's id that is kept) still happens; what only waits for another try is left.
 */
export class UnderWay {
  readonly #closing = new AbortController();
  /** Calls that have no answer yet, with what breaks them off: a signal of each one's own is garbage with it. */
  readonly #calls = new Map<Promise<unknown>, AbortController>();
  #isClosed = false;

  /** Aborted when the platform begins to close: nothing is tried again, downloads end. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /**
   * @param call given the signal that breaks it off
   * @throws as the call does; when the platform has been closed it is not made
   */
  async track<T>(call: (hangUp: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw closed();
    const hangUp = new AbortController();
    const made = call(hangUp.signal);
    this.#calls.set(made, hangUp);
    try {
      return await made;
    } finally {
      this.#calls.delete(made);
    }
  }

  /** Resolves when nothing is under way any more; when time is up, that is broken off. */
  async close(timeIsUp?: AbortSignal): Promise<void> {
    this.#closing.abort(new Error('the platform is being closed'));
    const enough = new Promise<void>((resolve) => {
      if (timeIsUp?.aborted) resolve();
      timeIsUp?.addEventListener('abort', () => {
        resolve();
      });
    });
    while (this.#calls.size > 0 && !timeIsUp?.aborted) {
      await Promise.race([Promise.allSettled(this.#calls.keys()), enough]);
      // Whoever waited for a call may make the next one: an answer of several pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#isClosed = true;
    for (const hangUp of this.#calls.values()) hangUp.abort(closed());
  }
}

function closed(): Error {
  return new Error('the platform is closed');
}
