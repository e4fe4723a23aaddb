/** A Redis and a worker as processes on this machine, with readable CPU usage. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { mainThreadMsOf, processMs } from '../cpu.js';
import { endOf, freePort, redisProgram, spawnRedis } from '../redis-process.js';
import type { Meters } from './hand-over.js';

const workerProgram = fileURLToPath(new URL('../../src/worker.js', import.meta.url));

export interface RealFleet {
  /** The environment a front needs to reach it. */
  readonly env: NodeJS.ProcessEnv;
  /** `redis`, `worker` (its main thread) and `threads` (the worker's other threads). */
  readonly meters: Meters;
}

/**
 * @param threads per worker
 * @returns undefined if there is no Redis, or the CPU time of other processes cannot be read
 */
export async function withFleet<T>(
  workers: number,
  threads: number,
  use: (fleet: RealFleet) => Promise<T>,
): Promise<T | undefined> {
  if (redisProgram === undefined || process.platform !== 'linux') {
    console.log('Without a fleet: that takes Linux, and redis-server or valkey-server.');
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-fleet-'));
  const port = await freePort();
  const started: ChildProcess[] = [];
  try {
    const redis = spawnRedis(redisProgram, port, folder);
    started.push(redis);
    const env = { REDIS_URL: `redis://127.0.0.1:${port}`, FRONT: 'bench' };
    const processes = Array.from({ length: workers }, (_, index) =>
      startWorker({
        ...{ ...env, DATA_DIR: join(folder, `worker${index}`), LOG_LEVEL: 'info' },
        WORKER_THREADS: String(threads),
      }),
    );
    started.push(...processes);
    await Promise.all(processes.map(saysReady));
    const meters: Meters = async () => {
      const mains = await sumOf(processes, mainThreadMsOf);
      const all = await sumOf(processes, processMs);
      return { redis: await processMs(redis.pid ?? 0), worker: mains, threads: all - mains };
    };
    return await use({ env, meters });
  } finally {
    for (const child of started.reverse()) await endOf(child);
    await rm(folder, { recursive: true, force: true });
  }
}

function startWorker(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [workerProgram], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes('Ready: ')) resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`a worker ended with ${code ?? 'a signal'} before it was ready`));
    });
  });
}

async function sumOf(
  processes: readonly ChildProcess[],
  read: (pid: number) => Promise<number>,
): Promise<number> {
  const all = await Promise.all(processes.map(({ pid = 0 }) => read(pid)));
  return all.reduce((sum, ms) => sum + ms, 0);
}
