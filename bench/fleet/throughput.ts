/**
 * The throughput of workers: the same runs, unwatched, on a single process' thread and on 1, 2 and 3 workers.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import type { RunWatcher } from '../../src/runs/service.js';
import { openDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { benchSettings } from '../epochs.js';
import { withFleet } from './real-fleet.js';

const WORKERS = [1, 2, 3] as const;
const LEARNERS = 12;
const EPOCHS = 40;
/** Epochs of about 20 ms: long enough that the workers mostly compute rather than communicate. */
const NETWORK = { layers: [64, 64], batchSize: 32, data: 'churn' };

export interface Throughput {
  /** 0 if the front trains itself. */
  readonly workers: number;
  readonly epochsPerSecond: number;
}

/** Each worker has one thread, like the front when it trains itself. */
export async function measureThroughput(): Promise<readonly Throughput[]> {
  const alone = { workers: 0, epochsPerSecond: await epochsPerSecond({ WORKER_THREADS: '1' }) };
  const measured: Throughput[] = [alone];
  for (const workers of WORKERS) {
    const found = await withFleet(workers, 1, ({ env }) => epochsPerSecond(env));
    if (found !== undefined) measured.push({ workers, epochsPerSecond: found });
  }
  return measured;
}

async function epochsPerSecond(env: NodeJS.ProcessEnv): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-throughput-'));
  const database = openDatabase(dataDir);
  const app = await buildApp(
    readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }),
    databaseStores(database, dataDir),
    pino({ level: 'silent' }),
  );
  const settings: FitSettings = { ...benchSettings(NETWORK), epochs: EPOCHS, pace: 'fast' };
  const train = async (learner: number): Promise<void> => {
    const owner = { ownerId: `web:${learner}`, ownerName: `Learner ${learner}` };
    const { record } = await app.runs.start({ ...owner, settings }, () => Promise.resolve(unseen));
    await app.runs.ended(record.id);
  };
  try {
    // The first is not counted: it loads and compiles everything.
    await Promise.all(Array.from({ length: LEARNERS }, (_, learner) => train(learner)));
    const beganMs = performance.now();
    await Promise.all(Array.from({ length: LEARNERS }, (_, learner) => train(learner)));
    return (LEARNERS * EPOCHS * 1_000) / (performance.now() - beganMs);
  } finally {
    await app.close();
    database.close();
    await rm(dataDir, { recursive: true });
  }
}

const unseen: RunWatcher = { update: () => undefined, ready: () => Promise.resolve() };
