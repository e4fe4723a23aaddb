/** What each person was last told in each place, in the database, for an hour. */
import type { Place } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import { NoSpaceError } from '../errors.js';
import type { Said } from '../tutor/questions/conversation.js';
import type { Database } from './database.js';
import type { ConversationStore } from './ports/conversations.js';

/** People who come back later do not refer to what was said then. */
export const REMEMBERED_MS = 60 * 60 * 1000;

interface ConversationRow {
  readonly said: string;
}

export class DatabaseConversationStore implements ConversationStore {
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = steadyNowMs,
  ) {}

  last(userId: string, place: Place): Promise<Said | undefined> {
    return this.database.read((sql) => {
      const row = sql.get(
        'SELECT said FROM conversations WHERE user_id = ? AND place = ? AND at_ms > ?',
        userId,
        keyOf(place),
        this.nowMs() - REMEMBERED_MS,
      ) as ConversationRow | undefined;
      return row && (JSON.parse(row.said) as Said);
    });
  }

  /** Without disk space it is forgotten: the answer is still valid. */
  async remember(userId: string, place: Place, said: Said | undefined): Promise<void> {
    try {
      await this.#keep(userId, place, said);
    } catch (error) {
      if (!(error instanceof NoSpaceError)) throw error;
    }
  }

  #keep(userId: string, place: Place, said: Said | undefined): Promise<void> {
    return this.database.transaction((sql) => {
      const now = this.nowMs();
      sql.run('DELETE FROM conversations WHERE at_ms <= ?', now - REMEMBERED_MS);
      if (said === undefined) return;
      sql.run(
        `INSERT INTO conversations (user_id, place, said, at_ms) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET said = excluded.said, at_ms = excluded.at_ms`,
        userId,
        keyOf(place),
        JSON.stringify(said),
        now,
      );
    });
  }
}

const keyOf = ({ platform, key }: Place): string => `${platform} ${key}`;
