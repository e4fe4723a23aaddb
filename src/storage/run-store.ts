/** Runs in the database. */
import { refusalOf } from '../runs/accepted-epochs.js';
import type { RunRecord, RunStore, StoredRun } from '../runs/ports.js';
import { endsRun, type Checkpoint, type FitSettings, type RunEvent } from '../runs/protocol.js';
import type { Database, Reads, Row, Sql } from './database.js';
import { bytesOf, floatsOf, slotsOf } from './floats.js';
import { fromJson, toJson } from './json.js';

interface RunRow {
  readonly id: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly settings: string;
  readonly created_at_ms: number;
  readonly request_id: string | null;
}

interface CheckpointRow {
  readonly epoch: number;
  readonly step: number;
  readonly weights: Uint8Array;
  readonly slots: Uint8Array;
  readonly shuffle: string;
  readonly best: Uint8Array | null;
}

export class DatabaseRunStore implements RunStore {
  constructor(private readonly database: Database) {}

  create(record: RunRecord, events: readonly RunEvent[]): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO runs (id, owner_id, owner_name, settings, created_at_ms, request_id)
         VALUES (?, ?, ?, ?, ?, ?)`,
        record.id,
        record.ownerId,
        record.ownerName,
        toJson(record.settings),
        record.createdAtMs,
        record.requestId ?? null,
      );
      addEvents(sql, record.id, events);
    });
  }

  discard(runId: string): Promise<void> {
    return this.database.transaction((sql) => {
      for (const table of ['run_events', 'live_messages']) {
        sql.run(`DELETE FROM ${table} WHERE run_id = ?`, runId);
      }
      sql.run('DELETE FROM runs WHERE id = ?', runId);
    });
  }

  append(runId: string, events: readonly RunEvent[], checkpoint?: Checkpoint): Promise<void> {
    return this.database.transaction((sql) => {
      const refusal = refusalOf(finishedEpochs(sql, runId), events, checkpoint);
      if (refusal) throw refusal;
      addEvents(sql, runId, events);
      if (checkpoint) putCheckpoint(sql, runId, checkpoint);
      if (events.some(endsRun)) keepWeightsAlone(sql, runId);
    });
  }

  find(runId: string): Promise<StoredRun | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT * FROM runs WHERE id = ?', runId);
      return row && storedRun(sql, row);
    });
  }

  ofRequest(requestId: string): Promise<StoredRun | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT * FROM runs WHERE request_id = ?', requestId);
      return row && storedRun(sql, row);
    });
  }

  checkpoint(runId: string): Promise<Checkpoint | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT * FROM checkpoints WHERE run_id = ?', runId);
      return row && checkpointOf(row as unknown as CheckpointRow);
    });
  }

  recent(ownerId: string, limit: number): Promise<readonly StoredRun[]> {
    return this.database.read((sql) =>
      sql
        .all(
          // Not ordered by time: the clock may have been set back between two of them.
          'SELECT * FROM runs WHERE owner_id = ? ORDER BY rowid DESC LIMIT ?',
          ownerId,
          limit,
        )
        .map((row) => storedRun(sql, row)),
    );
  }

  unfinished(): Promise<readonly StoredRun[]> {
    return this.database.read((sql) =>
      sql
        .all('SELECT * FROM runs WHERE is_over = 0 ORDER BY rowid')
        .map((row) => storedRun(sql, row)),
    );
  }
}

/** How many epochs have ended, as the last one that ended says; it is among the newest events. */
function finishedEpochs(sql: Sql, runId: string): number {
  const last = sql.get(
    `SELECT json_extract(event, '$.epoch') AS epoch FROM run_events
     WHERE run_id = ? AND json_extract(event, '$.kind') = 'epoch-ended'
     ORDER BY position DESC LIMIT 1`,
    runId,
  );
  return (last?.epoch as number | undefined) ?? 0;
}

function addEvents(sql: Sql, runId: string, events: readonly RunEvent[]): void {
  for (const event of events) {
    sql.run(
      `INSERT INTO run_events (run_id, position, event)
       SELECT ?1, coalesce(max(position), 0) + 1, ?2 FROM run_events WHERE run_id = ?1`,
      runId,
      toJson(event),
    );
  }
  if (events.some(endsRun)) sql.run('UPDATE runs SET is_over = 1 WHERE id = ?', runId);
}

function putCheckpoint(sql: Sql, runId: string, checkpoint: Checkpoint): void {
  // Updated in place: replacing the row would remove it from its index and insert it again.
  sql.run(
    `INSERT INTO checkpoints (run_id, epoch, step, weights, slots, shuffle, best)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id) DO UPDATE SET epoch = excluded.epoch, step = excluded.step,
       weights = excluded.weights, slots = excluded.slots, shuffle = excluded.shuffle,
       best = excluded.best`,
    runId,
    checkpoint.epoch,
    checkpoint.step,
    bytesOf(checkpoint.weights),
    Buffer.concat(checkpoint.slots.map(bytesOf)),
    toJson(checkpoint.shuffle),
    checkpoint.best ? bytesOf(checkpoint.best) : null,
  );
}

/** The run does not go on from here: the optimizer's and the generator's state are of no use any more. */
function keepWeightsAlone(sql: Sql, runId: string): void {
  sql.run(
    `UPDATE checkpoints SET slots = x'', shuffle = '[]', best = NULL WHERE run_id = ?`,
    runId,
  );
}

function storedRun(sql: Reads, row: Row): StoredRun {
  const run = row as unknown as RunRow;
  const events = sql
    .all('SELECT event FROM run_events WHERE run_id = ? ORDER BY position', run.id)
    .map(({ event }) => fromJson(event as string) as RunEvent);
  const record = {
    id: run.id,
    ownerId: run.owner_id,
    ownerName: run.owner_name,
    settings: fromJson(run.settings) as FitSettings,
    createdAtMs: run.created_at_ms,
    ...(run.request_id !== null && { requestId: run.request_id }),
  };
  return { record, events };
}

function checkpointOf(row: CheckpointRow): Checkpoint {
  const weights = floatsOf(row.weights);
  const slots = slotsOf(row.slots, weights);
  const shuffle = fromJson(row.shuffle) as number[];
  const best = row.best ? { best: floatsOf(row.best) } : {};
  return { epoch: row.epoch, step: row.step, weights, slots, shuffle, ...best };
}
