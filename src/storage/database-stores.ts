/** All stores that outlive the process, on one database and its folder. */
import { DatabaseAcceptedStore } from './accepted-store.js';
import { DatabaseBoardStore } from './board-store.js';
import { DatabaseClassStore } from './class-store.js';
import { DatabaseChallengeStore } from './challenge-store.js';
import { DatabaseConversationStore } from './conversation-store.js';
import { usedBytes } from './data-room.js';
import type { Database } from './database.js';
import type { DiskSpace } from './disk-space.js';
import { DatabaseLiveMessageStore } from './live-message-store.js';
import { PatientLiveMessages } from './patient-live-messages.js';
import { DatabasePersonalData } from './personal-data.js';
import { DatabasePredictionStore } from './prediction-store.js';
import { DatabasePreferenceStore } from './preference-store.js';
import { DatabaseQuizStore } from './quiz-store.js';
import { DatabaseRunStore } from './run-store.js';
import { DatabaseServerSettingsStore } from './server-settings-store.js';
import { DatabaseSlowMotionStore } from './slow-motion-store.js';
import { FileUploadStore } from './upload-store.js';

export function databaseStores(database: Database, dataDir: string, space?: DiskSpace) {
  const uploads = new FileUploadStore(dataDir, database, space);
  return {
    runs: new DatabaseRunStore(database),
    preferences: new DatabasePreferenceStore(database),
    liveMessages: new PatientLiveMessages(new DatabaseLiveMessageStore(database)),
    uploads,
    serverSettings: new DatabaseServerSettingsStore(database),
    personalData: new DatabasePersonalData(database, uploads),
    usedBytes: () => usedBytes(database, uploads),
    quiz: new DatabaseQuizStore(database),
    predictions: new DatabasePredictionStore(database),
    boards: new DatabaseBoardStore(database),
    challenges: new DatabaseChallengeStore(database),
    slowMotions: new DatabaseSlowMotionStore(database),
    classes: new DatabaseClassStore(database),
    accepted: new DatabaseAcceptedStore(database),
    conversations: new DatabaseConversationStore(database),
  };
}
