/** Sets a damaged database aside: it is kept unchanged under another name, and what can be read is copied. */
import LibSql from 'libsql';
import { join } from 'node:path';
import { findDamage, setAside, setStrangeLogAside } from './damage.js';
import { salvage } from './salvage.js';

export interface SetAside {
  /** The name it has now, in DATA_DIR. */
  readonly name: string;
  readonly why: string;
  /** Only the write-ahead log was damaged; the file itself stays in use. */
  readonly isLog: boolean;
}

/** Call before anything else opens the file. Undefined when it is intact, or there is none. */
export function setDamagedAside(dataDir: string): SetAside | undefined {
  const log = setStrangeLogAside(dataDir);
  const why = findDamage(dataDir);
  if (why !== undefined) return { name: setAside(dataDir), why, isLog: false };
  return log === undefined ? undefined : { name: log, why: 'it is no such log', isLog: true };
}

/**
 * Copies what can be read.
 * @param into the fresh database that was created in its place
 * @returns what happened and what was lost, in one sentence
 */
export function takeOver(
  dataDir: string,
  { name, why, isLog }: SetAside,
  into: LibSql.Database,
): string {
  if (isLog) {
    return `DATA_DIR: tutor.db-wal was damaged (${why}) and is kept as ${join(dataDir, name)}; what was written last before the program ended may be lost, all else is there.`;
  }
  const begun = `DATA_DIR: tutor.db was damaged (${why}) and is kept as ${join(dataDir, name)}; a new one was begun`;
  const kept = [...read(join(dataDir, name), into)].map(([table, rows]) => `${table}: ${rows}`);
  if (kept.length === 0)
    return `${begun}, and nothing of the old one could be read: all of it is lost.`;
  return `${begun} with what could be read (rows of ${kept.join(', ')}); the rest is lost, and runs that were not over begin again.`;
}

function read(file: string, into: LibSql.Database): ReadonlyMap<string, number> {
  let from: LibSql.Database | undefined;
  try {
    from = new LibSql(file, { timeout: 1000 });
    return salvage(from, into);
  } catch {
    // Not a database at all, or a folder; or no room for its contents.
    if (into.inTransaction) into.exec('ROLLBACK');
    return new Map();
  } finally {
    from?.close();
  }
}
