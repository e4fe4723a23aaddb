/** Requests one process accepted but did not answer; the next process on the same database finds them. */
import { Accepted } from '../../src/chat/accepted.js';
import { DatabaseAcceptedStore } from '../../src/storage/accepted-store.js';
import { openMemoryDatabase, type Database } from '../../src/storage/database.js';

export function acceptedOn(
  database: Database = openMemoryDatabase(),
  nowMs: () => number = Date.now,
): Accepted {
  const log = {
    error: (details: object, message: string) => {
      throw new Error(message, { cause: details });
    },
  };
  return new Accepted({ store: new DatabaseAcceptedStore(database), log, nowMs });
}
