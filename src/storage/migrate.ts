/** Brings a database to the schema of this program. */
import { DataDirError, type Connection } from './data-dir.js';

/** @throws DataDirError when a newer version of the program wrote it */
export function migrate(connection: Connection, file: string, migrations: readonly string[]): void {
  const row = connection.prepare('PRAGMA user_version').get() as { user_version: number };
  const version = row.user_version;
  if (version > migrations.length) {
    throw new DataDirError(
      `DATA_DIR: ${file} was written by a newer version of this program (its schema is ${version}, ` +
        `this program knows up to ${migrations.length}); update the program or give another DATA_DIR.`,
    );
  }
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    connection.transaction(() => {
      connection.exec(statements);
      connection.exec(`PRAGMA user_version = ${index + 1}`);
    })();
  }
}
