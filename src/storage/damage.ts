/** Checks at start whether the database's file is intact, and moves a damaged one out of the way. */
import LibSql from 'libsql';
import {
  existsSync,
  openSync,
  readSync,
  closeSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf, isDamage } from './trouble.js';

/**
 * A file larger than this, in bytes, is only opened, not checked: checking covers a gigabyte a second
 * once the file is in memory, and about this much in the second that a start may take when it has to be
 * read from disk. Damage that is met later in a larger file makes the next start set it aside.
 */
const CHECKED_BYTES = 128 * 1024 * 1024;
/** The smallest page size; SQLite's header fits in it (https://sqlite.org/fileformat2.html). */
const SMALLEST_BYTES = 512;
/** How every write-ahead log begins (same source, section 4.1); the last bit tells the byte order. */
const WAL_MAGIC = 0x377f0682;

/** Left by a process that met damage for the next one, which then need not find it again. */
const markOf = (dataDir: string): string => join(dataDir, 'tutor.damaged');

/** Lets the next start set the file aside, whatever its own check finds. */
export function markDamage(dataDir: string, why: string): void {
  try {
    writeFileSync(markOf(dataDir), `${why}\n`, { mode: 0o600 });
  } catch {
    // The disk accepts no more writes: the next start checks for itself.
  }
}

/** What is wrong with the database's file; undefined when it is intact, or there is none. */
export function findDamage(dataDir: string, checkedBytes = CHECKED_BYTES): string | undefined {
  const file = join(dataDir, 'tutor.db');
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isFile()) return 'it is no file';
  if (found.size > 0 && found.size < SMALLEST_BYTES) return 'it is cut off';
  if (existsSync(markOf(dataDir))) return 'damage was met while it was in use';
  return check(file, found.size <= checkedBytes);
}

/**
 * Uses `exec` only: in libsql a connection outlives its closing until its statements are
 * garbage-collected, and when it finally ends it deletes the log by name, which would be the next
 * connection's.
 */
function check(file: string, isWhole: boolean): string | undefined {
  let connection: LibSql.Database | undefined;
  try {
    connection = new LibSql(file, { timeout: 1000 });
    connection.exec(`CREATE TEMP TABLE found (what TEXT CHECK (what = 'ok'))`);
    connection.exec(
      isWhole
        ? 'INSERT INTO found SELECT quick_check FROM pragma_quick_check(1)'
        : `INSERT INTO found SELECT 'ok' FROM sqlite_schema`,
    );
    return undefined;
  } catch (error) {
    if (codeOf(error) === 'SQLITE_CONSTRAINT_CHECK') return 'its pages do not fit together';
    if (isDamage(error)) return error instanceof Error ? error.message : String(error);
    // A full disk or missing permissions: not damage. Opening the file will report it.
    return undefined;
  } finally {
    connection?.close();
  }
}

/**
 * Renames the damaged file and its log, with the time in the name:
 * `tutor.damaged-2026-11-29T10-20-30Z.db`.
 * @returns that name, without its folder
 */
export function setAside(dataDir: string): string {
  const name = moveAway(dataDir, 'tutor.damaged');
  rmSync(markOf(dataDir), { force: true });
  return name;
}

/**
 * Renames the database's file and what SQLite keeps beside it, with the time in the name.
 * @returns that name, without its folder
 */
export function moveAway(dataDir: string, base: string): string {
  const name = dateName(dataDir, base);
  for (const end of ['', '-wal', '-shm']) {
    const there = join(dataDir, `tutor.db${end}`);
    if (existsSync(there)) renameSync(there, join(dataDir, `${name}${end}`));
  }
  return name;
}

/**
 * Sets aside a file that is not a valid write-ahead log, which SQLite would silently take for an empty
 * one.
 * @returns its new name; undefined when the log is valid, or there is none
 */
export function setStrangeLogAside(dataDir: string): string | undefined {
  const file = join(dataDir, 'tutor.db-wal');
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found || (found.isFile() && beginsAsLog(file, found.size))) return undefined;
  const name = dateName(dataDir, 'tutor.damaged-log');
  renameSync(file, join(dataDir, name));
  return name;
}

function beginsAsLog(file: string, size: number): boolean {
  const start = Buffer.alloc(4);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, start);
  } finally {
    closeSync(descriptor);
  }
  // A power cut may leave a log that was never written.
  return (
    size < 4 || start.every((byte) => byte === 0) || (start.readUInt32BE() & ~1) >>> 0 === WAL_MAGIC
  );
}

function dateName(dataDir: string, base: string): string {
  const time = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const name = `${base}-${time}${count === 1 ? '' : `-${count}`}.db`;
    if (!existsSync(join(dataDir, name))) return name;
  }
}
