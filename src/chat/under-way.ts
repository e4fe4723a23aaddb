/**
 * Calls in progress to a platform, for an orderly end: what was sent may still arrive, and what
 * follows from it (storing a message's id) still happens; what only waits for a retry is dropped.
 */
export class UnderWay {
  readonly #closing = new AbortController();
  /** Pending calls and their abort controllers: each has its own signal, which is freed with it. */
  readonly #calls = new Map<Promise<unknown>, AbortController>();
  #isClosed = false;

  /** Aborted when the platform starts to close: retries stop, downloads end. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /**
   * @param call gets the signal that aborts it
   * @throws as the call does; once the platform is closed, the call is not made
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

  /** Resolves when no call is pending; when time is up, pending calls are aborted. */
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
      // A finished call may lead to the next one, such as an answer of several pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#isClosed = true;
    for (const hangUp of this.#calls.values()) hangUp.abort(closed());
  }
}

function closed(): Error {
  return new Error('the platform is closed');
}
