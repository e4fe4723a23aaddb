/**
 * One message that is edited to show progress: one edit in flight, only the newest state
 * queued, unchanged states skipped, the platform's pauses respected, the last state delivered.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Attachment, ChatMessage } from './message.js';
import {
  EditLater,
  MessageGone,
  type ChatPort,
  type MessageRef,
  type Place,
  type PostedAs,
  type Urgency,
} from './port.js';

/**
 * `deleted`: somebody deleted the message. `unreachable`: neither it nor a new one can be shown now.
 * `failed`: given up, though a later state may still come. `left`: the program is ending, the next process shows it.
 */
export type Delivery = 'shown' | 'deleted' | 'unreachable' | 'failed' | 'left';

/** Tries per state before giving up in favour of a newer one; the final state has no newer one. */
const MAX_TRIES: Readonly<Record<Urgency, number>> = { progress: 1, epoch: 4, final: 10 };
/** Maximum backoff after a network fault: 1 s, 2 s, 4 s … up to this. */
const MAX_BACKOFF_MS = 60_000;

/** The message's location: original, reposted, or out of reach. */
type Reach = 'first' | 'fresh' | 'lost';

interface State {
  /** Called only when the edit may be sent, so that overtaken states cost nothing. */
  readonly render: () => ChatMessage;
  readonly urgency: Urgency;
  readonly settle: readonly ((delivery: Delivery) => void)[];
}

export interface LiveMessageOptions {
  readonly port: ChatPort;
  /** Missing: there is no message yet, and the first state is posted. */
  readonly ref?: MessageRef | undefined;
  /** Details for that post. */
  readonly firstAs?: PostedAs;
  /** Where to repost when the old message is out of reach: once, and once more for the final state. */
  readonly place: Place;
  /** Called with a new message's reference. */
  readonly onMoved?: (ref: MessageRef) => void;
  /** Called on failures that are being retried or were given up. */
  readonly onFailure?: (error: unknown) => void;
}

export class LiveMessage {
  readonly #options: LiveMessageOptions;
  #ref: MessageRef | undefined;
  #waiting: State | undefined;
  #shown: ChatMessage | undefined;
  #busy = false;
  #deleted = false;
  #reach: Reach = 'first';
  /** The repost was for the final state. */
  #hasEnd = false;
  #failures = 0;
  /** Aborts the wait for a slot when something more urgent arrives. */
  #slot = new AbortController();
  #left = false;
  /** It no longer takes a share of the edits. */
  #rests = false;
  /** Ends the wait before another try. */
  #tryNow: () => void = () => undefined;

  constructor(options: LiveMessageOptions) {
    this.#options = options;
    this.#ref = options.ref;
    if (options.ref) options.port.budget.join?.(options.ref);
  }

