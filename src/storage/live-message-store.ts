/** Where runs are being shown, in the database. */
import { channelOf, type Place } from '../chat/port.js';
import type { Database } from './database.js';
import { fromJson, toJson } from './json.js';
import type { LiveMessageStore, RunMessageRecord } from './ports/live-messages.js';

/** SQL: the channel that a record's place is in, as `channelOf` names it. */
export const channelOfRecord = `json_extract(record, '$.place.platform') || ' ' || coalesce(
  json_extract(record, '$.place.channel'), json_extract(record, '$.place.key'))`;

/**
 * A condition: everybody in the channel `?1` could see a run, in its own message or on a board.
 * @param id of the run, as SQL
 */
export function postedIn(id: string): string {
  return `(EXISTS (SELECT 1 FROM live_messages WHERE run_id = ${id} AND channel = ?1)
    OR EXISTS (SELECT 1 FROM board_lines JOIN boards ON boards.id = board_id
      WHERE run_id = ${id} AND ${channelOfRecord} = ?1))`;
}

export class DatabaseLiveMessageStore implements LiveMessageStore {
  constructor(private readonly database: Database) {}

  save(runId: string, record: RunMessageRecord): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO live_messages (run_id, record, channel, home) VALUES (?, ?, ?, ?)
         ON CONFLICT (run_id) DO UPDATE SET record = excluded.record`,
        runId,
        toJson(record),
        channelOf(record.place),
        record.place.home ?? null,
      );
    });
  }

  find(runId: string): Promise<RunMessageRecord | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT record FROM live_messages WHERE run_id = ?', runId);
      return row && (fromJson(row.record as string) as RunMessageRecord);
    });
  }

  wasPosted(runId: string, place: Place): Promise<boolean> {
    return this.database.read(
      (sql) => sql.get(`SELECT 1 WHERE ${postedIn('?2')}`, channelOf(place), runId) !== undefined,
    );
  }

  markDelivered(runId: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE live_messages SET is_delivered = 1 WHERE run_id = ?', runId);
    });
  }

  undelivered(): Promise<readonly string[]> {
    return this.database.read((sql) =>
      sql
        .all('SELECT run_id FROM live_messages WHERE is_delivered = 0 ORDER BY rowid')
        .map((row) => row.run_id as string),
    );
  }
}
