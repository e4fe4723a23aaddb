import type { ChatMessage } from '../../src/chat/message.js';
import {
  MessageGone,
  type ChatPort,
  type EditBudget,
  type MessageRef,
  type Place,
  type PostedAs,
} from '../../src/chat/port.js';

/** A platform whose edits end as the test decides: an edit stays in flight until it is answered. */
export class ScriptedPort implements ChatPort {
  readonly platform = 'web';
  /** What people see, oldest first: every accepted edit and post. */
  readonly seen: string[] = [];
  /** The last of them, in full. */
  latest: ChatMessage = { blocks: [], spoken: '' };
  /** The details passed with each post, oldest first. */
  readonly postedAs: (PostedAs | undefined)[] = [];
  /** The urgencies of requested slots, in order. */
  readonly slots: string[] = [];
  intervalMs = 0;
  /** Live messages that share the edits. */
  sharing = 1;
  /** Keys of messages that use a share of the edits. */
  readonly live = new Set<string>();
  /** Answers to the next edits in turn; without an entry an edit succeeds at once. */
  readonly answers: (() => Promise<void>)[] = [];
  slotsOpen = true;
  mayPost = true;
  #openSlot: (() => void)[] = [];

  readonly budget: EditBudget & { watchedEpochMs: number } = {
    watchedEpochMs: 0,
    take: (_ref, urgency, signal) => {
      this.slots.push(urgency);
      if (this.slotsOpen) return Promise.resolve();
      return new Promise((resolve, reject) => {
        this.#openSlot.push(resolve);
        signal.addEventListener('abort', () => {
          reject(new Error('cut short'));
        });
      });
    },
    intervalMs: () => this.intervalMs,
    join: ({ key }) => {
      this.live.add(key);
    },
    leave: ({ key }) => {
      this.live.delete(key);
    },
    sharing: () => this.sharing,
  };

  openSlots(): void {
    this.slotsOpen = true;
    for (const open of this.#openSlot) open();
    this.#openSlot = [];
  }

  fits(): boolean {
    return true;
  }

  async edit(_ref: MessageRef, message: ChatMessage): Promise<void> {
    await this.answers.shift()?.();
    this.seen.push(message.spoken);
    this.latest = message;
  }

  post(place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef> {
    this.postedAs.push(as);
    if (!this.mayPost) return Promise.reject(new MessageGone('unreachable'));
    this.seen.push(`fresh: ${message.spoken}`);
    return Promise.resolve({ platform: place.platform, key: 'fresh' });
  }
}

/** A message that says just this. */
export function saying(spoken: string): ChatMessage {
  return { blocks: [], spoken };
}

/** A promise with its resolver. */
export function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
