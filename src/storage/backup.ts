/**
 * A backup is one SQLite file: the database as it was at one moment, taken while the server works, and
 * the uploads in a table of their own. Restoring takes it apart again.
 */
import LibSql from 'libsql';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { moveAway } from './damage.js';
import { DataDirError, ensureWritable, takeLock } from './data-dir.js';
import { migrations } from './migrations.js';
import { sha256In, uploadFolder, writeUpload } from './upload-store.js';

/** What cannot be backed up or restored, and why: one sentence for the person who asked for it. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

const makeUploads = `CREATE TABLE backup_uploads (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT`;

export interface Contents {
  readonly uploads: number;
}

/**
 * Writes a backup that only its owner may read. Nothing waits for it: it reads while the server works.
 * @throws BackupError when there is nothing to back up, or `file` exists or cannot be written
 */
export function backUp(dataDir: string, file: string): Contents {
  const database = join(dataDir, 'tutor.db');
  if (!existsSync(database)) throw new BackupError(`There is no ${database} to back up.`);
  if (existsSync(file)) throw new BackupError(`${file} exists already; give another name.`);
  // It gets its name only once it is complete.
  const unfinished = `${file}.part`;
  try {
    // VACUUM accepts an empty file, and this one has the right permissions.
    closeSync(openSync(unfinished, 'w', 0o600));
    withConnection(database, (connection) => {
      connection.exec(`VACUUM INTO '${resolve(unfinished).replaceAll("'", "''")}'`);
    });
    const uploads = withConnection(unfinished, (connection) => addUploads(connection, dataDir));
    renameSync(unfinished, file);
    return { uploads };
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw new BackupError(`${file} cannot be written: ${reason(cause)}.`, { cause });
  }
}

/** After the database: the files it names were there before, and files are only ever added. */
function addUploads(connection: LibSql.Database, dataDir: string): number {
  const folder = uploadFolder(dataDir);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  connection.exec(`BEGIN; ${makeUploads}`);
  const insert = connection.prepare('INSERT INTO backup_uploads (sha256, bytes) VALUES (?, ?)');
  let count = 0;
  for (const name of names) {
    const sha256 = sha256In(name);
    if (sha256 === undefined) continue;
    insert.run([sha256, readFileSync(join(folder, name))]);
    count += 1;
  }
  connection.exec('COMMIT');
  return count;
}

export interface Restored extends Contents {
  /** The new name of the previous database, in DATA_DIR; undefined when there was none. */
  readonly before?: string;
}

/**
 * Restores a backup; the previous database stays beside it under another name.
 * @throws BackupError when `file` is no backup, or one of a newer version; DataDirError when DATA_DIR
 * cannot be written, and DataDirBusyError when a server uses it
 */
export async function restore(dataDir: string, file: string, timeoutMs = 0): Promise<Restored> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  ensureWritable(dataDir);
  const lock = takeLock(dataDir, timeoutMs);
  const unfinished = join(dataDir, 'tutor.restoring');
  try {
    copyFileSync(file, unfinished);
    const uploads = await unpack(unfinished, file, dataDir);
    const isThere = existsSync(join(dataDir, 'tutor.db'));
    const before = isThere ? moveAway(dataDir, 'tutor.before-restore') : undefined;
    renameSync(unfinished, join(dataDir, 'tutor.db'));
    return { uploads, ...(before !== undefined && { before }) };
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new DataDirError(`${file} cannot be restored: ${reason(cause)}.`, { cause });
  } finally {
    rmSync(unfinished, { force: true });
    lock.close();
  }
}

/** Moves the uploads to where they belong, so that the file contains the database alone. */
async function unpack(unfinished: string, file: string, dataDir: string): Promise<number> {
  refuseStrangeFile(unfinished, file);
  const connection = new LibSql(unfinished);
  try {
    const rows = connection.prepare('SELECT sha256 FROM backup_uploads').all([]) as Named[];
    const bytesOf = connection.prepare('SELECT bytes FROM backup_uploads WHERE sha256 = ?');
    for (const { sha256 } of rows) {
      const { bytes } = bytesOf.get([sha256]) as { readonly bytes: Uint8Array };
      await writeUpload(uploadFolder(dataDir), Buffer.from(bytes));
    }
    connection.exec('DROP TABLE backup_uploads');
    // Open pages of the room know of more than it contains: to them it is another room.
    connection.exec('UPDATE room SET id = lower(hex(randomblob(8)))');
    connection.exec('VACUUM');
    return rows.length;
  } finally {
    connection.close();
  }
}

interface Named {
  readonly sha256: string;
}

function refuseStrangeFile(unfinished: string, file: string): void {
  let version: number;
  try {
    version = withConnection(unfinished, (connection) => {
      connection.exec(`CREATE TEMP TABLE found (what TEXT CHECK (what = 'ok'))`);
      connection.exec('INSERT INTO found SELECT quick_check FROM pragma_quick_check(1)');
      connection.prepare('SELECT sha256 FROM backup_uploads LIMIT 1').get([]);
      const row = connection.prepare('PRAGMA user_version').get([]) as { user_version: number };
      return row.user_version;
    });
  } catch (cause) {
    const made = 'that npm run backup has made, or it is damaged';
    throw new BackupError(`${file} is no backup ${made}; nothing was changed.`, { cause });
  }
  if (version <= migrations.length) return;
  throw new BackupError(
    `${file} is from a newer version of this program; update the program first. Nothing was changed.`,
  );
}

function withConnection<T>(file: string, work: (connection: LibSql.Database) => T): T {
  const connection = new LibSql(file, { timeout: 5000 });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
