/** What a front is waiting for: calls that go to a worker together, and whoever asked for each. */
import { randomUUID } from 'node:crypto';
import { UserError } from '../errors.js';
import type { StepProgress } from '../runs/protocol.js';
import type { Call, Outcome } from './messages.js';
import type { Lane } from './names.js';

/** One call, and what is to become of it. */
export interface Ask {
  readonly call: Call;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress?: (progress: StepProgress) => void;
  /** Asks it to end before its end. */
  readonly stop?: AbortSignal;
  /** What it comes to where it is stopped before it has begun. */
  readonly untouched?: unknown;
  /** People wait for the answer: where no worker is, they are told so. */
  readonly isWaitedFor: boolean;
}

export class Errand {
  readonly id = randomUUID();
  /** Those that have come to nothing yet, and what is to be done when one does. */
  readonly #open: Map<Ask, () => void>;
  /** What became of it is known, or nobody waits for it any more. */
  isOver = false;
  /** It is on its way to Redis, or looked for there. */
  isBusy = false;
  /** What Redis refused it last with; undefined once it did not. */
  fault: string | undefined;
  /** When it was sent or last heard of; undefined before it was sent. */
  heardMs: number | undefined;
  /** Since when no worker could be reached for it. */
  aloneSinceMs: number | undefined;
  /** Since when there are workers, and none that computes all of it. */
  lackingSinceMs: number | undefined;

  /** @param timesFailed how often it was sent in vain */
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

  /** Tells whoever asked; once, whatever comes later. */
  settle(ask: Ask, tell: (ask: Ask) => void): void {
    const settled = this.#open.get(ask);
    if (!settled) return;
    this.#open.delete(ask);
    settled();
    tell(ask);
  }

  /** Whoever still waits does so for another errand, or not at all. */
  letGo(): void {
    this.isOver = true;
    for (const settled of this.#open.values()) settled();
    this.#open.clear();
  }
}

/** Nothing of it was done. */
export function leaveUntouched({ resolve, untouched }: Ask): void {
  resolve(untouched);
}

export function rejectWith(error: unknown): (ask: Ask) => void {
  return ({ reject }) => {
    reject(error);
  };
}

/** How an outcome that settles a call reaches whoever asked for it. */
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

/** As it was thrown there: a death by the marks that `SurvivingPool` knows it by. */
function errorOf(outcome: Outcome & { readonly kind: 'died' | 'failed' }): Error {
  const error = new Error(outcome.message);
  if (outcome.kind === 'failed' && outcome.stack !== undefined) error.stack = outcome.stack;
  if (outcome.kind === 'died' && outcome.code !== undefined) {
    return Object.assign(error, { code: outcome.code });
  }
  return error;
}
