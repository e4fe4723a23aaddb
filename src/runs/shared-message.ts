/**
 * Tasks of one turn go to a thread in one message, and their results come back in one: waking a thread,
 * and being woken by it, costs the main thread more than everything else about an epoch of a lesson.
 */
import type { Turn } from './scheduler.js';

/** The outcome of each task, in their order. */
export type Outcomes<Result> = readonly PromiseSettledResult<Result>[];

interface Message<Task, Result> {
  readonly tasks: Task[];
  readonly outcomes: Promise<Outcomes<Result>>;
}

export class SharedMessages<Task, Result> {
  readonly #open = new Map<Turn, Message<Task, Result>>();

  constructor(private readonly send: (tasks: readonly Task[]) => Promise<Outcomes<Result>>) {}

  /** Sends a task, together with the others of its turn that are there at this moment. */
  async run(task: Task, turn: Turn): Promise<Result> {
    const { tasks, outcomes } = this.#open.get(turn) ?? this.#begin(turn);
    const at = tasks.push(task) - 1;
    const outcome = (await outcomes)[at];
    if (outcome?.status === 'fulfilled') return outcome.value;
    throw outcome?.reason;
  }

  #begin(turn: Turn): Message<Task, Result> {
    const tasks: Task[] = [];
    const outcomes = new Promise<void>((resolve) => {
      process.nextTick(resolve);
    }).then(() => {
      this.#open.delete(turn);
      return this.send(tasks);
    });
    const message = { tasks, outcomes };
    this.#open.set(turn, message);
    return message;
  }
}
