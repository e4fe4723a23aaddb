/** Backups of a running server, restored by another; and who may read the files. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupError, backUp, restore } from '../../src/storage/backup.js';
import { DataDirBusyError } from '../../src/storage/data-dir.js';
import { openDatabase } from '../../src/storage/database.js';
import { DatabasePreferenceStore } from '../../src/storage/preference-store.js';
import { DatabaseRoomLog } from '../../src/storage/room-log.js';
import { FileUploadStore } from '../../src/storage/upload-store.js';
import { startBuilt } from '../support/built-program.js';
import { Visitor } from '../support/scripted-room.js';

let folder: string;
let dataDir: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-backup-'));
  dataDir = join(folder, 'data');
  // With a quote, which a shell command must escape.
  file = join(folder, "monday's.backup");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('a backup', () => {
  it('is made while another process has the database open, and contains it and the uploads', async () => {
    const database = openDatabase(dataDir);
    const preferences = new DatabasePreferenceStore(database);
    await preferences.set('web:ada', { locale: 'ko' });
    const sha256 = await new FileUploadStore(dataDir, database).put(
      Buffer.from('a,b\n1,2\n'),
      'web:ada',
    );
    const roomId = await new DatabaseRoomLog(database).id('');
    expect(backUp(dataDir, file)).toEqual({ uploads: 1 });
    expect(modeOf(file)).toBe(0o600);
    expect(() => backUp(dataDir, file)).toThrow(/exists already; give another name/);

    await preferences.set('web:ada', { locale: 'en' });
    await expect(restore(dataDir, file)).rejects.toThrow(DataDirBusyError);
    database.close();
    rmSync(join(dataDir, 'uploads'), { recursive: true });

    const { uploads, before } = await restore(dataDir, file);
    expect(uploads).toBe(1);
    expect(before).toMatch(/^tutor\.before-restore-\d{4}-\d\d-\d\dT[\d-]+Z\.db$/);
    expect(existsSync(join(dataDir, before ?? ''))).toBe(true);
    expect(readFileSync(join(dataDir, 'uploads', `${sha256}.csv`), 'utf8')).toBe('a,b\n1,2\n');
    const again = openDatabase(dataDir);
    expect(await new DatabasePreferenceStore(again).get('web:ada')).toEqual({ locale: 'ko' });
    expect(await new DatabaseRoomLog(again).id(''), 'pages start over').not.toBe(roomId);
    const tables = await again.read((sql) => sql.all('SELECT name FROM sqlite_schema'));
    expect(JSON.stringify(tables)).not.toContain('backup');
    again.close();
    expect(readdirSync(folder).sort()).toEqual(['data', "monday's.backup"]);
  });

  it('is restored where there was nothing yet', async () => {
    openDatabase(dataDir).close();
    backUp(dataDir, file);
    const fresh = join(folder, 'fresh');
    expect(await restore(fresh, file)).toEqual({ uploads: 0 });
    openDatabase(fresh).close();
  });

  it('of nothing is refused, and so is a file that is no backup: nothing changes', async () => {
    expect(() => backUp(dataDir, file)).toThrow(/^There is no \S+tutor\.db to back up\.$/);
    openDatabase(dataDir).close();
    const there = readdirSync(dataDir);
    writeFileSync(file, 'a text'.repeat(1000));
    const damaged = join(folder, 'damaged');
    backUp(dataDir, damaged);
    const bytes = readFileSync(damaged);
    writeFileSync(damaged, bytes.fill(7, 8192, 16_384));
    for (const strange of [file, damaged, join(dataDir, 'tutor.db')]) {
      const refused = restore(dataDir, strange);
      await expect(refused).rejects.toThrow(BackupError);
      await expect(refused).rejects.toThrow(/is no backup .* nothing was changed\.$/);
    }
    await expect(restore(dataDir, join(folder, 'none'))).rejects.toThrow(/^There is no file/);
    expect(readdirSync(dataDir)).toEqual(there);
  });

  it('is one command while the program runs, and another when it does not', async () => {
    const command = (name: string, ...words: string[]): string => {
      const script = fileURLToPath(new URL(`../../dist/src/${name}.js`, import.meta.url));
      const env = { ...process.env, DATA_DIR: dataDir };
      try {
        return execFileSync(process.execPath, [script, ...words], {
          env,
          encoding: 'utf8',
          stdio: 'pipe',
        });
      } catch (error) {
        return (error as { readonly stderr: string }).stderr;
      }
    };
    const program = await startBuilt(dataDir);
    await (await Visitor.at(program.address)).type('/language ko');
    expect(command('backup', file)).toMatch(/holds all of .*: the database and 0 uploads\.\n$/);
    expect(command('backup')).toBe('Name the file to write: npm run backup -- FILE\n');
    expect(command('restore', file)).toMatch(/^DATA_DIR \S+ is in use by another process.*\n$/);
    await program.end();
    expect(command('restore', file)).toMatch(/What was there is kept as tutor\.before-restore-/);
    const next = await startBuilt(dataDir);
    await next.end();
    expect(next.printed.join('\n')).not.toMatch(/damaged/);
  }, 120_000);
});

describe.skipIf(process.platform === 'win32')('files', () => {
  it('are readable by their owner alone, even those of an older DATA_DIR', async () => {
    mkdirSync(join(dataDir, 'uploads'), { recursive: true });
    const older = join(dataDir, 'uploads', `${'0'.repeat(64)}.csv`);
    writeFileSync(older, 'a\n1\n');
    const first = openDatabase(dataDir);
    first.close();
    for (const path of [join(dataDir, 'tutor.db'), older]) chmodSync(path, 0o644);
    chmodSync(join(dataDir, 'uploads'), 0o755);
    const database = openDatabase(dataDir);
    await new DatabasePreferenceStore(database).set('web:ada', { locale: 'ko' });
    const sha256 = await new FileUploadStore(dataDir, database).put(
      Buffer.from('a,b\n1,2\n'),
      'web:ada',
    );
    for (const name of ['tutor.db', 'tutor.db-wal', 'tutor.db-shm', `uploads/${sha256}.csv`]) {
      expect([name, modeOf(join(dataDir, name))]).toEqual([name, 0o600]);
    }
    expect(modeOf(older)).toBe(0o600);
    expect(modeOf(join(dataDir, 'uploads'))).toBe(0o700);
    database.close();
    const made = join(folder, 'made', 'here');
    openDatabase(made).close();
    expect([modeOf(made), modeOf(join(made, 'tutor.db'))]).toEqual([0o700, 0o600]);
  });
});
