/**
 * Uploaded files as `<DATA_DIR>/uploads/<sha256>.csv`, where any worker finds them again. The database
 * knows who sent each and which runs use it; a file that no run needs is deleted.
 */
import { createHash, randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoSpaceError } from '../errors.js';
import type { Database, Reads } from './database.js';
import type { DiskSpace } from './disk-space.js';
import { steadyNowMs } from '../clock.js';
import { newId } from '../runs/ids.js';
import type { UploadStore, UploadedTable } from './ports/uploads.js';
import { isNoSpace } from './trouble.js';

/**
 * How long a file without a known use is left alone, in ms: another process may have put it there (a
 * terminal beside the server), or one that was killed before its run began.
 */
const STRAY_AFTER_MS = 24 * 60 * 60 * 1000;

/** How long a file stays whose table somebody was shown, in ms, so that they can train on it. */
const PREVIEW_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a file is needed: by somebody who was shown its contents since ?2, by a run that may still have
 * to read it, under way or waiting on a board, or by any stored run or slow motion, unless everybody who
 * sent it has deleted it.
 */
const isNeeded = `
  EXISTS (SELECT 1 FROM previews WHERE sha256 = ?1 AND created_at_ms > ?2)
  OR EXISTS (SELECT 1 FROM board_lines
          WHERE json_extract(line, '$.settings.dataset.sha256') = ?1 AND run_id IS NULL
            AND json_extract(line, '$.isRefused') IS NULL)
  OR EXISTS (SELECT 1 FROM runs
          WHERE json_extract(settings, '$.dataset.sha256') = ?1 AND is_over = 0)
  OR (EXISTS (SELECT 1 FROM uploads WHERE sha256 = ?1)
      AND (EXISTS (SELECT 1 FROM runs WHERE json_extract(settings, '$.dataset.sha256') = ?1)
        OR EXISTS (SELECT 1 FROM slow_motions
                   WHERE json_extract(motion, '$.settings.dataset.sha256') = ?1)))`;

export class FileUploadStore implements UploadStore {
  readonly #folder: string;
  /** Files that something is about to use, with how many uses there are. */
  readonly #held = new Map<string, number>();
  /** Undefined until counted. */
  #bytes: Promise<number> | undefined;

  /** @param space told of every write that the disk refused or accepted */
  constructor(
    dataDir: string,
    private readonly database: Database,
    private readonly space?: DiskSpace,
  ) {
    this.#folder = uploadFolder(dataDir);
  }

  /** @throws NoSpaceError when the disk has no room for it */
  async put(bytes: Uint8Array, ownerId: string): Promise<string> {
    const sha256 = sha256Of(bytes);
    this.#held.set(sha256, (this.#held.get(sha256) ?? 0) + 1);
    try {
      await this.#write(sha256, bytes);
      await this.database.transaction((sql) => {
        sql.run('INSERT OR IGNORE INTO uploads (sha256, owner_id) VALUES (?, ?)', sha256, ownerId);
      });
    } catch (error) {
      this.#letGo(sha256);
      throw isNoSpace(error) ? (this.space?.refused(error) ?? new NoSpaceError(error)) : error;
    }
    this.space?.took();
    return sha256;
  }

  async settle(sha256: string): Promise<void> {
    this.#letGo(sha256);
    await this.dropUnneeded(sha256);
  }

