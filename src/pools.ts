/** Where a front's tasks run: in its own threads, or on the workers that share its Redis. */
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
  /** The fleet's workers, if there is a fleet. */
  readonly census?: Census;
  readonly redis?: RedisServer;
  readonly endings: readonly EndingPart[];
}

interface PoolTools {
  /** Grants as many turns as there are slots. */
  readonly scheduler: FairScheduler;
  readonly log: Logger;
  /** Called when another process has taken this front's name: this one must end. */
  readonly onFrontLost: (sentence: string) => void;
}

/** Less than `ending.ts` allows for threads, in ms. */
const LEAVE_MS = 300;

const workers = new URL('../workers/', import.meta.url);

/**
 * @throws ConfigError when the backend that `TFJS_BACKEND` asks for does not load here
 * @throws FrontTakenError when another process has this front's name
 */
export async function openPool(config: Config, tools: PoolTools): Promise<OpenPool> {
  const { fleet } = config;
  // The fleet's client is loaded only if there is a fleet.
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
  // Starts its thread when there is something to read, and ends it after a minute of idling.
  const readsHere = new WorkerPool({ workers, dataDir, threads: 1 });
  const pool = new FleetPool({
    ...{ redis, version, hasFused, census, log, readsHere },
    readUpload: readUpload.bind(undefined, uploadFolder(dataDir)),
  });
  await census.start();
  keepDroppingOldQueues({ redis, version, log });
  const leave = async (): Promise<void> => {
    const left = Promise.all([pool.close(), census.close(), readsHere.close()]);
    // A Redis that does not answer must not prevent the shutdown.
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
      // After its runs: nobody else may have this name while they are being stored.
      { stage: 'platforms', name: 'its name in the fleet', end: giveBackName },
    ],
  };
}
