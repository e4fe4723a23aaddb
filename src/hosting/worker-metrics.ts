/** A worker's Prometheus metrics; the fronts have their own (`metrics.ts`). */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricsPage } from './probes.js';

/** From an epoch of the lesson to the widest network on many rows. */
const JOB_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export class WorkerMetrics implements MetricsPage {
  readonly #registry = new Registry();
  readonly #jobs: Counter<'lane' | 'outcome'>;
  readonly #seconds: Histogram<'lane'>;
  #busy: () => number = () => 0;

  /** @param threads the number of training threads */
  constructor(threads: number) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      name: 'tutor_worker_threads',
      help: 'Threads of this worker: how many training tasks it does at once.',
      registers,
    }).set(threads);
    const busy = (): number => this.#busy();
    new Gauge({
      name: 'tutor_worker_jobs_under_way',
      help: 'Jobs that this worker is about.',
      registers,
      collect() {
        this.set(busy());
      },
    });
    this.#jobs = new Counter({
      name: 'tutor_worker_jobs_total',
      help: 'Jobs that are over for this worker: done, given back as it went, or failed.',
      labelNames: ['lane', 'outcome'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'tutor_worker_job_seconds',
      help: 'From taking a job to its results.',
      labelNames: ['lane'],
      buckets: JOB_SECONDS,
      registers,
    });
  }

  followJobs(busy: () => number): void {
    this.#busy = busy;
  }

  job(lane: string, outcome: 'done' | 'given-back' | 'failed', ms: number): void {
    this.#jobs.inc({ lane, outcome });
    if (outcome === 'done') this.#seconds.observe({ lane }, ms / 1_000);
  }

  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
