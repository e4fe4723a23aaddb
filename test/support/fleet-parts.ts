/** The parts of a fleet in this process, so that a test sees both ends on one clock; Redis is real. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { Census } from '../../src/fleet/census.js';
import { FleetPool } from '../../src/fleet/fleet-pool.js';
import { RedisServer } from '../../src/fleet/redis.js';
import { fleetVersion } from '../../src/fleet/version.js';
import { WorkerHeart } from '../../src/fleet/worker-heart.js';
import { WorkerHost } from '../../src/fleet/worker-host.js';
import { WorkerPool } from '../../src/runs/pool.js';
import { preparedFolder } from '../../src/runs/prepared-file.js';
import { readUpload, uploadFolder, writeUpload } from '../../src/storage/upload-store.js';
import { recordingLog } from './recording-log.js';
import { startRedis, type RedisServerProcess } from './redis-server.js';

export const built = new URL('../../dist/workers/', import.meta.url);

/** Heartbeats fast enough for tests. */
const beatMs = 200;

export interface WorkerPart {
  readonly pool: WorkerPool;
  readonly dataDir: string;
  readonly host: WorkerHost;
  /** Accepts no new tasks, returns the queued ones, and leaves. */
  leave(): Promise<void>;
}

export interface WorkerChoices {
  readonly version?: string;
  readonly threads?: number;
  /** Folder of its workers; the program's own by default. */
  readonly workers?: URL;
  /** Memory limit of each thread. */
  readonly memoryMb?: number;
  /** Wraps the pool the host is given, so a test can observe it. */
  readonly through?: (pool: WorkerPool) => WorkerPool;
}

export class FleetParts {
  readonly version = fleetVersion(built, true);
  readonly recorded = recordingLog();
  readonly pool: FleetPool;
  readonly census: Census;
  readonly #folders: string[] = [];
  readonly dataDir = this.#folder();
  /** The front's own thread. */
  readonly readsHere = new WorkerPool({ workers: built, dataDir: this.dataDir, threads: 1 });
  readonly #servers: RedisServer[] = [];
  readonly #workers: WorkerPart[] = [];

  private constructor(readonly redis: RedisServerProcess) {
    const { log } = this.recorded;
    const server = this.server();
    const { version } = this;
    this.census = new Census({
      ...{ redis: server, front: 'front', version, log, beatMs },
      demand: () => 1,
    });
    this.pool = new FleetPool({
      ...{ redis: server, version, hasFused: true, census: this.census, log },
      readsHere: this.readsHere,
      readUpload: readUpload.bind(undefined, uploadFolder(this.dataDir)),
    });
  }

  static async start(): Promise<FleetParts> {
    const parts = new FleetParts(await startRedis());
    await parts.census.start();
    return parts;
  }

  /** A part's own connection to its Redis. */
  server(): RedisServer {
    const server = new RedisServer({ url: this.redis.url, log: this.recorded.log });
    this.#servers.push(server);
    return server;
  }

  /** Resolves when the front knows about it. */
  async worker(choices: WorkerChoices = {}): Promise<WorkerPart> {
    const { version = this.version, threads = 1, workers = built, through = asItIs } = choices;
    const { memoryMb } = choices;
    const dataDir = this.#folder();
    const pool = new WorkerPool({
      ...{ workers, dataDir, threads },
      ...(memoryMb !== undefined && { memoryMb }),
    });
    const { log } = this.recorded;
    const redis = this.server();
    const backends = ['cpu', 'wasm'] as const;
    const host = new WorkerHost({
      ...{ redis, version, threads, backends, log, pool: through(pool) },
      ...{ folder: uploadFolder(dataDir), write: writeUpload, prepared: preparedFolder(dataDir) },
    });
    const id = dataDir;
    const heart = new WorkerHeart({
      ...{ redis, log, beatMs },
      beat: () => ({
        ...{ id, host: 'here', version, slots: threads, backends, runningMs: 0 },
        ...{ busy: host.busy, draining: host.isDraining },
      }),
    });
    await host.start();
    await heart.start();
    let isGone = false;
    const part: WorkerPart = {
      ...{ pool, dataDir, host },
      leave: async () => {
        if (isGone) return;
        isGone = true;
        await host.drain();
        await Promise.all([heart.close(), pool.close()]);
        redis.close();
      },
    };
    this.#workers.push(part);
    if (version === this.version) await this.#known(id);
    return part;
  }

  async close(): Promise<void> {
    await this.pool.close();
    await this.readsHere.close();
    await this.census.close();
    await Promise.all(this.#workers.map((worker) => worker.leave()));
    for (const server of this.#servers) server.close();
    await this.redis.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  /** Polls: when a worker replaces another, the slot count stays the same and no event fires. */
  async #known(id: string): Promise<void> {
    const isKnown = (): boolean => this.census.workers.some((worker) => worker.id === id);
    await vi.waitUntil(isKnown, { timeout: 20_000, interval: beatMs });
  }

  #folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'tutor-fleet-part-'));
    this.#folders.push(folder);
    return folder;
  }
}

const asItIs = (pool: WorkerPool): WorkerPool => pool;
