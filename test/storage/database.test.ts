import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataDirError } from '../../src/storage/data-dir.js';
import { openDatabase, type Reads } from '../../src/storage/database.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-db-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const notes = 'CREATE TABLE notes (text TEXT NOT NULL) STRICT';

describe('the database', () => {
  it('creates its directory and keeps what a transaction wrote', async () => {
    const nested = join(dataDir, 'not', 'there', 'yet');
    const first = openDatabase(nested, { migrations: [notes] });
    await first.transaction((sql) => {
      sql.run('INSERT INTO notes VALUES (?)', 'kept');
    });
    first.close();
    const second = openDatabase(nested, { migrations: [notes] });
    expect(await second.transaction((sql) => sql.all('SELECT text FROM notes'))).toEqual([
      { text: 'kept' },
    ]);
    second.close();
  });

  it('rolls back a transaction that throws, and continues to work', async () => {
    const database = openDatabase(dataDir, { migrations: [notes] });
    const half = database.transaction((sql) => {
      sql.run('INSERT INTO notes VALUES (?)', 'half');
      sql.run('INSERT INTO notes VALUES (?)', null);
    });
    await expect(half).rejects.toThrow(/NOT NULL/);
    await database.transaction((sql) => {
      sql.run('INSERT INTO notes VALUES (?)', 'whole');
    });
    expect(await database.transaction((sql) => sql.all('SELECT text FROM notes'))).toEqual([
      { text: 'whole' },
    ]);
    database.close();
  });

  it('writes simultaneous transactions together, except one that throws, and reads see the result', async () => {
    const database = openDatabase(dataDir, { migrations: [notes] });
    const insert = (text: string | null) =>
      database.transaction((sql) => {
        sql.run('INSERT INTO notes VALUES (?)', 'with ' + String(text));
        return sql.run('INSERT INTO notes VALUES (?)', text);
      });
    const [first, wrong, second] = [insert('a'), insert(null), insert('b')];
    await expect(wrong).rejects.toThrow(/NOT NULL/);
    expect(await Promise.all([first, second])).toEqual([1, 1]);
    const third = insert('c');
    const read = await database.read((sql) => sql.all('SELECT text FROM notes'));
    const texts = ['with a', 'a', 'with b', 'b', 'with c', 'c'];
    expect(read.map(({ text }) => text)).toEqual(texts);
    expect(await third).toBe(1);
    database.close();
  });

  it('keeps what was written just before it is closed', async () => {
    const closed = openDatabase(dataDir, { migrations: [notes] });
    const last = closed.transaction((sql) => sql.run('INSERT INTO notes VALUES (?)', 'last'));
    closed.close();
    expect(await last).toBe(1);
    const database = openDatabase(dataDir, { migrations: [notes] });
    expect(await database.read((sql) => sql.all('SELECT text FROM notes'))).toHaveLength(1);
    database.close();
  });

  it('migrates an older file and keeps its rows', async () => {
    const older = openDatabase(dataDir, { migrations: [notes] });
    await older.transaction((sql) => {
      sql.run('INSERT INTO notes VALUES (?)', 'old');
    });
    older.close();
    const newer = openDatabase(dataDir, {
      migrations: [notes, "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'"],
    });
    expect(await newer.transaction((sql) => sql.all('SELECT * FROM notes'))).toEqual([
      { text: 'old', author: 'nobody' },
    ]);
    newer.close();
  });

  it('leaves the file at its old version when a migration fails', async () => {
    openDatabase(dataDir, { migrations: [notes] }).close();
    const broken = [notes, 'CREATE TABLE half (x) STRICT; SELECT * FROM nowhere'];
    expect(() => openDatabase(dataDir, { migrations: broken })).toThrow();
    const again = openDatabase(dataDir, { migrations: [notes] });
    expect(
      await again.transaction((sql) => sql.all("SELECT name FROM sqlite_schema WHERE name='half'")),
    ).toEqual([]);
    again.close();
  });

  it('refuses a newer version’s file in one clear sentence', () => {
    openDatabase(dataDir, { migrations: [notes, 'SELECT 1'] }).close();
    const open = () => openDatabase(dataDir, { migrations: [notes] });
    expect(open).toThrow(DataDirError);
    expect(open).toThrow(/newer version.*schema is 2.*up to 1.*update the program/);
  });

  it('refuses a second process while the first has the file open', () => {
    const first = openDatabase(dataDir);
    const second = () => openDatabase(dataDir, { timeoutMs: 20 });
    expect(second).toThrow(DataDirError);
    expect(second).toThrow(/in use by another process/);
    first.close();
    second().close();
  });

  it.skipIf(!existsSync('/proc/self'))('says so if no folder can be created at all', () => {
    expect(() => openDatabase('/proc/none/data')).toThrow(
      /^DATA_DIR \/proc\/none\/data cannot be written: /,
    );
  });

  it('once closed refuses every call, and the process continues', async () => {
    const database = openDatabase(dataDir, { migrations: [notes] });
    database.close();
    const late = (sql: Reads): unknown => sql.get('SELECT 1');
    await expect(database.read(late)).rejects.toThrow('the database is closed');
    await expect(database.transaction(late)).rejects.toThrow('the database is closed');
  });

  it('says which DATA_DIR cannot be written', () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    const open = () => openDatabase(join(file, 'data'));
    expect(open).toThrow(DataDirError);
    expect(open).toThrow(/^DATA_DIR .*\/file\/data cannot be written: .*\.$/);
  });
});
