/**
 * `FairScheduler` (`src/runs/scheduler.ts`) on a simulation's clock, for people with one task at a time: the
 * same order, the same shared turns. A test compares the two.
 */
import { SHARED_TURN_MS } from '../../src/runs/scheduler.js';
import { Heap } from './heap.js';
import type { Timeline } from './timeline.js';

export interface Task {
  readonly user: number;
  /** The expected time; Infinity: too long to share a turn. */
  readonly expectedMs: number;
}

interface Waiting<T> {
  readonly task: T;
  readonly lastTurn: number;
  readonly order: number;
}

export class Dealer<T extends Task> {
  #free: number;
  #turns = 0;
  #asked = 0;
  #isToDeal = false;
  readonly #waiting = new Heap<Waiting<T>>(
    (a, b) => a.lastTurn < b.lastTurn || (a.lastTurn === b.lastTurn && a.order < b.order),
  );
  readonly #lastTurn = new Map<number, number>();

  /** @param send does a turn's tasks, then calls `done` */
  constructor(
    private readonly timeline: Timeline,
    private readonly slots: number,
    private readonly send: (tasks: readonly T[], done: () => void) => void,
  ) {
    this.#free = slots;
  }

  ask(task: T): void {
    this.#asked += 1;
    const lastTurn = this.#lastTurn.get(task.user) ?? 0;
    this.#waiting.push({ task, lastTurn, order: this.#asked });
    this.#dealSoon();
  }

  /** Once everyone who arrives at this moment is there. */
  #dealSoon(): void {
    if (this.#isToDeal) return;
    this.#isToDeal = true;
    this.timeline.after(0, () => {
      this.#isToDeal = false;
      this.#deal();
    });
  }

  #deal(): void {
    while (this.#free > 0 && this.#waiting.size > 0) {
      this.#free -= 1;
      this.send(this.#turn(), () => {
        this.#free += 1;
        this.#dealSoon();
      });
    }
    if (this.#free === this.slots && this.#waiting.size === 0) this.#lastTurn.clear();
  }

  #turn(): readonly T[] {
    const tasks: T[] = [];
    let ms = 0;
    for (;;) {
      const next = this.#waiting.peek()?.task;
      if (!next || (tasks.length > 0 && ms + next.expectedMs > SHARED_TURN_MS)) return tasks;
      this.#waiting.pop();
      ms += next.expectedMs;
      tasks.push(next);
      this.#turns += 1;
      this.#lastTurn.set(next.user, this.#turns);
    }
  }
}
