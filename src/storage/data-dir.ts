/** DATA_DIR: created if missing, writable, and used by this process alone. */
import LibSql from 'libsql';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf } from './trouble.js';

/** DATA_DIR cannot be used. The message is one sentence for the person who starts the program. */
export class DataDirError extends Error {
  override readonly name: string = 'DataDirError';
}

/** Another process of this program is using the DATA_DIR. */
export class DataDirBusyError extends DataDirError {
  override readonly name = 'DataDirBusyError';
}

export type Connection = LibSql.Database;

export function ensureWritable(dataDir: string): void {
  try {
    makeFolders(resolve(dataDir));
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DataDirError(`DATA_DIR ${dataDir} cannot be written: ${reason(cause)}.`, { cause });
  }
}

/** Not with `recursive`: Node never returns from that where no folder can be created (under /proc). */
function makeFolders(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

export function connect(file: string, timeoutMs: number): Connection {
  try {
    return new LibSql(file, { timeout: timeoutMs });
  } catch (cause) {
    throw new DataDirError(`DATA_DIR: ${file} cannot be opened: ${reason(cause)}.`, { cause });
  }
}

/**
 * Two processes on one DATA_DIR would both resume the same runs. SQLite's own lock on a file beside the
 * database keeps the second out and, as the kernel holds it, ends with its process however that ends. (It
 * is not on the database itself: libsql keeps a closed connection, and its locks, until every statement
 * it prepared is garbage-collected.)
 */
export function takeLock(dataDir: string, timeoutMs: number): Connection {
  const lock = connect(join(dataDir, 'tutor.lock'), timeoutMs);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    if (codeOf(cause) === 'SQLITE_BUSY') {
      const advice = 'stop it or give another DATA_DIR';
      const busy = `DATA_DIR ${dataDir} is in use by another process of this program; ${advice}.`;
      throw new DataDirBusyError(busy, { cause });
    }
    throw new DataDirError(`DATA_DIR ${dataDir} cannot be locked: ${reason(cause)}.`, { cause });
  }
}

/** A failure's message. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
