/**
 * The one SQLite file under DATA_DIR. The driver is synchronous, on purpose: `libsql/promise` runs its
 * statements on this thread all the same, and a real checkpoint (a few kB) is committed in 0.05 ms;
 * the largest there can be (4 × 512 units with Adam, 10 MB) takes about 30 ms, once an epoch that takes
 * seconds. Promises at the edge keep the stores free to move elsewhere.
 */
import type LibSql from 'libsql';
import { join } from 'node:path';
import { NoSpaceError } from '../errors.js';
import {
  connect,
  DataDirError,
  ensureWritable,
  reason,
  takeLock,
  type Connection,
} from './data-dir.js';
import { markDamage } from './damage.js';
import type { DiskSpace } from './disk-space.js';
import { GroupedWrites } from './grouped-writes.js';
import { migrate } from './migrate.js';
import { migrations as allMigrations } from './migrations.js';
import { keepPrivate, makePrivate } from './private-files.js';
import { setDamagedAside, takeOver } from './set-aside.js';
import { codeOf, isDamage, isNoSpace } from './trouble.js';

export type SqlValue = string | number | Uint8Array | null;
/** One row by column name. Tables are STRICT, so each column holds what its table declares. */
export type Row = Readonly<Record<string, unknown>>;

/** Statements that only read. Values are bound to `?`, never written into the statement. */
export interface Reads {
  get(statement: string, ...values: SqlValue[]): Row | undefined;
  all(statement: string, ...values: SqlValue[]): readonly Row[];
}

/** Statements inside a transaction. */
export interface Sql extends Reads {
  /** Returns how many rows it inserted, changed or deleted. */
  run(statement: string, ...values: SqlValue[]): number;
}

export interface Database {
  /**
   * Reads without a transaction, and so without a lock: all statements see the same state, as `work`
   * finishes before anything else happens in this process, and no other process has the file.
   */
  read<T>(work: (sql: Reads) => T): Promise<T>;
  /**
   * Does `work` completely or, when it throws or the process dies, not at all; resolves once it is
   * stored.
   * @param work must only read and write here: it is done again if other work written together with it
   * fails
   * @throws NoSpaceError when the disk has no room for it
   */
  transaction<T>(work: (sql: Sql) => T): Promise<T>;
  close(): void;
}

export interface OpenOptions {
  /** Only tests give others than the program's. */
  readonly migrations?: readonly string[];
  /** How long to wait for another process to release the file, in ms. */
  readonly timeoutMs?: number;
  /** Told of every write that the disk refused or accepted. */
  readonly space?: DiskSpace;
  /** Told in one sentence that a damaged file was set aside, and what was lost. */
  readonly onSetAside?: (sentence: string) => void;
  /** Told in one sentence, once, that the file turned out to be damaged while it was in use. */
  readonly onDamage?: (sentence: string) => void;
}

/** Another process may still be closing the file when this one starts (a restart). */
const busyTimeoutMs = 5000;

/**
 * Opens `DATA_DIR/tutor.db` for this process alone, created or migrated as needed. A damaged file is set
 * aside, and what can be read of it is taken over into a new one.
 * @throws DataDirError when the directory cannot be written or the file was written by a newer version of
 * the program; DataDirBusyError when another process has it
 */
export function openDatabase(dataDir: string, options: OpenOptions = {}): Database {
  const { migrations = allMigrations, timeoutMs = busyTimeoutMs, onSetAside } = options;
  ensureWritable(dataDir);
  const lock = takeLock(dataDir, timeoutMs);
  try {
    const file = join(dataDir, 'tutor.db');
    keepPrivate(dataDir);
    const damaged = setDamagedAside(dataDir);
    makePrivate(file);
    const connection = connect(file, timeoutMs);
    configure(connection, file);
    migrate(connection, file, migrations);
    if (damaged) onSetAside?.(takeOver(dataDir, damaged, connection));
    return new LibSqlDatabase(connection, { ...options, dataDir, lock });
  } catch (error) {
    lock.close();
    if (isDamage(error)) throw new DataDirError(damageMet(dataDir, error), { cause: error });
    if (!isNoSpace(error)) throw error;
    const full = `DATA_DIR ${dataDir} cannot be written: ${reason(error)}; make room and start again.`;
    throw new DataDirError(full, { cause: error });
  }
}