  /** Resolves when this state, or a newer one that replaced it, is in the message (or never will be). */
  show(render: () => ChatMessage, urgency: Urgency): Promise<Delivery> {
    if (this.#left) return Promise.resolve('left');
    if (this.#deleted) return Promise.resolve('deleted');
    if (this.#reach === 'lost' && urgency !== 'final') return Promise.resolve('unreachable');
    if (this.#rests && this.#ref) this.#options.port.budget.join?.(this.#ref);
    this.#rests = false;
    return new Promise((resolve) => {
      const before = this.#waiting;
      this.#waiting = before
        ? { render, urgency: higher(before.urgency, urgency), settle: [...before.settle, resolve] }
        : { render, urgency, settle: [resolve] };
      if (before && before.urgency !== this.#waiting.urgency) this.#slot.abort();
      if (!this.#busy) void this.#work();
    });
  }

  /** A queued state is no longer worth an edit; the final one still is. */
  withdraw(): void {
    if (!this.#waiting || this.#waiting.urgency === 'final') return;
    const { settle } = this.#waiting;
    this.#waiting = undefined;
    this.#slot.abort();
    for (const one of settle) one('failed');
  }

  /** Releases its share of the edits, unless another state is shown later. */
  end(): void {
    this.#rests = true;
    if (this.#ref) this.#options.port.budget.leave?.(this.#ref);
  }

  /** Stops sending: an edit in flight completes, and one waiting for a slot or a retry is left. */
  leave(): void {
    this.#left = true;
    this.#slot.abort();
    this.#tryNow();
  }

  /** Current time between two edits of this message, by the platform's budget. */
  intervalMs(): number {
    return this.#ref ? this.#options.port.budget.intervalMs(this.#ref) : 0;
  }

  /** Somebody deleted it: nothing more is shown. */
  get isDeleted(): boolean {
    return this.#deleted;
  }

  /** It exists, whether posted by us or earlier. */
  get isThere(): boolean {
    return this.#ref !== undefined;
  }

  /** Live messages that share the platform's edits, including this one; 1 where nothing is shared. */
  sharing(): number {
    return (this.#ref && this.#options.port.budget.sharing?.(this.#ref)) ?? 1;
  }

  /** Whether the platform has room for many ends at once, so that they need not be staggered. */
  get endsWithOthers(): boolean {
    return this.#options.port.budget.expectEnd !== undefined;
  }

  /** Announces when its final state is due. */
  expectEnd(inMs: number): void {
    if (this.#ref) this.#options.port.budget.expectEnd?.(this.#ref, inMs);
  }

  /** Uploads files ahead of their edit; undefined where the platform takes them with it. */
  get prepare(): ((attachments: readonly Attachment[]) => Promise<void>) | undefined {
    const { port } = this.#options;
    const ref = this.#ref;
    if (!ref || !port.prepare) return undefined;
    return (attachments) => port.prepare?.(ref, attachments) ?? Promise.resolve();
  }

  /** Minimum time between two watched epochs, where the platform wants more than its edits take; else 0. */
  watchedEpochMs(): number {
    return this.#options.port.budget.watchedEpochMs ?? 0;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (this.#waiting && !this.#left) {
      if (!(await this.#takeSlot(this.#waiting.urgency))) continue;
      // A state that arrived during the wait replaces the one the slot was for.
      const state = this.#takeWaiting();
      // It may have been withdrawn in the meantime.
      if (!state) break;
      const outcome = await this.#edit(state);
      if (typeof outcome === 'string') {
        for (const settle of state.settle) settle(outcome);
      } else {
        await this.#pause(outcome.againInMs);
        this.#putBack(state);
      }
    }
    for (const settle of this.#waiting?.settle ?? []) settle('left');
    this.#waiting = undefined;
    this.#busy = false;
  }

  #takeWaiting(): State | undefined {
    const state = this.#waiting;
    this.#waiting = undefined;
    return state;
  }

  /** False when the wait was aborted, for something more urgent or because the message is left. */
  async #takeSlot(urgency: Urgency): Promise<boolean> {
    if (!this.#ref) return true;
    if (this.#slot.signal.aborted) this.#slot = new AbortController();
    const { signal } = this.#slot;
    try {
      await this.#options.port.budget.take(this.#ref, urgency, signal);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  }

  async #edit(state: State): Promise<Delivery | { readonly againInMs: number }> {
    if (this.#left) return 'left';
    if (this.#deleted) return 'deleted';
    const message = state.render();
    if (!this.#ref || this.#reach === 'lost') return this.#postAfresh(message, state.urgency);
    if (message.spoken === this.#shown?.spoken && isDeepStrictEqual(message, this.#shown))
      return 'shown';
    try {
      await this.#options.port.edit(this.#ref, message);
      this.#shown = message;
      this.#failures = 0;
      return 'shown';
    } catch (error) {
      if (error instanceof EditLater) return { againInMs: error.retryAfterMs };
      if (error instanceof MessageGone) return this.#startOver(error, message, state.urgency);
      this.#options.onFailure?.(error);
      this.#failures += 1;
      if (this.#failures >= MAX_TRIES[state.urgency]) return 'failed';
      return { againInMs: Math.min(1000 * 2 ** (this.#failures - 1), MAX_BACKOFF_MS) };
    }
  }

  /** An unreachable message is reposted; a deleted one is not: somebody did not want it. */
  #startOver(reason: MessageGone, message: ChatMessage, urgency: Urgency): Promise<Delivery> {
    if (reason.why === 'deleted') {
      this.#deleted = true;
      return Promise.resolve('deleted');
    }
    // Its final text is already there; only its files could not be added.
    if (this.#hasEnd) return Promise.resolve('unreachable');
    if (this.#reach === 'fresh' || reason.reach === 'for all') this.#reach = 'lost';
    return this.#postAfresh(message, urgency);
  }

  /** After the first repost only the final state is worth another message. */
  async #postAfresh(message: ChatMessage, urgency: Urgency): Promise<Delivery> {
    if (this.#ref && this.#reach === 'lost' && urgency !== 'final') return 'unreachable';
    this.#reach = 'lost';
    const { port, place, firstAs } = this.#options;
    const { budget } = port;
    if (this.#ref) budget.leave?.(this.#ref);
    try {
      this.#ref = await port.post(place, message, this.#ref ? undefined : firstAs);
    } catch (error) {
      if (this.#left) return 'left';
      this.#options.onFailure?.(error);
      return 'unreachable';
    }
    budget.join?.(this.#ref);
    this.#reach = 'fresh';
    this.#hasEnd = urgency === 'final';
    this.#shown = message;
    this.#options.onMoved?.(this.#ref);
    return 'shown';
  }

  #pause(ms: number): Promise<void> {
    if (this.#left) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#tryNow = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #putBack(state: State): void {
    const newer = this.#waiting;
    this.#waiting = newer
      ? {
          render: newer.render,
          urgency: higher(state.urgency, newer.urgency),
          settle: [...state.settle, ...newer.settle],
        }
      : state;
  }
}

const ranks: Readonly<Record<Urgency, number>> = { progress: 0, epoch: 1, final: 2 };

function higher(a: Urgency, b: Urgency): Urgency {
  return ranks[a] >= ranks[b] ? a : b;
}
