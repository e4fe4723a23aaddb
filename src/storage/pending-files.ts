/** Files that wait for their command, in the database: all are deleted when it is answered. */
import { randomUUID } from 'node:crypto';
import { pendingLifetimeMs, type PendingFiles } from '../room/pending-files.js';
import type { IncomingFile } from '../chat/port.js';
import { UserError } from '../errors.js';
import type { Database, Sql } from './database.js';

const megabyte = 1024 * 1024;

interface PendingRow {
  readonly name: string;
  readonly size_bytes: number;
}

export class DatabasePendingFiles implements PendingFiles {
  /** When each arrived; those of earlier processes count as new, as their clock is not ours. */
  readonly #arrivedMs = new Map<string, number>();
  readonly #startedMs: number;

  /** @param nowMs a clock that only goes forward, in ms; tests give another */
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = performance.now.bind(performance),
  ) {
    this.#startedMs = nowMs();
  }

  add(ownerId: string, name: string, bytes: Uint8Array): Promise<string> {
    const id = randomUUID();
    return this.database.transaction((sql) => {
      sql.run('DELETE FROM pending_uploads WHERE request_id IS NULL AND owner_id = ?', ownerId);
      this.#forgetOld(sql);
      sql.run(
        'INSERT INTO pending_uploads (id, owner_id, name, bytes) VALUES (?, ?, ?, ?)',
        id,
        ownerId,
        name,
        bytes,
      );
      this.#arrivedMs.set(id, this.nowMs());
      return id;
    });
  }

  bytesBeside(ownerId: string): Promise<number> {
    return this.database.read((sql) => {
      const others = sql.all(
        `SELECT id, request_id, length(bytes) AS size_bytes FROM pending_uploads
         WHERE NOT (request_id IS NULL AND owner_id = ?)`,
        ownerId,
      );
      const held = others.filter(
        (row) => row.request_id !== null || !this.#isOld(row.id as string),
      );
      return held.reduce((sum, row) => sum + (row.size_bytes as number), 0);
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
    const waiting = sql.all('SELECT id FROM pending_uploads WHERE request_id IS NULL');
    const ids = new Set(waiting.map(({ id }) => id as string));
    for (const id of ids) {
      if (this.#isOld(id)) sql.run('DELETE FROM pending_uploads WHERE id = ?', id);
    }
    for (const id of this.#arrivedMs.keys()) if (!ids.has(id)) this.#arrivedMs.delete(id);
  }

  #isOld(id: string): boolean {
    return (this.#arrivedMs.get(id) ?? this.#startedMs) < this.nowMs() - pendingLifetimeMs;
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
