/** Files that wait for their command, in the database: gone, all at once, when it is answered. */
import { randomUUID } from 'node:crypto';
import type { PendingFiles } from '../adapters/web/pending-files.js';
import type { IncomingFile } from '../chat/port.js';
import { UserError } from '../errors.js';
import type { Database, Sql } from './database.js';

const megabyte = 1024 * 1024;
/** A class that drops its files at once; 400 MB at the very most. */
const mostWaiting = 40;
/** A file whose command does not come makes room after this time. */
const WAITS_MS = 15 * 60_000;

export interface PendingFilesOptions {
  readonly most?: number;
  /** Unix time: files outlive the process. */
  readonly nowMs?: () => number;
}

interface PendingRow {
  readonly name: string;
  readonly size_bytes: number;
}

export class DatabasePendingFiles implements PendingFiles {
  readonly #most: number;
  readonly #nowMs: () => number;

  constructor(
    private readonly database: Database,
    { most = mostWaiting, nowMs = Date.now }: PendingFilesOptions = {},
  ) {
    this.#most = most;
    this.#nowMs = nowMs;
  }

  add(ownerId: string, name: string, bytes: Uint8Array): Promise<string> {
    const id = randomUUID();
    return this.database.transaction((sql) => {
      this.#forgetOld(sql);
      sql.run('DELETE FROM pending_uploads WHERE request_id IS NULL AND owner_id = ?', ownerId);
      sql.run(
        `DELETE FROM pending_uploads WHERE request_id IS NULL AND position NOT IN (
           SELECT position FROM pending_uploads WHERE request_id IS NULL
           ORDER BY position DESC LIMIT ?)`,
        this.#most - 1,
      );
      sql.run(
        'INSERT INTO pending_uploads (id, owner_id, name, at_ms, bytes) VALUES (?, ?, ?, ?, ?)',
        id,
        ownerId,
        name,
        this.#nowMs(),
        bytes,
      );
      return id;
    });
  }

  has(ownerId: string, id: string): Promise<boolean> {
    return this.database.transaction((sql) => {
      this.#forgetOld(sql);
      const waits = 'request_id IS NULL AND owner_id = ? AND id = ?';
      return sql.get(`SELECT 1 FROM pending_uploads WHERE ${waits}`, ownerId, id) !== undefined;
    });
  }

  take(ownerId: string, id: string, requestId: string): Promise<IncomingFile | undefined> {
    return this.database.transaction((sql) => {
      sql.run(
        `UPDATE pending_uploads SET request_id = ?
         WHERE request_id IS NULL AND owner_id = ? AND id = ?`,
        requestId,
        ownerId,
        id,
      );
      const row = sql.get(
        `SELECT name, length(bytes) AS size_bytes FROM pending_uploads
         WHERE request_id = ? AND owner_id = ? AND id = ?`,
        requestId,
        ownerId,
        id,
      );
      return row && this.#incomingFile(id, row as unknown as PendingRow);
    });
  }

  #forgetOld(sql: Sql): void {
    const oldestMs = this.#nowMs() - WAITS_MS;
    sql.run('DELETE FROM pending_uploads WHERE request_id IS NULL AND at_ms < ?', oldestMs);
  }

  #incomingFile(id: string, { name, size_bytes: sizeBytes }: PendingRow): IncomingFile {
    return {
      name,
      sizeBytes,
      read: (maxBytes) => {
        if (sizeBytes > maxBytes) {
          const params = { megabytes: inMegabytes(sizeBytes), max: inMegabytes(maxBytes) };
          return Promise.reject(new UserError('error.csvTooLarge', params));
        }
        return this.database.read((sql) => {
          const row = sql.get('SELECT bytes FROM pending_uploads WHERE id = ?', id);
          if (!row) throw new UserError('error.fileNotHandedOver');
          return row.bytes as Uint8Array;
        });
      },
    };
  }
}

function inMegabytes(bytes: number): number {
  return Math.ceil((bytes / megabyte) * 10) / 10;
}
