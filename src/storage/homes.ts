/** Servers and workspaces that removed the tutor, in the database until they are back or forgotten. */
import { steadyNowMs } from '../clock.js';
import type { Homes } from '../chat/port.js';
import type { Database, Sql } from './database.js';

export class DatabaseHomes implements Homes {
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = steadyNowMs,
  ) {}

  left(home: string): Promise<void> {
    return this.database.transaction((sql) => {
      this.#mark(sql, home);
    });
  }

  async joined(home: string): Promise<void> {
    const news = `SELECT 1 WHERE EXISTS (SELECT 1 FROM left_homes WHERE home = ?)
      OR NOT EXISTS (SELECT 1 FROM homes WHERE home = ?)`;
    // Discord names every server at each start, and there is almost never anything to write.
    if (!(await this.database.read((sql) => sql.get(news, home, home)))) return;
    await this.database.transaction((sql) => {
      welcome(sql, home);
    });
  }

  present(homes: readonly string[], knows: (home: string) => boolean): Promise<void> {
    const here = new Set(homes);
    return this.database.transaction((sql) => {
      for (const { home } of sql.all('SELECT home FROM homes')) {
        if (!here.has(home as string) && knows(home as string)) this.#mark(sql, home as string);
      }
      for (const home of here) welcome(sql, home);
    });
  }

  #mark(sql: Sql, home: string): void {
    sql.run('INSERT OR IGNORE INTO left_homes VALUES (?, ?)', home, this.nowMs());
    sql.run('DELETE FROM homes WHERE home = ?', home);
  }
}

function welcome(sql: Sql, home: string): void {
  sql.run('DELETE FROM left_homes WHERE home = ?', home);
  sql.run('INSERT OR IGNORE INTO homes VALUES (?)', home);
}
