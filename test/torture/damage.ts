/** Damage that can happen to database files: a dying disk, a truncated copy, another program. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import LibSql from 'libsql';
import type { Random } from './random.js';

const PAGE_BYTES = 4_096;

type Damage = (database: Buffer, random: Random) => Buffer;

const damages: Readonly<Record<string, Damage>> = {
  'pages of noise': (database, random) =>
    overwrite(database, random, random.integer(1, 5), () => random.bytes(PAGE_BYTES)),
  'pages of zeros': (database, random) =>
    overwrite(database, random, random.integer(1, 5), () => Buffer.alloc(PAGE_BYTES)),
  'bits turned': (database, random) => {
    const turned = Buffer.from(database);
    for (let bit = random.integer(1, 20); bit > 0; bit -= 1) {
      const at = random.integer(0, turned.length - 1);
      turned[at] = (turned[at] ?? 0) ^ (1 << random.integer(0, 7));
    }
    return turned;
  },
  'a noisy header': (database, random) =>
    Buffer.concat([random.bytes(100), database.subarray(100)]),
  'cut off': (database, random) => database.subarray(0, random.integer(1, database.length - 1)),
  'noise all through': (_database, random) => random.bytes(random.integer(1, 50_000)),
};

/** Damages the database in this folder. Returns a description. */
export function damage(dataDir: string, random: Random): string {
  const file = join(dataDir, 'tutor.db');
  const log = join(dataDir, 'tutor.db-wal');
  const kind = random.pick([...Object.keys(damages), 'a noisy log']);
  if (kind === 'a noisy log') {
    writeFileSync(log, random.bytes(random.integer(1, 100_000)));
    rmSync(join(dataDir, 'tutor.db-shm'), { force: true });
    return kind;
  }
  const how = damages[kind];
  if (how) writeFileSync(file, how(readFileSync(file), random));
  return kind;
}

/** SQLite's own check; needs a copy, as it may change the files it opens. */
export function isWhole(copyOfDataDir: string): boolean {
  const file = join(copyOfDataDir, 'tutor.db');
  if (!existsSync(file)) return false;
  const connection = new LibSql(file);
  try {
    const [found] = connection.pragma('quick_check') as { readonly quick_check: string }[];
    return found?.quick_check === 'ok';
  } catch {
    return false;
  } finally {
    connection.close();
  }
}

function overwrite(database: Buffer, random: Random, pages: number, page: () => Buffer): Buffer {
  const written = Buffer.from(database);
  const all = Math.floor(database.length / PAGE_BYTES);
  for (let index = 0; index < pages; index += 1) {
    page().copy(written, random.integer(0, all - 1) * PAGE_BYTES);
  }
  return written;
}
