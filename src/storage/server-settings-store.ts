/** Settings of servers and workspaces, in the database. */
import type { Database } from './database.js';
import type { ServerSettings, ServerSettingsStore } from './ports/server-settings.js';

export class DatabaseServerSettingsStore implements ServerSettingsStore {
  constructor(private readonly database: Database) {}

  get(serverId: string): Promise<ServerSettings> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT settings FROM server_settings WHERE server_id = ?', serverId);
      return row ? (JSON.parse(row.settings as string) as ServerSettings) : {};
    });
  }

  set(serverId: string, settings: ServerSettings): Promise<void> {
    return this.database.transaction((sql) => {
      const json = JSON.stringify(settings);
      if (json === '{}') {
        sql.run('DELETE FROM server_settings WHERE server_id = ?', serverId);
        return;
      }
      sql.run(
        `INSERT INTO server_settings (server_id, settings) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET settings = excluded.settings`,
        serverId,
        json,
      );
    });
  }
}
