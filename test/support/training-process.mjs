/**
 * A real training process for tests that kill it: the built run service, workers and database. `node
 * training-process.mjs <dataDir> [settings as JSON]` starts a run, or for a list of settings one run after
 * another; without settings it resumes unfinished ones. Prints each event's kind on a line; ends when that
 * many runs are complete; SIGTERM ends it cleanly.
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { WorkerPool } from '../../dist/src/runs/pool.js';
import { RunQueue } from '../../dist/src/runs/run-queue.js';
import { FairScheduler } from '../../dist/src/runs/scheduler.js';
import { TrainingRuns } from '../../dist/src/runs/training-runs.js';
import { openDatabase } from '../../dist/src/storage/database.js';
import { DatabaseRunStore } from '../../dist/src/storage/run-store.js';

const [dataDir, settings] = process.argv.slice(2);
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (details, message) => console.error(message, details),
};
const database = openDatabase(dataDir);
const pool = new WorkerPool({
  workers: new URL('../../dist/workers/', import.meta.url),
  dataDir,
  threads: 1,
});
const runs = new TrainingRuns({
  store: new DatabaseRunStore(database),
  pool,
  queue: new RunQueue(1),
  scheduler: new FairScheduler(1),
  log,
  nowMs: Date.now,
  monotonicMs: performance.now.bind(performance),
  backend: 'auto',
  graceMs: 100,
});

async function close() {
  await runs.close();
  await pool.close();
  database.close();
}
process.on('SIGTERM', () => void close());

const asked = settings ? [JSON.parse(settings)].flat() : [];
let unfinished = Math.max(1, asked.length);
const open = async () => ({
  update: (_, event) => {
    console.log(event.kind);
    if (event.kind === 'completed') unfinished -= 1;
    if (unfinished === 0) void close();
  },
  ready: async () => undefined,
});
for (const [index, one] of asked.entries()) {
  // Different owners, as one person may not have that many at once.
  await runs.start({ ownerId: `ada${index}`, ownerName: 'Ada', settings: one }, open);
}
if (!settings) {
  await runs.resumeUnfinished(open);
}
