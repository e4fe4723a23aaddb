import type { MessageRef } from '../../chat/port.js';
import type { SlowMotion, SlowState } from '../../runs/slow-motion.js';
import type { LiveMessageRecord } from './live-messages.js';

/** A training in slow motion, as it is stored between two presses. */
export interface StoredSlowMotion {
  readonly motion: SlowMotion;
  /** Missing until its message was opened. */
  readonly record?: LiveMessageRecord;
  /** The last press that was carried out. */
  readonly pressedId?: string;
  /** The message shows everything. Never true while it plays, as the next process has to pause it. */
  readonly isShown: boolean;
}

export interface SlowMotionStore {
  /** Stores a new one, and keeps only the newest `mostKept` of its owner's. */
  create(motion: SlowMotion, requestId: string | undefined, mostKept: number): Promise<void>;
  find(id: string): Promise<StoredSlowMotion | undefined>;
  /** The one that was begun for a request. */
  ofRequest(requestId: string): Promise<StoredSlowMotion | undefined>;
  /** Undefined before the first iteration. */
  state(id: string): Promise<SlowState | undefined>;
  /**
   * Replaces what is given; does nothing where it is no longer stored.
   * @param state stored in the same transaction; `null` deletes it
   */
  save(stored: StoredSlowMotion, state?: SlowState | null): Promise<void>;
  /** From now on it has another message. */
  move(id: string, ref: MessageRef): Promise<void>;
  /** Its message shows this state. Ignored if there is a newer one. */
  markShown(motion: SlowMotion): Promise<void>;
  /** Slow motions that were playing, or whose message is behind. */
  unshown(): Promise<readonly StoredSlowMotion[]>;
}
