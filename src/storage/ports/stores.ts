import type { AcceptedStore } from '../../chat/accepted.js';
import type { RunStore } from '../../runs/ports.js';
import type { BoardStore } from './boards.js';
import type { ChallengeStore } from './challenges.js';
import type { ClassStore } from './classes.js';
import type { ConversationStore } from './conversations.js';
import type { InvitationStore } from './invitations.js';
import type { LiveMessageStore } from './live-messages.js';
import type { PersonalData } from './personal-data.js';
import type { PredictionStore } from './predictions.js';
import type { PreferenceStore } from './preferences.js';
import type { QuizStore } from './quiz.js';
import type { ServerSettingsStore } from './server-settings.js';
import type { SlowMotionStore } from './slow-motions.js';
import type { UploadStore } from './uploads.js';

/** Everything that the tutor stores, wherever that is. */
export interface Stores {
  readonly runs: RunStore;
  readonly preferences: PreferenceStore;
  readonly liveMessages: LiveMessageStore;
  readonly serverSettings: ServerSettingsStore;
  readonly uploads: UploadStore;
  readonly quiz: QuizStore;
  readonly predictions: PredictionStore;
  readonly challenges: ChallengeStore;
  readonly slowMotions: SlowMotionStore;
  readonly boards: BoardStore;
  readonly classes: ClassStore;
  readonly invitations: InvitationStore;
  readonly conversations: ConversationStore;
  readonly accepted: AcceptedStore;
  readonly personalData: PersonalData;
  /** How much of the disk everything that is stored takes. */
  readonly usedBytes: () => Promise<number>;
}
