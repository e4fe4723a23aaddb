/** The runs a DATA_DIR holds, once no process has it open. */
import { foldEvents, type RunState } from '../../src/runs/run.js';
import type { Checkpoint } from '../../src/runs/protocol.js';
import { openDatabase } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';

export interface KeptRun {
  readonly state: RunState;
  readonly checkpoint: Checkpoint | undefined;
}

/** Oldest first. @throws Error if the file is damaged */
export async function keptRuns(dataDir: string): Promise<readonly KeptRun[]> {
  const database = openDatabase(dataDir);
  try {
    const [check] = await database.transaction((sql) => sql.all('PRAGMA integrity_check'));
    if (check?.integrity_check !== 'ok') throw new Error(`not whole: ${JSON.stringify(check)}`);
    const rows = await database.read((sql) =>
      sql.all('SELECT id FROM runs ORDER BY created_at_ms, rowid'),
    );
    const store = new DatabaseRunStore(database);
    const runs: KeptRun[] = [];
    for (const { id } of rows) {
      const stored = await store.find(id as string);
      if (!stored) continue;
      const state = foldEvents(stored.record, stored.events);
      runs.push({ state, checkpoint: await store.checkpoint(stored.record.id) });
    }
    return runs;
  } finally {
    database.close();
  }
}

/** Everything training computes: all fields except identity and times. */
export function computed(run: KeptRun | undefined) {
  return {
    phase: run?.state.phase,
    history: run?.state.finished.map(({ epoch, logs, steps }) => ({ epoch, logs, steps })),
    test: run?.state.test,
    checkpoint: run?.checkpoint,
  };
}
