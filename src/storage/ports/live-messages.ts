import type { MessageRef, Place } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { View } from '../../render/view.js';

/** Where something is being shown, so that a restart finds its message again. */
export interface LiveMessageRecord {
  readonly place: Place;
  readonly ref: MessageRef;
  readonly locale: Locale;
  readonly view: View;
  /** Its owner wants to be pinged when it is over. */
  readonly ping?: boolean;
}

export interface RunMessageRecord extends Omit<LiveMessageRecord, 'ref'> {
  /** Missing while it is a line of its channel's board. */
  readonly ref?: MessageRef;
  /** It was such a line: its message was posted when it was over, and is not the answer to a request. */
  readonly wasLine?: true;
  /** The title of the channel's board that shows its epochs: its own message is for its end. */
  readonly goesOnIn?: string;
}

export interface LiveMessageStore {
  save(runId: string, record: RunMessageRecord): Promise<void>;
  find(runId: string): Promise<RunMessageRecord | undefined>;
  /** Whether everybody at this place could see the run's message. */
  wasPosted(runId: string, place: Place): Promise<boolean>;
  /** The run's last state is in its message: nothing is left to show. */
  markDelivered(runId: string): Promise<void>;
  /** Runs whose message does not show their last state yet, oldest first. */
  undelivered(): Promise<readonly string[]>;
}
