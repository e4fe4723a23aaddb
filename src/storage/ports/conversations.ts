import type { Place } from '../../chat/port.js';
import type { Said } from '../../tutor/questions/conversation.js';

/** What was last said to somebody, for an hour, so that “why?” means something. */
export interface ConversationStore {
  last(userId: string, place: Place): Promise<Said | undefined>;
  /** `undefined`: nothing was answered, what was said before stays. */
  remember(userId: string, place: Place, said: Said | undefined): Promise<void>;
}
