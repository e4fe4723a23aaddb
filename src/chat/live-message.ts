/**
 * One message that is edited as something goes on: one edit in flight, only the newest state
 * waiting, unchanged states skipped, the platform's pauses honoured, the last state delivered.
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
 * `deleted`: somebody removed the message. `unreachable`: neither it nor a fresh one can be shown now.
 * `failed`: given up, a later state may still come. `left`: the program ends, the next process shows it.
 */
export type Delivery = 'shown' | 'deleted' | 'unreachable' | 'failed' | 'left';

/** Tries of one state before it is given up for a newer one; the final state has no newer one. */
const MAX_TRIES: Readonly<Record<Urgency, number>> = { progress: 1, epoch: 4, final: 10 };
/** Between tries after a network fault: 1 s, 2 s, 4 s … at most this. */
const MAX_BACKOFF_MS = 60_000;

/** Where the message is: in its first place, afresh somewhere, or nowhere that can be reached. */
type Reach = 'first' | 'fresh' | 'lost';

interface State {
  /** Called only when the edit may go out, so states that are overtaken cost nothing. */
  readonly render: () => ChatMessage;
  readonly urgency: Urgency;
  readonly settle: readonly ((delivery: Delivery) => void)[];
}

export interface LiveMessageOptions {
  readonly port: ChatPort;
  /** Missing: there is none yet, and the first state is posted. */
  readonly ref?: MessageRef | undefined;
  /** What is known of that post. */
  readonly firstAs?: PostedAs;
  /** Where a fresh message goes when the old one is out of reach: once, and once more for the end. */
  readonly place: Place;
  /** Told where a fresh message is. */
  readonly onMoved?: (ref: MessageRef) => void;
  /** Told of failures that are being retried or were given up. */
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
  /** The fresh message was posted for the end. */
  #hasEnd = false;
  #failures = 0;
  /** Cuts the wait for a slot short when something more urgent arrives. */
  #slot = new AbortController();
  #left = false;
  /** Others have its share of the edits. */
  #rests = false;
  /** Cuts the wait before another try short. */
  #tryNow: () => void = () => undefined;

  constructor(options: LiveMessageOptions) {
    this.#options = options;
    this.#ref = options.ref;
    if (options.ref) options.port.budget.join?.(options.ref);
  }

  /** Resolves when this state, or a newer one that overtook it, is in the message (or never will be). */
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

  /** What waits for a turn is not worth one any more; the end is. */
  withdraw(): void {
    if (!this.#waiting || this.#waiting.urgency === 'final') return;
    const { settle } = this.#waiting;
    this.#waiting = undefined;
    this.#slot.abort();
    for (const one of settle) one('failed');
  }

  /** It is edited no more, unless another state is shown some day: the others have its share. */
  end(): void {
    this.#rests = true;
    if (this.#ref) this.#options.port.budget.leave?.(this.#ref);
  }

  /** Nothing more is sent: an edit under way ends, and what waits, for a slot or another try, is left. */
  leave(): void {
    this.#left = true;
    this.#slot.abort();
    this.#tryNow();
  }

  /** Between two edits of this message, as the platform's budget stands now. */
  intervalMs(): number {
    return this.#ref ? this.#options.port.budget.intervalMs(this.#ref) : 0;
  }

  /** Somebody removed it: nothing is shown any more. */
  get isDeleted(): boolean {
    return this.#deleted;
  }

  /** It was posted, by us or before. */
  get isThere(): boolean {
    return this.#ref !== undefined;
  }

  /** Live messages that share the platform's edits, this one counted; 1 where nothing is shared. */
  sharing(): number {
    return (this.#ref && this.#options.port.budget.sharing?.(this.#ref)) ?? 1;
  }

  /** Ends of many at once have room on this platform: nobody needs to end after another. */
  get endsWithOthers(): boolean {
    return this.#options.port.budget.expectEnd !== undefined;
  }

  /** Its end is to be shown in so long. */
  expectEnd(inMs: number): void {
    if (this.#ref) this.#options.port.budget.expectEnd?.(this.#ref, inMs);
  }

  /** Hands files over ahead of their edit; undefined where the platform takes them with it. */
  get prepare(): ((attachments: readonly Attachment[]) => Promise<void>) | undefined {
    const { port } = this.#options;
    const ref = this.#ref;
    if (!ref || !port.prepare) return undefined;
    return (attachments) => port.prepare?.(ref, attachments) ?? Promise.resolve();
  }

  /** From one watched epoch to the next, where the platform asks for more than its edits take; else 0. */
  watchedEpochMs(): number {
    return this.#options.port.budget.watchedEpochMs ?? 0;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (this.#waiting && !this.#left) {
      if (!(await this.#takeSlot(this.#waiting.urgency))) continue;
      // Whatever arrived during the wait has overtaken what the slot was asked for.
      const state = this.#takeWaiting();
      // It may have been withdrawn just then.
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

  /** False when the wait was cut short, for something more urgent or because the message is left. */
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

  /** A message out of reach is replaced; a deleted one is not: somebody did not want it. */
  #startOver(reason: MessageGone, message: ChatMessage, urgency: Urgency): Promise<Delivery> {
    if (reason.why === 'deleted') {
      this.#deleted = true;
      return Promise.resolve('deleted');
    }
    // Its end stands already; only its files could not be added.
    if (this.#hasEnd) return Promise.resolve('unreachable');
    if (this.#reach === 'fresh' || reason.reach === 'for all') this.#reach = 'lost';
    return this.#postAfresh(message, urgency);
  }

  /** After the first time only the end is worth another message. */
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
