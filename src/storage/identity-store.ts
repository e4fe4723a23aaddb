/** Identities of the room's visitors, in the database. */
import type { Identity, IdentityStore } from '../room/identity-store.js';
import { nameKey } from '../room/names.js';
import type { Database } from './database.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** For visitors who never come back: everybody who loads the page takes a row. */
const silentDays = 7;
/** The longest time that browsers keep a cookie. */
const knownDays = 400;

export class DatabaseIdentityStore implements IdentityStore {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Identity | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT name FROM room_people WHERE id = ?', id);
      if (!row) return undefined;
      const name = row.name as string | null;
      return { id, ...(name !== null && { name }) };
    });
  }

  admit(id: string): Promise<void> {
    // A date, not a budget: it must mean the same after a restart.
    const now = Date.now();
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO room_people (id, seen_at_ms) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET seen_at_ms = excluded.seen_at_ms
           WHERE excluded.seen_at_ms - seen_at_ms > ${hourMs}`,
        id,
        now,
      );
      sql.run(
        'DELETE FROM room_people WHERE has_spoken = 0 AND seen_at_ms < ?',
        now - silentDays * dayMs,
      );
      sql.run(
        'DELETE FROM room_people WHERE has_spoken = 1 AND seen_at_ms < ?',
        now - knownDays * dayMs,
      );
    });
  }

  spoke(id: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE room_people SET has_spoken = 1 WHERE id = ? AND has_spoken = 0', id);
    });
  }

  claim(id: string, names: Iterable<string>): Promise<string> {
    return this.database.transaction((sql) => {
      for (const name of names) {
        const key = nameKey(name);
        const owner = sql.get('SELECT id FROM room_people WHERE name_key = ?', key)?.id;
        if (owner !== undefined && owner !== id) continue;
        sql.run('UPDATE room_people SET name = ?, name_key = ? WHERE id = ?', name, key, id);
        return name;
      }
      throw new Error('every one of these names is taken');
    });
  }
}
