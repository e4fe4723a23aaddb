/** A worker's health checks: whether the process is alive, and whether it takes tasks. */
import type { ThreadCounts } from '../runs/pool.js';
import type { Probe, ProbeAnswer } from './health.js';

export interface WorkerSources {
  readonly isRedisUp: () => boolean;
  readonly threads: () => ThreadCounts;
  /** Jobs in progress. */
  readonly busy: () => number;
  readonly isDraining: () => boolean;
}

export class WorkerHealth {
  #sources: WorkerSources | undefined;

  /** It takes tasks from now on. */
  watch(sources: WorkerSources): void {
    this.#sources = sources;
  }

  readonly probe: Probe = (path) => {
    if (path === '/healthz')
      return Promise.resolve({ status: 200, body: { status: 'alive' } } as const);
    return Promise.resolve(path === '/readyz' ? this.#readiness() : undefined);
  };

  #readiness(): ProbeAnswer {
    if (!this.#sources) return { status: 503, body: { status: 'starting' } };
    const { isRedisUp, threads, busy, isDraining } = this.#sources;
    const redis = isRedisUp() ? 'ok' : 'away';
    const parts = { redis, threads: threads(), busy: busy() };
    if (isDraining()) return { status: 503, body: { status: 'closing', ...parts } };
    return redis === 'ok' && parts.threads.state === 'ok'
      ? { status: 200, body: { status: 'ready', ...parts } }
      : { status: 503, body: { status: 'not ready', ...parts } };
  }
}
