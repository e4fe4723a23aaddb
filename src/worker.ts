/** `npm run worker`: threads for the fronts that share its Redis, on this machine or another. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { ConfigError, readConfig, type Config } from './config.js';
import { endOnSignals } from './end-process.js';
import { Ending } from './ending.js';
import { loadEnvFile } from './env-file.js';
import { RedisServer } from './fleet/redis.js';
import { dropLeftCaches } from './fleet/upload-cache.js';
import { fleetVersion } from './fleet/version.js';
import { WorkerHeart } from './fleet/worker-heart.js';
import { WorkerHost } from './fleet/worker-host.js';
import { ProbeAddressError } from './hosting/probe-server.js';
import { serveHealth, serveWorkerMetrics } from './hosting/probes.js';
import { WorkerHealth } from './hosting/worker-health.js';
import type { WorkerMetrics } from './hosting/worker-metrics.js';
import { createLog, logUncaught } from './log.js';
import { WorkerPool } from './runs/pool.js';
import { preparedFolder } from './runs/prepared-file.js';
import { uploadFolder, writeUpload } from './storage/upload-store.js';

const startFaults = [ConfigError, ProbeAddressError];

const workers = new URL('../workers/', import.meta.url);

/** How often to look for caches left by killed workers, in ms. */
const LEFT_CACHES_MS = 10 * 60 * 1_000;

/** @throws the reason of `ending.begun` when the program is ending meanwhile */
async function start(config: Config, ending: Ending): Promise<void> {
  const { fleet, workerThreads: threads } = config;
  if (!fleet) {
    throw new ConfigError('REDIS_URL: a worker needs it: the address of the Redis of its fronts');
  }
  const log = await createLog(config.logLevel, config.secretValues);
  logUncaught(log, ending.begun, endOnSignals(ending, log));
  const health = new WorkerHealth();
  const metrics = await startProbes(config, health, log);
  // Only its own cache: nobody else with this DATA_DIR loses anything.
  const caches = join(config.dataDir, 'worker-cache');
  await dropLeftCaches(caches, id);
  // A worker killed a moment ago leaves a cache that is not old enough yet.
  const dropLater = (): void => void dropLeftCaches(caches, id).catch(() => undefined);
  setInterval(dropLater, LEFT_CACHES_MS).unref();
  const dataDir = join(caches, id);
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    const sentence = `DATA_DIR=${config.dataDir}: no folder can be made there`;
    throw new ConfigError(sentence, { cause });
  });
  const pool = threadsOf(dataDir, threads, ending);
  const redis = new RedisServer({ url: fleet.redisUrl, log });
  ending.add(
    // Files left by a busy disk do not make the end unclean: the next start removes them.
    {
      stage: 'platforms',
      name: 'its cache',
      end: () => rm(dataDir, { recursive: true, force: true }),
    },
    {
      stage: 'storage',
      name: 'Redis',
      end: () => {
        redis.close();
      },
    },
  );
  const version = fleetVersion(workers, pool.hasFused);
  const { loaded: backends, missing } = await pool.probe(['node', 'cpu', 'wasm']);
  log.debug({ missing }, 'backends that do not load here');
  await redis.up();
  const host = new WorkerHost({
    ...{ redis, version, pool, threads, backends, log },
    ...{ folder: uploadFolder(dataDir), write: writeUpload, prepared: preparedFolder(dataDir) },
    ...(metrics && { onJob: metrics.job.bind(metrics) }),
  });
  const busy = (): number => host.busy;
  metrics?.followJobs(busy);
  const begunMs = performance.now();
  const heart = new WorkerHeart({
    ...{ redis, log },
    beat: () => ({
      ...{ id, host: hostname(), version, slots: threads, backends },
      ...{ busy: host.busy, draining: host.isDraining },
      runningMs: performance.now() - begunMs,
    }),
  });
  ending.add(
    { stage: 'runs', name: 'tasks', end: () => drain(host, heart) },
    { stage: 'platforms', name: 'heartbeat', end: () => heart.close() },
  );
  await host.start();
  await heart.start();
  health.watch({
    ...{ busy, threads: () => pool.threads },
    isRedisUp: () => redis.isUp,
    isDraining: () => host.isDraining,
  });
  log.info({ redis: redis.address, threads, version, backends }, 'Ready: takes tasks');
}

/** This process's name, unique on its host. */
const id = randomUUID();

function threadsOf(dataDir: string, threads: number, ending: Ending): WorkerPool {
  // Silences TensorFlow's C++ logging on stderr. Threads cannot change the environment that it reads.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  const pool = new WorkerPool({ workers, dataDir, threads });
  ending.add({ stage: 'threads', name: 'threads', end: () => pool.close() });
  return pool;
}

/** @throws ProbeAddressError when a port is taken */
async function startProbes(
  { health: healthAt, metrics: metricsAt, workerThreads }: Config,
  health: WorkerHealth,
  log: Logger,
): Promise<WorkerMetrics | undefined> {
  if (healthAt) log.info(`Health: ${await serveHealth(healthAt, health)}/healthz and /readyz`);
  if (!metricsAt) return undefined;
  const { metrics, address } = await serveWorkerMetrics(metricsAt, workerThreads);
  log.info(`Metrics: ${address}/metrics`);
  return metrics;
}

/** Leaves the census as soon as it takes no more tasks. */
async function drain(host: WorkerHost, heart: WorkerHeart): Promise<void> {
  const drained = host.drain();
  await Promise.all([drained, heart.beatNow()]);
}

const ending = new Ending();
try {
  loadEnvFile();
  await start(readConfig(process.env), ending);
} catch (error) {
  if (!ending.begun.aborted) {
    if (!startFaults.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}
