/**
 * Copies what can still be read of a damaged file, table by table, into a fresh database. Damaged numbers
 * look like any others, so no checkpoint is copied: a run that was not over begins again, and arrives at
 * the same numbers as before. One that was over is copied with all its events, or not at all.
 */
import type LibSql from 'libsql';
import { endsRun, type RunEvent } from '../runs/protocol.js';
import { fromJson } from './json.js';

type Connection = LibSql.Database;

/**
 * Left out: checkpoints, for the reason above, and what is useless without them; also the room's
 * counters, so that open pages do not take it for the old room.
 */
const leftOut = ['checkpoints', 'slow_motions', 'slow_motion_states', 'room'];

/**
 * @param from the damaged file, opened under its new name
 * @param into a fresh database with all its tables
 * @returns rows that were copied, by table; tables without any are missing
 */
export function salvage(from: Connection, into: Connection): ReadonlyMap<string, number> {
  // In the order they were created: tables that others refer to come first.
  const tables = rowsOf(into, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`)
    .map(({ name }) => name as string)
    .filter((name) => !name.startsWith('sqlite_') && !leftOut.includes(name));
  into.exec('BEGIN IMMEDIATE');
  for (const table of tables) copy(table, from, into);
  mendRuns(into);
  // Its own row may have been lost: what is said from now on continues the count.
  into.exec('UPDATE room SET revision = (SELECT coalesce(max(revision), 0) FROM room_entries)');
  const counts = tables.map((table): [string, number] => {
    const [row] = rowsOf(into, `SELECT count(*) AS count FROM ${quoted(table)}`);
    return [table, row?.count as number];
  });
  into.exec('COMMIT');
  return new Map(counts.filter(([, count]) => count > 0));
}

function copy(table: string, from: Connection, into: Connection): void {
  // An older file may lack the table, or columns of it.
  if (!canSelect('*', table, from)) return;
  const { columns, key } = shapeOf(table, into);
  const shared = columns.filter(({ name }) => canSelect(quoted(name), table, from));
  const names = [...new Set([...shared.map(({ name }) => name), ...key])];
  const texts = new Set(shared.filter(({ isText }) => isText).map(({ name }) => name));
  const insert = into.prepare(
    `INSERT OR IGNORE INTO ${quoted(table)} (${names.map(quoted).join(', ')})
     VALUES (${names.map(() => '?').join(', ')})`,
  );
  const take = (row: LooseRow): void => {
    try {
      insert.run(names.map((name) => valueOf(row, name, texts)));
    } catch {
      // It does not fit the table, or refers to rows that were lost.
    }
  };
  // Invalid text would crash the process inside libsql, so text is read as bytes.
  const values = names.map((name) =>
    texts.has(name) ? `CAST(${quoted(name)} AS BLOB) AS ${quoted(name)}` : quoted(name),
  );
  const source = { select: `SELECT ${values.join(', ')} FROM ${quoted(table)}`, table, key, texts };
  // From the other end, if it breaks on the way.
  if (!readOn(from, source, 'ASC', take)) readOn(from, source, 'DESC', take);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Control characters other than line breaks and tabs: our texts have none, garbage usually does. */
// eslint-disable-next-line no-control-regex
const garbage = /[\u0000-\u0008\u000e-\u001f]/;

/**
 * The value as it was in the table.
 * @throws Error where a text is not valid
 */
function valueOf(row: LooseRow, name: string, texts: ReadonlySet<string>): unknown {
  const value = row[name];
  // libsql returns bytes in this form, but does not accept them.
  if (!(value instanceof ArrayBuffer)) return value;
  if (!texts.has(name)) return Buffer.from(value);
  const text = utf8.decode(value);
  if (garbage.test(text)) throw new RangeError('garbage');
  // JSON begins like this, and readers rely on it.
  if (/^[{[]/.test(text)) JSON.parse(text);
  return text;
}

/** Qualified by its table: SQLite takes an unknown quoted name for a string. */
function canSelect(column: string, table: string, connection: Connection): boolean {
  try {
    connection.prepare(`SELECT ${quoted(table)}.${column} FROM ${quoted(table)} LIMIT 0`);
    return true;
  } catch {
    return false;
  }
}

interface Shape {
  readonly columns: readonly { readonly name: string; readonly isText: boolean }[];
  /** The columns that its rows are ordered by on disk. */
  readonly key: readonly string[];
}

function shapeOf(table: string, connection: Connection): Shape {
  const info = rowsOf(connection, `PRAGMA table_info(${quoted(table)})`);
  const inKey = info.filter(({ pk }) => (pk as number) > 0);
  const key = inKey
    .sort((a, b) => (a.pk as number) - (b.pk as number))
    .map(({ name }) => name as string);
  const [list] = rowsOf(connection, `PRAGMA table_list(${quoted(table)})`);
  const isInteger = inKey.length === 1 && inKey[0]?.type === 'INTEGER';
  return {
    columns: info.map(({ name, type }) => ({ name: name as string, isText: type === 'TEXT' })),
    key: list?.wr === 1 || isInteger ? key : ['rowid'],
  };
}

interface Source {
  readonly select: string;
  readonly table: string;
  readonly key: readonly string[];
  /** Text columns, which are read as bytes. */
  readonly texts: ReadonlySet<string>;
}

/** Many rows at a time at first; one by one near a broken page. */
const stretches = [200, 1];

/** @returns whether it got to the end */
function readOn(
  connection: Connection,
  { select, table, key, texts }: Source,
  order: 'ASC' | 'DESC',
  take: (row: LooseRow) => void,
): boolean {
  const columns = key.map((name) => `${quoted(table)}.${quoted(name)}`);
  const ordered = `ORDER BY ${columns.map((column) => `${column} ${order}`).join(', ')}`;
  const beyond = `(${columns.join(', ')}) ${order === 'ASC' ? '>' : '<'} (${key.map(() => '?').join(', ')})`;
  let last: readonly unknown[] | undefined;
  /** If pages are out of order, reading on could loop for ever. */
  const passed = new Set<string>();
  for (const stretch of stretches) {
    try {
      const first = connection.prepare(`${select} ${ordered} LIMIT ${stretch}`);
      const next = connection.prepare(`${select} WHERE ${beyond} ${ordered} LIMIT ${stretch}`);
      for (;;) {
        const rows = (last ? next.all(last) : first.all([])) as readonly LooseRow[];
        for (const row of rows) take(row);
        const end = rows.at(-1);
        if (!end) return true;
        last = key.map((name) => valueOf(end, name, texts));
        const at = JSON.stringify(last);
        if (passed.has(at)) return false;
        passed.add(at);
      }
    } catch {
      // With shorter stretches it may get a little further.
    }
  }
  return false;
}

/** Ensures that each run has all its events, or begins again, or is gone. */
function mendRuns(into: Connection): void {
  for (const { id, settings, is_over } of rowsOf(into, 'SELECT id, settings, is_over FROM runs')) {
    const events = rowsOf(
      into,
      'SELECT position, event FROM run_events WHERE run_id = ? ORDER BY position',
      id,
    ).map(({ position, event }, index) => (position === index + 1 ? parsed(event) : undefined));
    const first = events[0] as RunEvent | undefined;
    const last = events.at(-1) as RunEvent | undefined;
    const isThere = parsed(settings) !== undefined && first?.kind === 'queued';
    const isWhole = !events.includes(undefined) && last !== undefined && endsRun(last);
    if (isThere && is_over === 0) {
      into.prepare('DELETE FROM run_events WHERE run_id = ? AND position > 1').run([id]);
    } else if (!isThere || !isWhole) {
      into.prepare('DELETE FROM run_events WHERE run_id = ?').run([id]);
      into.prepare('DELETE FROM live_messages WHERE run_id = ?').run([id]);
      into.prepare('DELETE FROM runs WHERE id = ?').run([id]);
    }
  }
}

/** Undefined where it is not JSON. */
function parsed(text: unknown): unknown {
  try {
    return fromJson(text as string);
  } catch {
    return undefined;
  }
}

type LooseRow = Readonly<Record<string, unknown>>;

function rowsOf(
  connection: Connection,
  statement: string,
  ...values: readonly unknown[]
): readonly LooseRow[] {
  return connection.prepare(statement).all(values) as LooseRow[];
}

const quoted = (name: string): string => `"${name}"`;
