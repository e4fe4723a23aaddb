/** A fleet of real processes on loopback: a Redis, fronts that serve the room, and workers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Certificate } from './certificate.js';
import { spawnBuilt, spawnNode, type Spawned, type SpawnedProgram } from './built-program.js';
import { startRedis, type RedisServerProcess } from './redis-server.js';

const workerProgram = fileURLToPath(new URL('../../dist/src/worker.js', import.meta.url));

/** The ready line. */
export type WorkerProcess = Spawned<string>;

export interface FrontProcess extends SpawnedProgram {
  /** Holds the results of its runs, once it has ended (`kept-runs.ts`). */
  readonly dataDir: string;
}

export class TestFleet {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tutor-fleet-'));
  readonly #processes: Spawned<unknown>[] = [];

  private constructor(readonly redis: RedisServerProcess) {}

  /**
   * @param password for its Redis; none by default
   * @param certificate makes its Redis speak TLS; no TLS by default
   */
  static async start(password?: string, certificate?: Certificate): Promise<TestFleet> {
    return new TestFleet(await startRedis(password, certificate));
  }

  /** @param env `WORKER_THREADS` and other variables; one thread by default */
  worker(env: NodeJS.ProcessEnv = {}): WorkerProcess {
    const dataDir = join(this.#folder, `worker-${this.#processes.length}`);
    const given = { REDIS_URL: this.redis.url, DATA_DIR: dataDir, WORKER_THREADS: '1', ...env };
    return this.#keep(
      spawnNode([workerProgram], given, (line) => (line.includes('Ready: ') ? line : undefined)),
    );
  }

  /** @param name of its `FRONT` and its DATA_DIR, which outlives its processes */
  front(name = 'front', env: NodeJS.ProcessEnv = {}): FrontProcess {
    const dataDir = join(this.#folder, name);
    const given = { REDIS_URL: this.redis.url, FRONT: name, ...env };
    return this.#keep({ ...spawnBuilt(dataDir, 0, given), dataDir });
  }

  /** Kills the remaining processes and removes their data. */
  async close(): Promise<void> {
    for (const program of this.#processes) {
      program.kill('SIGKILL');
      await program.exited;
    }
    await this.redis.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #keep<Program extends Spawned<unknown>>(program: Program): Program {
    this.#processes.push(program);
    return program;
  }
}
