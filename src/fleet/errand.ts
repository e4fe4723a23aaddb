/** Calls that a front sends to a worker together, and the callers that wait for each. */
import { randomUUID } from 'node:crypto';
import { UserError } from '../errors.js';
import type { StepProgress } from '../runs/protocol.js';
import type { Call, Outcome } from './messages.js';
import type { Lane } from './names.js';

/** One call, and what to do with its result. */
export interface Ask {
  readonly call: Call;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress?: (progress: StepProgress) => void;
  /** Asks it to end early. */
  readonly stop?: AbortSignal;
  /** Its result if it is stopped before it has begun. */
  readonly untouched?: unknown;
  /** People wait for the answer: if there is no worker, they are told so. */
  readonly isWaitedFor: boolean;
}

export class Errand {
  readonly id = randomUUID();
  /** Calls that are not settled yet, and what to do when one is. */
  readonly #open: Map<Ask, () => void>;
  /** Its outcome is known, or nobody waits for it any more. */
  isOver = false;
  /** It is being sent to Redis, or looked up there. */
  isBusy = false;
  /** Why Redis last refused it; undefined once it was accepted. */
  fault: string | undefined;
  /** When it was sent, or news of it last arrived; undefined before it was sent. */
  heardMs: number | undefined;
  /** Since when no worker can be reached for it. */
  aloneSinceMs: number | undefined;
  /** Since when there are workers, but none with all the backends that it needs. */
  lackingSinceMs: number | undefined;

  /** @param timesFailed how often it was sent without success */
  constructor(
    readonly lane: Lane,
    readonly asks: readonly Ask[],
    readonly timesFailed = 0,
  ) {
    this.#open = new Map(asks.map((ask) => [ask, () => undefined]));
  }

  get calls(): readonly Call[] {
    return this.asks.map(({ call }) => call);
  }

  get open(): readonly Ask[] {
    return [...this.#open.keys()];
  }

  isWaiting(ask: Ask): boolean {
    return this.#open.has(ask);
  }

  whenSettled(ask: Ask, what: () => void): void {
    if (this.#open.has(ask)) this.#open.set(ask, what);
  }

  /** Settles a call, once: later outcomes are ignored. */
  settle(ask: Ask, tell: (ask: Ask) => void): void {
    const settled = this.#open.get(ask);
    if (!settled) return;
    this.#open.delete(ask);
    settled();
    tell(ask);
  }

  /** Gives up the calls that are still open: another errand takes them, or nobody waits for them. */
  letGo(): void {
    this.isOver = true;
    for (const settled of this.#open.values()) settled();
    this.#open.clear();
  }
}

/** For a call of which nothing was done. */
export function leaveUntouched({ resolve, untouched }: Ask): void {
  resolve(untouched);
}

export function rejectWith(error: unknown): (ask: Ask) => void {
  return ({ reject }) => {
    reject(error);
  };
}

/** How an outcome that settles a call reaches its caller. */
export function telling(outcome: Exclude<Outcome, { kind: 'gone' }>): (ask: Ask) => void {
  switch (outcome.kind) {
    case 'done':
      return ({ resolve }) => {
        resolve(outcome.value);
      };
    case 'refused':
      return rejectWith(new UserError(outcome.key, outcome.params));
    case 'died':
    case 'failed':
      return rejectWith(errorOf(outcome));
  }
}

/** The error as it was thrown there; a thread's death has the marks that `SurvivingPool` looks for. */
function errorOf(outcome: Outcome & { readonly kind: 'died' | 'failed' }): Error {
  const error = new Error(outcome.message);
  if (outcome.kind === 'failed' && outcome.stack !== undefined) error.stack = outcome.stack;
  if (outcome.kind === 'died' && outcome.code !== undefined) {
    return Object.assign(error, { code: outcome.code });
  }
  return error;
}