  async has(sha256: string, ownerId: string): Promise<boolean> {
    const row = await this.database.read((sql) =>
      sql.get('SELECT 1 FROM uploads WHERE sha256 = ? AND owner_id = ?', sha256, ownerId),
    );
    return (
      row !== undefined && (await stat(this.#path(sha256)).catch(() => undefined)) !== undefined
    );
  }

  async keepPreview(dataset: UploadedTable, ownerId: string): Promise<string> {
    const id = newId();
    const nowMs = steadyNowMs();
    await this.database.transaction((sql) => {
      sql.run('DELETE FROM previews WHERE created_at_ms <= ?', nowMs - PREVIEW_MS);
      sql.run(
        `INSERT INTO previews (id, sha256, owner_id, dataset, created_at_ms)
         VALUES (?, ?, ?, ?, ?)`,
        ...[id, dataset.sha256, ownerId, JSON.stringify(dataset), nowMs],
      );
    });
    return id;
  }

  async preview(id: string, ownerId: string): Promise<UploadedTable | undefined> {
    const row = await this.database.read((sql) =>
      sql.get(
        'SELECT dataset FROM previews WHERE id = ? AND owner_id = ? AND created_at_ms > ?',
        ...[id, ownerId, steadyNowMs() - PREVIEW_MS],
      ),
    );
    return row && (JSON.parse(row.dataset as string) as UploadedTable);
  }

  /** Deletes a file that no run needs. @returns whether it did */
  async dropUnneeded(sha256: string): Promise<boolean> {
    const isFree = await this.database.transaction((sql) => {
      if (this.#held.has(sha256) || this.#isNeeded(sql, sha256)) return false;
      sql.run('DELETE FROM uploads WHERE sha256 = ?', sha256);
      sql.run('DELETE FROM previews WHERE sha256 = ?', sha256);
      return true;
    });
    // Only now: a transaction can be rolled back, and this cannot. If it was uploaded again meanwhile, it
    // is held.
    if (!isFree || this.#held.has(sha256)) return false;
    const { size = 0 } = statSync(this.#path(sha256), { throwIfNoEntry: false }) ?? {};
    rmSync(this.#path(sha256), { force: true });
    this.#count(-size);
    return true;
  }

  /** Nearly all are needed, and checking takes no lock. */
  async #dropStray(sha256: string): Promise<boolean> {
    if (await this.database.read((sql) => this.#isNeeded(sql, sha256))) return false;
    return this.dropUnneeded(sha256);
  }

  #isNeeded(sql: Reads, sha256: string): boolean {
    const since = steadyNowMs() - PREVIEW_MS;
    return sql.get(`SELECT ${isNeeded} AS needed`, sha256, since)?.needed === 1;
  }

  /** Undefined when the file is gone. */
  async read(sha256: string): Promise<Uint8Array | undefined> {
    return readUpload(this.#folder, sha256);
  }

  /** Deletes files that were left behind a day ago or earlier. @returns how many */
  async sweep(nowMs: number, signal?: AbortSignal): Promise<number> {
    let removed = 0;
    for (const name of await this.#names()) {
      if (signal?.aborted) break;
      const path = join(this.#folder, name);
      const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {};
      if (mtimeMs > nowMs - STRAY_AFTER_MS) continue;
      const sha256 = sha256In(name);
      if (sha256 !== undefined) removed += (await this.#dropStray(sha256)) ? 1 : 0;
      else if (name.endsWith('.tmp')) await rm(path, { force: true });
    }
    return removed;
  }

  /** The size of all files together; they are counted once. */
  bytes(): Promise<number> {
    this.#bytes ??= this.#names().then(async (names) => {
      const paths = names.map((name) => join(this.#folder, name));
      let sum = 0;
      for (const path of paths) sum += (await stat(path).catch(() => undefined))?.size ?? 0;
      return sum;
    });
    return this.#bytes;
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    const { size: before = 0 } = (await stat(this.#path(sha256)).catch(() => undefined)) ?? {};
    await writeUpload(this.#folder, bytes);
    this.#count(bytes.byteLength - before);
  }

  async #names(): Promise<readonly string[]> {
    return readdir(this.#folder).catch(() => []);
  }

  #path(sha256: string): string {
    return uploadPath(this.#folder, sha256);
  }

  #count(bytes: number): void {
    this.#bytes = this.#bytes?.then((sum) => sum + bytes);
  }

  #letGo(sha256: string): void {
    const holds = (this.#held.get(sha256) ?? 1) - 1;
    if (holds > 0) this.#held.set(sha256, holds);
    else this.#held.delete(sha256);
  }
}

/** The folder of uploads in a DATA_DIR. */
export function uploadFolder(dataDir: string): string {
  return join(dataDir, 'uploads');
}

function uploadPath(folder: string, sha256: string): string {
  return join(folder, `${sha256}.csv`);
}

/** Of a file in that folder; undefined when it is no upload. */
export function sha256In(name: string): string | undefined {
  return /^([0-9a-f]{64})\.csv$/.exec(name)?.[1];
}

/** Undefined when the file is gone. */
export async function readUpload(folder: string, sha256: string): Promise<Uint8Array | undefined> {
  return readFile(uploadPath(folder, sha256)).catch(() => undefined);
}

/**
 * Writes a file completely or not at all: it gets its name only once its bytes are on the disk. Only its
 * owner may read it.
 */
export async function writeUpload(folder: string, bytes: Uint8Array): Promise<void> {
  const unnamed = join(folder, `${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(unnamed, bytes, { flag: 'wx', flush: true, mode: 0o600 });
    await rename(unnamed, uploadPath(folder, sha256Of(bytes)));
  } catch (error) {
    await rm(unnamed, { force: true });
    throw error;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
