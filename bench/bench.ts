/** `npm run bench`: what is fast here, measured side by side in real worker threads. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkerPool } from '../src/runs/pool.js';
import { benchEdits, benchLiveEpoch, printEdits, printLiveEpoch } from './edits.js';
import { benchEventLoop } from './event-loop.js';
import { benchTraining } from './training.js';

// TensorFlow's C++ would talk into the table.
process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
const threads = availableParallelism();
const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
const workers = new URL('../workers/', import.meta.url);
const pool = await WorkerPool.start({ workers, dataDir, threads });
for (const { backend, reason } of pool.missing) console.log(`Without ${backend}: ${reason}`);
await benchTraining(pool);
await benchEventLoop(pool, threads);
await pool.close();
await rm(dataDir, { recursive: true });
printEdits(await benchEdits());
printLiveEpoch(await benchLiveEpoch());
