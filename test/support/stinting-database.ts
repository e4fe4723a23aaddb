/** A real database file that can be told to refuse growth, like on a full disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DiskSpace } from '../../src/storage/disk-space.js';

/** SQLite's own default (https://sqlite.org/limits.html, item 14). */
const MOST_PAGES = 4_294_967_294;

export class StintingDatabase {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'tutor-stint-'));
  readonly logged: string[] = [];
  readonly database: Database;

  constructor() {
    const log = (_: object, message: string): void => {
      this.logged.push(message);
    };
    const space = new DiskSpace(this.dataDir, { info: log, error: log });
    this.database = openDatabase(this.dataDir, { space });
  }

  /** From now on, whatever needs another page fails with SQLITE_FULL: the limit is below the current size. */
  async fill(): Promise<void> {
    await this.#limit(1);
  }

  async free(): Promise<void> {
    await this.#limit(MOST_PAGES);
  }

  remove(): void {
    this.database.close();
    rmSync(this.dataDir, { recursive: true });
  }

  async #limit(pages: number): Promise<void> {
    await this.database.read((sql) => sql.get(`PRAGMA max_page_count = ${pages}`));
  }
}
