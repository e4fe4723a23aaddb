/**
 * Deals a fixed number of slots to work that waits for them: round-robin over users, so that whoever
 * has many or long runs waits no less than the others, and first come, first served within a user.
 */

interface Waiting {
  readonly begin: () => void;
}

export class FairScheduler {
  #free: number;
  #turns = 0;
  /** Users who wait, in the order they began to. */
  readonly #waiting = new Map<string, Waiting[]>();
  /** When each user last had a turn. Forgotten once nothing runs or waits. */
  readonly #lastTurn = new Map<string, number>();

  /** @param slots how much may be under way at once, at least 1 */
  constructor(private readonly slots: number) {
    this.#free = slots;
  }

  /**
   * Does `work` when it is the user's turn.
   * @returns what `work` returned, or undefined when `signal` came before its turn: it then never ran.
   */
  async run<T>(
    userId: string,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    if (!(await this.#turn(userId, signal))) return undefined;
    try {
      return await work();
    } finally {
      this.#free += 1;
      this.#deal();
    }
  }

  /** Resolves with true when a slot was taken for the user, with false when `signal` came first. */
  #turn(userId: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const leave = (): void => {
        this.#remove(userId, waiting);
        resolve(false);
      };
      const waiting = {
        begin: () => {
          signal.removeEventListener('abort', leave);
          resolve(true);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.set(userId, [...(this.#waiting.get(userId) ?? []), waiting]);
      this.#deal();
    });
  }

  #deal(): void {
    while (this.#free > 0) {
      const userId = this.#nextUser();
      const waiting = userId === undefined ? undefined : this.#waiting.get(userId)?.[0];
      if (userId === undefined || !waiting) break;
      this.#remove(userId, waiting);
      this.#free -= 1;
      this.#turns += 1;
      this.#lastTurn.set(userId, this.#turns);
      waiting.begin();
    }
    if (this.#free === this.slots && this.#waiting.size === 0) this.#lastTurn.clear();
  }

  /** Whose last turn is longest ago; who never had one comes first. */
  #nextUser(): string | undefined {
    let next: string | undefined;
    let longestAgo = Infinity;
    for (const userId of this.#waiting.keys()) {
      const lastTurn = this.#lastTurn.get(userId) ?? 0;
      if (lastTurn < longestAgo) {
        next = userId;
        longestAgo = lastTurn;
      }
    }
    return next;
  }

  #remove(userId: string, waiting: Waiting): void {
    const rest = (this.#waiting.get(userId) ?? []).filter((other) => other !== waiting);
    if (rest.length > 0) this.#waiting.set(userId, rest);
    else this.#waiting.delete(userId);
  }
}
