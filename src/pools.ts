/** Where a front's tasks are done: in threads of its own, or by the workers that share a Redis with it. */
import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ConfigError, type Config, type FleetConfig } from './config.js';
import type { EndingPart } from './ending.js';
import type { Census } from './fleet/census.js';
import type { RedisServer } from './fleet/redis.js';
import { loadsFused } from './runs/loads-fused.js';
import { WorkerPool, type ThreadCounts } from './runs/pool.js';
import type { DeskPool, TrainingPool } from './runs/ports.js';
import type { FairScheduler } from './runs/scheduler.js';
import { readUpload, uploadFolder } from './storage/upload-store.js';

export interface Pool extends TrainingPool, DeskPool {
  readonly threads: ThreadCounts;
}

export interface OpenPool {
  readonly pool: Pool;
  /** Of the fleet, where there is one. */
  readonly census?: Census;
  readonly redis?: RedisServer;
  readonly endings: readonly EndingPart[];
}

interface PoolTools {
  /** Deals as many turns as there are slots. */
  readonly scheduler: FairScheduler;
  readonly log: Logger;
  /** Another process has this front's name by now: this one must end. */
  readonly onFrontLost: (sentence: string) => void;
}

/** Within what `ending.ts` gives threads, in ms. */
const LEAVE_MS = 300;

const workers = new URL('../workers/', import.meta.url);

/**
 * @throws ConfigError when the backend that `TFJS_BACKEND` asks for does not load here
 * @throws FrontTakenError when another process has this front's name
 */
export async function openPool(config: Config, tools: PoolTools): Promise<OpenPool> {
  const { fleet } = config;
  // Whoever has no fleet does not pay for loading what reaches it.
  return fleet ? openFleet(config, fleet, tools) : openThreads(config);
}

async function openThreads({ dataDir, workerThreads, backend }: Config): Promise<OpenPool> {
  const pool = new WorkerPool({ workers, dataDir, threads: workerThreads });
  if (backend !== 'auto') {
    const [missing] = (await pool.probe([backend])).missing;
    if (missing) {
      await pool.close();
      throw new ConfigError(`TFJS_BACKEND=${backend} does not load here: ${missing.reason}`);
    }
  }
  return { pool, endings: [{ stage: 'threads', name: 'threads', end: () => pool.close() }] };
}

async function openFleet(
  { dataDir }: Config,
  { redisUrl, front }: FleetConfig,
  { scheduler, log, onFrontLost }: PoolTools,
): Promise<OpenPool> {
  const [
    { RedisServer },
    { FrontLease },
    { Census },
    { FleetPool },
    { fleetVersion },
    { keepDroppingOldQueues },
  ] = await Promise.all([
    import('./fleet/redis.js'),
    import('./fleet/front-lease.js'),
    import('./fleet/census.js'),
    import('./fleet/fleet-pool.js'),
    import('./fleet/version.js'),
    import('./fleet/old-queues.js'),
  ]);
  const redis = new RedisServer({ url: redisUrl, log });
  const lease = new FrontLease({ redis, front, log, onLost: onFrontLost });
  await lease.take();
  const hasFused = loadsFused();
  const version = fleetVersion(workers, hasFused);
  const census = new Census({ redis, front, version, demand: () => scheduler.demand, log });
  census.onChange(() => {
    scheduler.setSlots(census.slots);
  });
  const pool = new FleetPool({
    ...{ redis, version, hasFused, census, log },
    readUpload: readUpload.bind(undefined, uploadFolder(dataDir)),
  });
  await census.start();
  keepDroppingOldQueues({ redis, version, log });
  const leave = async (): Promise<void> => {
    const left = Promise.all([pool.close(), census.close()]);
    // A Redis that does not answer keeps nobody from ending.
    await Promise.race([left, after(LEAVE_MS, undefined, { ref: false })]);
  };
  const giveBackName = async (): Promise<void> => {
    await lease.close();
    redis.close();
  };
  return {
    ...{ pool, census, redis },
    endings: [
      { stage: 'threads', name: 'the fleet', end: leave },
      // After its runs: while they are kept nobody else has this name.
      { stage: 'platforms', name: 'its name in the fleet', end: giveBackName },
    ],
  };
}