/** A database that ends with the process: where nothing needs to outlive it. */
export function openMemoryDatabase(): Database {
  const connection = connect(':memory:', busyTimeoutMs);
  migrate(connection, ':memory:', allMigrations);
  return new LibSqlDatabase(connection);
}

function configure(connection: Connection, file: string): void {
  try {
    // In WAL mode NORMAL never harms the file and survives a killed process; only a power cut may
    // take back the last transactions, and a run then goes on from an earlier checkpoint.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    connection.exec('PRAGMA foreign_keys = ON');
  } catch (cause) {
    throw new DataDirError(`DATA_DIR: ${file} cannot be used: ${reason(cause)}.`, { cause });
  }
}

interface Surroundings extends OpenOptions {
  readonly dataDir?: string;
  readonly lock?: Connection;
}

class LibSqlDatabase implements Database, Sql {
  readonly #statements = new Map<string, LibSql.Statement>();
  readonly #writes = new GroupedWrites(
    (work) => this.#transact(work),
    (error) => this.#trouble(error),
  );
  #isDamaged = false;
  #isClosed = false;

  constructor(
    private readonly connection: Connection,
    private readonly surroundings: Surroundings = {},
  ) {}

  read<T>(work: (sql: Reads) => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.#isClosed) throw closedError();
      this.#writes.writeAll();
      try {
        resolve(work(this));
      } catch (error) {
        throw this.#trouble(error);
      }
    });
  }

  transaction<T>(work: (sql: Sql) => T): Promise<T> {
    if (this.#isClosed) return Promise.reject(closedError());
    return this.#writes.add(() => work(this));
  }

  /**
   * Used instead of libsql's own, which also rolls back where SQLite has already done so, as it does when
   * the disk is full, and then throws an error that hides the cause (`cannot rollback - no transaction is
   * active`).
   */
  #transact<T>(work: () => T): T {
    try {
      this.run('BEGIN IMMEDIATE');
      const result = work();
      this.run('COMMIT');
      this.surroundings.space?.took();
      return result;
    } catch (error) {
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK');
      throw error;
    }
  }

  /** Tells those who must know. @returns what to throw for it */
  #trouble(error: unknown): unknown {
    const { space, dataDir, onDamage } = this.surroundings;
    if (isNoSpace(error)) return space?.refused(error) ?? new NoSpaceError(error);
    if (isDamage(error) && dataDir !== undefined && !this.#isDamaged) {
      this.#isDamaged = true;
      onDamage?.(damageMet(dataDir, error));
    }
    return error;
  }

  // Values are passed as one array: libsql takes a single `null` or blob for a set of named parameters.
  run(statement: string, ...values: SqlValue[]): number {
    return this.#prepared(statement).run(values).changes;
  }

  get(statement: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepared(statement).get(values) as Row | undefined;
  }

  all(statement: string, ...values: SqlValue[]): readonly Row[] {
    return this.#prepared(statement).all(values) as Row[];
  }

  close(): void {
    this.#writes.writeAll();
    this.#isClosed = true;
    this.#statements.clear();
    try {
      // Does not wait for other readers (a backup), as the program must end in time.
      this.connection.exec('PRAGMA busy_timeout = 100');
      // The connection may outlive its closing, see `takeLock`; the log must not.
      this.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // On a full disk the log stays beside the file, and the next process applies it.
    } finally {
      this.connection.close();
      this.surroundings.lock?.close();
    }
  }

  #prepared(statement: string): LibSql.Statement {
    let prepared = this.#statements.get(statement);
    if (!prepared) {
      prepared = this.connection.prepare(statement);
      this.#statements.set(statement, prepared);
    }
    return prepared;
  }
}

/** Never ask libsql instead: it crashes the process when a closed connection is asked for its state. */
function closedError(): Error {
  return new Error('the database is closed');
}

/** Leaves a note for the next start. @returns what to tell the people who run the program */
function damageMet(dataDir: string, error: unknown): string {
  const why = `${codeOf(error)}, ${reason(error)}`;
  markDamage(dataDir, why);
  const file = join(dataDir, 'tutor.db');
  return `DATA_DIR: ${file} is damaged (${why}); the next start sets it aside and takes over what can be read.`;
}
