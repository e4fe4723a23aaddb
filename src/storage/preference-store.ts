/** What people chose for themselves, in the database. */
import type { Database } from './database.js';
import type { Preferences, PreferenceStore } from './ports/preferences.js';

interface PreferenceRow {
  readonly locale: Preferences['locale'] | null;
  readonly view: Preferences['view'] | null;
}

export class DatabasePreferenceStore implements PreferenceStore {
  constructor(private readonly database: Database) {}

  get(userId: string): Promise<Preferences> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT locale, view FROM preferences WHERE user_id = ?', userId);
      const { locale, view } = (row ?? {}) as Partial<PreferenceRow>;
      return { ...(locale && { locale }), ...(view && { view }) };
    });
  }

  set(userId: string, change: Parameters<PreferenceStore['set']>[1]): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('INSERT OR IGNORE INTO preferences (user_id) VALUES (?)', userId);
      if ('locale' in change) {
        const locale = change.locale ?? null;
        sql.run('UPDATE preferences SET locale = ? WHERE user_id = ?', locale, userId);
      }
      if ('view' in change) {
        const view = change.view ?? null;
        sql.run('UPDATE preferences SET view = ? WHERE user_id = ?', view, userId);
      }
    });
  }
}
