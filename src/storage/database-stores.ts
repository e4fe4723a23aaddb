/** All stores that outlive the process, on one database and its folder. */
import { DatabaseConversationStore } from './conversation-store.js';
import { usedBytes } from './data-room.js';
import type { Database } from './database.js';
import { DatabaseLiveMessageStore } from './live-message-store.js';
import { DatabasePersonalData } from './personal-data.js';
import { DatabasePredictionStore } from './prediction-store.js';
import { DatabasePreferenceStore } from './preference-store.js';
import { DatabaseQuizStore } from './quiz-store.js';
import { DatabaseRunStore } from './run-store.js';
import { FileUploadStore } from './upload-store.js';

export function databaseStores(database: Database, dataDir: string) {
  const uploads = new FileUploadStore(dataDir, database);
  return {
    runs: new DatabaseRunStore(database),
    preferences: new DatabasePreferenceStore(database),
    liveMessages: new DatabaseLiveMessageStore(database),
    uploads,
    personalData: new DatabasePersonalData(database, uploads),
    usedBytes: () => usedBytes(database, uploads),
    quiz: new DatabaseQuizStore(database),
    predictions: new DatabasePredictionStore(database),
    conversations: new DatabaseConversationStore(database),
  };
}
