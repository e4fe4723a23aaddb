/** Files that wait for their command, in the database: gone, all at once, when it is answered. */
import { randomUUID } from 'node:crypto';
import type { PendingFiles } from '../adapters/web/pending-files.js';
import type { IncomingFile } from '../chat/port.js';
import { UserError } from '../errors.js';
import type { Database } from './database.js';

const megabyte = 1024 * 1024;
/** A class that drops its files at once; 400 MB at the very most. */
const mostWaiting = 40;

interface PendingRow {
  readonly name: string;
  readonly size_bytes: number;
}

export class DatabasePendingFiles implements PendingFiles {
  constructor(
    private readonly database: Database,
    private readonly most = mostWaiting,
  ) {}

  add(ownerId: string, name: string, bytes: Uint8Array): Promise<string> {
    const id = randomUUID();
    return this.database.transaction((sql) => {
      sql.run('DELETE FROM pending_uploads WHERE request_id IS NULL AND owner_id = ?', ownerId);
      sql.run(
        `DELETE FROM pending_uploads WHERE request_id IS NULL AND position NOT IN (
           SELECT position FROM pending_uploads WHERE request_id IS NULL
           ORDER BY position DESC LIMIT ?)`,
        this.most - 1,
      );
      sql.run(
        'INSERT INTO pending_uploads (id, owner_id, name, bytes) VALUES (?, ?, ?, ?)',
        id,
        ownerId,
        name,
        bytes,
      );
      return id;
    });
  }

  has(ownerId: string, id: string): Promise<boolean> {
    return this.database.read((sql) => {
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
