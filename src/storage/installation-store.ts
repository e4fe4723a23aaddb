/** Workspaces that installed the app, in the database; their tokens are encrypted. */
import type { Installations, Installed } from '../chat/installations.js';
import type { Database, Sql } from './database.js';
import type { SealingKeys } from './sealed.js';

interface InstallationRow {
  readonly home: string;
  readonly sealed: Uint8Array;
  readonly key_id: string;
  readonly refused: string | null;
}

export class DatabaseInstallations implements Installations {
  constructor(
    private readonly database: Database,
    private readonly keys: SealingKeys,
  ) {}

  all(): ReturnType<Installations['all']> {
    return this.database.transaction((sql) => {
      const installed: Installed[] = [];
      const unreadable: string[] = [];
      const rows = sql.all('SELECT * FROM installations ORDER BY home');
      for (const row of rows as unknown as readonly InstallationRow[]) {
        const { home, refused } = row;
        const secret = this.#opened(row);
        if (secret === undefined) {
          unreadable.push(home);
          continue;
        }
        if (row.key_id !== this.keys.firstId) this.#seal(sql, home, secret, refused);
        installed.push({ home, secret, refused: refused ?? undefined });
      }
      return { installed, unreadable };
    });
  }

  keep(home: string, secret: string): Promise<void> {
    return this.database.transaction((sql) => {
      this.#seal(sql, home, secret, null);
    });
  }

  refuse(home: string, why: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE installations SET refused = ? WHERE home = ?', why, home);
    });
  }

  remove(home: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('DELETE FROM installations WHERE home = ?', home);
    });
  }

  #seal(sql: Sql, home: string, secret: string, refused: string | null): void {
    const { keyId, bytes } = this.keys.seal(secret, home);
    sql.run(
      `INSERT INTO installations (home, sealed, key_id, refused) VALUES (?, ?, ?, ?)
       ON CONFLICT (home) DO UPDATE SET
         sealed = excluded.sealed, key_id = excluded.key_id, refused = excluded.refused`,
      ...[home, bytes, keyId, refused],
    );
  }

  #opened({ home, key_id: keyId, sealed }: InstallationRow): string | undefined {
    try {
      return this.keys.open({ keyId, bytes: new Uint8Array(sealed) }, home);
    } catch {
      return undefined;
    }
  }
}
