/**
 * Deals slots to waiting work: round-robin over users, so that people with many or long runs do not make
 * others wait, and first come, first served for each user. Short work shares a turn in a slot with the
 * short work that is next in that order. Nothing overtakes: long work gets the next free slot, and
 * nothing behind it may join the turn before. Slots may come and go, as worker hosts do; work under way
 * is never broken off for that.
 */
import { RecentMean } from './recent-mean.js';

/**
 * How long a shared turn is meant to take at most, in ms: forty epochs of the lesson. The first in it
 * waits for the last, and does not notice so little (0.1 s: Nielsen, Usability Engineering, 1993, section
 * 5.5).
 */
export const SHARED_TURN_MS = 50;

/** The span over which demand is averaged, in ms: a few beats of watched runs. */
const DEMAND_SPAN_MS = 2_000;

/** One use of a slot; work that shares it gets the same turn. */
export interface Turn {
  /** How much of its work is not done. */
  left: number;
}

interface Waiting {
  readonly userId: string;
  readonly expectedMs: number;
  readonly begin: (turn: Turn) => void;
}

export class FairScheduler {
  #slots: number;
  /** Turns under way: more than there are slots for a while, when slots have gone. */
  #underWay = 0;
  #turns = 0;
  #isToDeal = false;
  /** Waiting users, in the order in which they began to wait. */
  readonly #waiting = new Map<string, Waiting[]>();
  /** When each user last had a turn. Cleared once nothing runs or waits. */
  readonly #lastTurn = new Map<string, number>();
  /** Work that waits or is under way. */
  #asked = 0;
  readonly #demand: RecentMean;

  /** @param slots how much may be under way at once; with 0 everything waits */
  constructor(slots: number, nowMs: () => number = performance.now.bind(performance)) {
    this.#slots = slots;
    this.#demand = new RecentMean(DEMAND_SPAN_MS, nowMs);
  }

  /** From now on this much may be under way; what is beyond that still runs to its end. */
  setSlots(slots: number): void {
    this.#slots = slots;
    this.#dealSoon();
  }

  /** How much has been waiting or under way lately, on average. */
  get demand(): number {
    return this.#demand.value;
  }

  /**
   * Does `work` when it is the user's turn.
   * @param expectedMs how long it is likely to take; unless given, too long to share a turn
   * @returns what `work` returned, or undefined when `signal` came before its turn: it then never ran.
   */
  async run<T>(
    userId: string,
    signal: AbortSignal,
    work: (turn: Turn) => Promise<T>,
    expectedMs = Infinity,
  ): Promise<T | undefined> {
    this.#ask(1);
    try {
      const turn = await this.#turn(userId, signal, expectedMs);
      return turn && (await this.#take(turn, work));
    } finally {
      this.#ask(-1);
    }
  }

  async #take<T>(turn: Turn, work: (turn: Turn) => Promise<T>): Promise<T> {
    try {
      return await work(turn);
    } finally {
      turn.left -= 1;
      if (turn.left === 0) {
        this.#underWay -= 1;
        this.#dealSoon();
      }
    }
  }

  #ask(more: 1 | -1): void {
    this.#asked += more;
    this.#demand.count = this.#asked;
  }

  /** Resolves with a turn in a slot, or with undefined when `signal` came first. */
  #turn(userId: string, signal: AbortSignal, expectedMs: number): Promise<Turn | undefined> {
    if (signal.aborted) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const leave = (): void => {
        this.#remove(waiting);
        resolve(undefined);
      };
      const begin = (turn: Turn): void => {
        signal.removeEventListener('abort', leave);
        resolve(turn);
      };
      const waiting = { userId, expectedMs, begin };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.set(userId, [...(this.#waiting.get(userId) ?? []), waiting]);
      this.#dealSoon();
    });
  }

  /** At the end of this tick, when everything that comes at this moment is there: watched runs share a beat. */
  #dealSoon(): void {
    if (this.#isToDeal) return;
    this.#isToDeal = true;
    process.nextTick(() => {
      this.#isToDeal = false;
      this.#deal();
    });
  }

  #deal(): void {
    while (this.#underWay < this.#slots && this.#waiting.size > 0) {
      this.#underWay += 1;
      this.#dealTurn();
    }
    if (this.#underWay === 0 && this.#waiting.size === 0) this.#lastTurn.clear();
  }

  #dealTurn(): void {
    const turn: Turn = { left: 0 };
    let ms = 0;
    for (;;) {
      const next = this.#next();
      if (!next || (turn.left > 0 && ms + next.expectedMs > SHARED_TURN_MS)) return;
      ms += next.expectedMs;
      turn.left += 1;
      this.#turns += 1;
      this.#lastTurn.set(next.userId, this.#turns);
      this.#remove(next);
      next.begin(turn);
    }
  }

  /** The next work of the user whose last turn is longest ago; a user who never had one comes first. */
  #next(): Waiting | undefined {
    let next: Waiting | undefined;
    let longestAgo = Infinity;
    for (const [userId, [first]] of this.#waiting) {
      const lastTurn = this.#lastTurn.get(userId) ?? 0;
      if (lastTurn < longestAgo) {
        next = first;
        longestAgo = lastTurn;
      }
    }
    return next;
  }

  #remove(waiting: Waiting): void {
    const { userId } = waiting;
    const rest = (this.#waiting.get(userId) ?? []).filter((other) => other !== waiting);
    if (rest.length > 0) this.#waiting.set(userId, rest);
    else this.#waiting.delete(userId);
  }
}
