/** Runs in a real database, as old and as advanced as a test needs. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../src/chat/port.js';
import type { Checkpoint } from '../../src/runs/protocol.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { settings } from './run-samples.js';

export const room: Place = { platform: 'web', key: 'room' };

/** A folder with a database, all stores on it, and the data a test puts there. */
export class StoredRuns {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'tutor-stored-'));
  readonly database: Database = openDatabase(this.dataDir);
  readonly stores = databaseStores(this.database, this.dataDir);

  close(): void {
    this.database.close();
    rmSync(this.dataDir, { recursive: true });
  }

  async add(
    id: string,
    more: {
      readonly ownerId?: string;
      readonly createdAtMs?: number;
      readonly isOver?: boolean;
      readonly sha256?: string;
      readonly place?: Place;
      readonly entry?: string;
      readonly epochs?: number;
    } = {},
  ): Promise<void> {
    const { runs, liveMessages } = this.stores;
    const { ownerId = 'web:ada', createdAtMs = Date.now(), isOver = true, epochs = 2 } = more;
    const { sha256, place = room, entry = '1' } = more;
    const data = sha256 === undefined ? {} : { dataset: csv(sha256) };
    const record = { id, ownerId, ownerName: 'Ada', settings: settings(data), createdAtMs };
    await runs.create(record, [{ kind: 'queued', atMs: createdAtMs }]);
    const logs = { loss: NaN, metric: 0.5 };
    for (let epoch = 1; epoch <= epochs; epoch += 1) {
      const ended = { epoch, logs, steps: 80, elapsedMs: 1, firstStepMs: 1 };
      await runs.append(id, [{ kind: 'epoch-ended', ...ended }], checkpoint(epoch));
    }
    if (isOver) await runs.append(id, [{ kind: 'completed', atMs: createdAtMs }]);
    const ref = { platform: place.platform, key: entry };
    await liveMessages.save(id, { place, ref, locale: 'en', view: 'keras' });
  }

  async upload(text: string, ownerId = 'web:ada'): Promise<string> {
    const bytes = Buffer.from(text);
    await this.stores.uploads.put(bytes, ownerId);
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** How many rows with personal data each table has; tables without any are left out. */
  async rows(): Promise<Record<string, number>> {
    return this.database.read((sql) => {
      const tables = sql.all("SELECT name FROM sqlite_schema WHERE type = 'table'");
      const counted = tables.map(({ name }) => {
        const { count } = sql.get(`SELECT count(*) AS count FROM "${name as string}"`) ?? {};
        return [name as string, count as number] as const;
      });
      const kept = counted.filter(
        ([name, count]) => count > 0 && !/^(sqlite|room$|homes$)/.test(name),
      );
      return Object.fromEntries(kept);
    });
  }
}

const csv = (sha256: string) => ({ kind: 'csv', sha256, fileName: 'a.csv' }) as const;

function checkpoint(epoch: number): Checkpoint {
  const weights = Float32Array.of(epoch, 1);
  return { epoch, step: epoch, weights, slots: [weights, weights], shuffle: [1, 2], best: weights };
}
