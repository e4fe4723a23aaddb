import type { MessageRef } from '../../chat/port.js';
import type { SlowMotion, SlowState } from '../../runs/slow-motion.js';
import type { LiveMessageRecord } from './live-messages.js';

/** A training in slow motion, as it is kept between two presses. */
export interface StoredSlowMotion {
  readonly motion: SlowMotion;
  /** Missing until its message was opened. */
  readonly record?: LiveMessageRecord;
  /** The last press that was carried out. */
  readonly pressedId?: string;
  /** The message shows all there is. Never true while it plays: whoever comes next has to pause it. */
  readonly isShown: boolean;
}

export interface SlowMotionStore {
  /** Keeps a new one and, of its owner's, only the newest `mostKept`. */
  create(motion: SlowMotion, requestId: string | undefined, mostKept: number): Promise<void>;
  find(id: string): Promise<StoredSlowMotion | undefined>;
  /** The one that was begun for a request. */
  ofRequest(requestId: string): Promise<StoredSlowMotion | undefined>;
  /** Undefined before the first iteration. */
  state(id: string): Promise<SlowState | undefined>;
  /**
   * Replaces what is given; nothing happens where it is not kept any more.
   * @param state goes with it in one transaction; `null` forgets it
   */
  save(stored: StoredSlowMotion, state?: SlowState | null): Promise<void>;
  /** Its message is another one from now on. */
  move(id: string, ref: MessageRef): Promise<void>;
  /** The message shows this, unless there is something newer by now. */
  markShown(motion: SlowMotion): Promise<void>;
  /** Those that played, or whose message is behind. */
  unshown(): Promise<readonly StoredSlowMotion[]>;
}
