/** Requests that were accepted and are not answered yet, in the database. */
import type { AcceptedStore, Handed, KeptRequest } from '../chat/accepted.js';
import type { PlatformName } from '../chat/port.js';
import type { Database } from './database.js';

/** Slack redelivers an event for an hour at most, and for a day where an app asks for that. */
const IDS_KEPT_MS = 24 * 60 * 60_000;

/** After this time its platform no longer has the tutor: nobody waits for an answer any more. */
const UNANSWERED_KEPT_MS = 30 * IDS_KEPT_MS;

interface AcceptedRow {
  readonly id: string;
  readonly platform: PlatformName;
  readonly at_ms: number;
  readonly tries: number;
  readonly request: string;
}

export class DatabaseAcceptedStore implements AcceptedStore {
  constructor(private readonly database: Database) {}

  add({ id, platform, userId, request }: Handed, atMs: number): Promise<boolean> {
    return this.database.transaction((sql) => {
      sql.run('DELETE FROM accepted WHERE request IS NULL AND at_ms < ?', atMs - IDS_KEPT_MS);
      sql.run('DELETE FROM accepted WHERE at_ms < ?', atMs - UNANSWERED_KEPT_MS);
      const added = sql.run(
        `INSERT INTO accepted (id, platform, at_ms, user_id, request) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO NOTHING`,
        id,
        platform,
        atMs,
        userId ?? null,
        JSON.stringify(request),
      );
      return added > 0;
    });
  }

  unanswered(platform: PlatformName): Promise<readonly KeptRequest[]> {
    return this.database.read((sql) =>
      sql
        .all(
          `SELECT * FROM accepted WHERE platform = ? AND request IS NOT NULL ORDER BY position`,
          platform,
        )
        .map((row) => {
          const { id, at_ms, tries, request } = row as unknown as AcceptedRow;
          return { id, platform, atMs: at_ms, tries, request: JSON.parse(request) as unknown };
        }),
    );
  }

  tried(id: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE accepted SET tries = tries + 1 WHERE id = ?', id);
    });
  }

  answered(id: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE accepted SET request = NULL, user_id = NULL WHERE id = ?', id);
      sql.run('DELETE FROM pending_uploads WHERE request_id = ?', id);
    });
  }
}
