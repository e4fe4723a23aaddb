/** Servers and workspaces that took the tutor out, in the database until they are back or forgotten. */
import { steadyNowMs } from '../clock.js';
import type { Homes } from '../chat/port.js';
import type { Database } from './database.js';

export class DatabaseHomes implements Homes {
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = steadyNowMs,
  ) {}

  left(home: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('INSERT OR IGNORE INTO left_homes VALUES (?, ?)', home, this.nowMs());
    });
  }

  async joined(home: string): Promise<void> {
    const marked = 'SELECT 1 FROM left_homes WHERE home = ?';
    // Discord names every server at each start: nearly always there is nothing to write.
    if (!(await this.database.read((sql) => sql.get(marked, home)))) return;
    await this.database.transaction((sql) => {
      sql.run('DELETE FROM left_homes WHERE home = ?', home);
    });
  }
}
