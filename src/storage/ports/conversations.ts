import type { Place } from '../../chat/port.js';
import type { Said } from '../../tutor/questions/conversation.js';

/** What somebody was last told, for an hour, so that “why?” can be understood. */
export interface ConversationStore {
  last(userId: string, place: Place): Promise<Said | undefined>;
  /** `undefined`: there was no answer, and what was said before stays. */
  remember(userId: string, place: Place, said: Said | undefined): Promise<void>;
}
