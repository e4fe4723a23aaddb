/**
 * A worker: takes as many jobs from the queue as it has threads, and does them as a single machine would.
 * Its main thread only forwards, so it stays free to renew the locks of its jobs: a worker whose locks
 * expire is dead or frozen, and BullMQ gives its jobs to another.
 */
import { serialize } from 'node:v8';
import { setTimeout as after } from 'node:timers/promises';
import { DelayedError, WaitingError, Worker, type Job } from 'bullmq';
import { steadyNowMs } from '../clock.js';
import type { DeskPool, RunLog, TrainingPool } from '../runs/ports.js';
import type { StepProgress, TensorflowBackend } from '../runs/protocol.js';
import { backendOf, outcomeOf } from './carrying-out.js';
import { Content, ContentGone } from './content.js';
import type { Call, JobData, News, NewsOfJob, Outcome } from './messages.js';
import { lanes, newsChannel, queueName, queuePrefix, type Lane } from './names.js';
import { blobsOf, pack, unpack } from './pack.js';
import { PreparedCache } from './prepared-cache.js';
import type { Redis, RedisServer } from './redis.js';
import { Stops } from './stops.js';
import { handOver, preparedOf, uploadsOf } from './uploads-of.js';
import { UploadCache, type HeldUploads, type UploadCacheOptions } from './upload-cache.js';

export interface WorkerHostOptions extends Omit<UploadCacheOptions, 'fetch' | 'onRefused'> {
  /** `preparedFolder` of the same `DATA_DIR`. */
  readonly prepared: string;
  readonly redis: RedisServer;
  readonly version: string;
  readonly pool: TrainingPool & DeskPool;
  readonly threads: number;
  readonly backends: readonly TensorflowBackend[];
  readonly log: Pick<RunLog, 'warn' | 'error'>;
  /** Called when a job is over for this worker, to count it. Must not throw. */
  readonly onJob?: (lane: Lane, outcome: JobOutcome, ms: number) => void;
}

export type JobOutcome = 'done' | 'given-back' | 'failed';

/** A job whose lock is this old was left behind, in ms; locks are renewed every quarter of that. */
const LOCK_MS = 4_000;
/** How often workers look for such jobs, in ms. */
const LEFT_BEHIND_MS = 1_500;
/** How many workers in turn may leave a job behind before it is given up. */
const MOST_LEFT_BEHIND = 3;
/** How soon a worker retries what Redis refused, in ms. */
const RETRY_MS = 500;
/** How long a job whose backend only other workers have is put back, in ms. */
const NOT_HERE_MS = 200;
/** After being put back this often, which takes some minutes, probably nobody waits for a job any more. */
const MOST_NOT_HERE = 3_000;
/** The desk has one thread; the next job is fetched while it works. */
const DESK_JOBS = 2;
/** How often unused files are deleted, in ms. */
const SWEEP_MS = 10 * 60 * 1_000;
/** How long a worker that is shutting down waits for its jobs to finish, in ms. */
const GRACE_MS = 1_200;
/** How long giving back the other jobs may take, in ms. */
const GIVING_BACK_MS = 600;

export class WorkerHost {
  readonly #content: Content;
  readonly #uploads: UploadCache;
  readonly #prepared: PreparedCache;
  readonly #stops: Stops;
  readonly #connection: Redis;
  readonly #workers: readonly Worker<JobData, string>[];
  /** Resolves when jobs under way have to be given back. */
  readonly #givingBack: Promise<undefined>;
  #giveBack: () => void = () => undefined;
  #sweeping: NodeJS.Timeout | undefined;
  #busy = 0;
  #isDraining = false;

  constructor(private readonly options: WorkerHostOptions) {
    const { redis } = options;
    this.#givingBack = new Promise((resolve) => {
      this.#giveBack = () => {
        resolve(undefined);
      };
    });
    // Results must not be lost because Redis is down for a moment.
    this.#connection = redis.open({ whenAway: 'wait' });
    this.#content = new Content(this.#connection);
    this.#uploads = new UploadCache({
      ...options,
      fetch: (file) => this.#content.upload(file),
      onRefused: (err) => {
        const sentence = 'the cache folder takes no files: uploads stay in memory until it does';
        options.log.warn({ err, folder: options.folder }, sentence);
      },
    });
    this.#prepared = new PreparedCache({
      ...{ redis: this.#connection, folder: options.prepared, version: options.version },
    });
    this.#stops = new Stops(redis);
    this.#workers = lanes.map((lane) => this.#worker(lane));
  }

  /** Jobs under way. */
  get busy(): number {
    return this.#busy;
  }

  /** It accepts no more jobs. */
  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Starts taking jobs; resolves once it can. */
  async start(): Promise<void> {
    await this.#stops.start();
    await this.#sweep();
    this.#sweeping = setInterval(() => void this.#sweep(), SWEEP_MS);
    await Promise.all(this.#workers.map((worker) => worker.waitUntilReady()));
    for (const worker of this.#workers) {
      worker.run().catch((err: unknown) => {
        this.options.log.error({ err }, 'no more jobs are taken');
      });
    }
  }

  /** Takes no more jobs; those that finish soon are finished, the rest is given back. Never rejects. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    clearInterval(this.#sweeping);
    const ends = this.#workers.map((worker) => worker.close().catch(() => undefined));
    const done = Promise.all(ends).then(() => true);
    const late = (ms: number): Promise<boolean> => after(ms, false, { ref: false });
    if (!(await Promise.race([done, late(GRACE_MS)]))) {
      this.#giveBack();
      await Promise.race([done, late(GIVING_BACK_MS)]);
    }
    this.#stops.close();
    this.#connection.disconnect();
  }

  /** Deletes unused files. Never rejects: a failing disk is reported by the next write. */
  async #sweep(): Promise<void> {
    await Promise.allSettled([this.#uploads.sweep(), this.#prepared.sweep()]);
  }

  #worker(lane: Lane): Worker<JobData, string> {
    const { version, threads, log, redis } = this.options;
    const worker = new Worker<JobData, string>(
      queueName(lane, version),
      (job, token) => this.#counted(lane, () => this.#work(job, token)),
      {
        ...{ connection: this.#connection, prefix: queuePrefix, autorun: false },
        concurrency: lane === 'training' ? threads : DESK_JOBS,
        lockDuration: LOCK_MS,
        lockRenewTime: LOCK_MS / 4,
        stalledInterval: LEFT_BEHIND_MS,
        maxStalledCount: MOST_LEFT_BEHIND,
        runRetryDelay: RETRY_MS,
      },
    );
    // Told only once the queue has accepted the result: until then the job was still this worker's.
    worker.on('completed', (job, outcomes) => {
      this.#tell(job, { kind: 'done', outcomes: Buffer.from(outcomes, 'base64') });
    });
    worker.on('failed', (job, { message }) => {
      if (job) this.#tell(job, { kind: 'given-up', reason: message });
    });
    worker.on('stalled', (job) => {
      log.warn({ job }, 'a worker died or froze: its job is done again');
    });
    // For example when it was frozen for long, and another worker has its job.
    worker.on('error', ({ message }) => {
      if (redis.isUp) log.warn({ lane, fault: message }, 'the queue refused something');
    });
    return worker;
  }

  async #counted(lane: Lane, work: () => Promise<string>): Promise<string> {
    const { onJob } = this.options;
    const fromMs = performance.now();
    this.#busy += 1;
    try {
      const done = await work();
      onJob?.(lane, 'done', performance.now() - fromMs);
      return done;
    } catch (error) {
      const isBack = error instanceof WaitingError || error instanceof DelayedError;
      onJob?.(lane, isBack ? 'given-back' : 'failed', performance.now() - fromMs);
      throw error;
    } finally {
      this.#busy -= 1;
    }
  }

  async #work(job: Job<JobData, string>, token: string | undefined): Promise<string> {
    const outcomes = await Promise.race([this.#outcomes(job, token), this.#givingBack]);
    if (!outcomes) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const { bytes, blobs } = pack(outcomes);
    await this.#content.putBlobs(blobs);
    return bytes.toString('base64');
  }

  /** The outcomes of its calls, in order; none if content that they refer to is gone. */
  async #outcomes(
    job: Job<JobData, string>,
    token: string | undefined,
  ): Promise<readonly Outcome[]> {
    const packed = Buffer.from(job.data.calls, 'base64');
    let calls: readonly Call[];
    let held: HeldUploads;
    try {
      calls = unpack(packed, await this.#content.blobs(blobsOf(packed))) as readonly Call[];
      held = await this.#uploads.hold(uploadsOf(calls));
    } catch (error) {
      if (error instanceof ContentGone) return [];
      throw error;
    }
    try {
      if (!calls.every((call) => this.#canCompute(call))) {
        if (job.attemptsStarted > MOST_NOT_HERE)
          throw new Error('no worker computes on its backend');
        await job.moveToDelayed(steadyNowMs() + NOT_HERE_MS, token);
        throw new DelayedError();
      }
      handOver(held.inHand, calls);
      const unprepared = await this.#prepared.bring(preparedOf(calls));
      const outcomes = await this.#all(job, calls);
      // Before the results are told: the next task may well go to another worker.
      await this.#prepared.offer(unprepared);
      return outcomes;
    } finally {
      held.letGo();
    }
  }

  async #all(job: Job<JobData, string>, calls: readonly Call[]): Promise<readonly Outcome[]> {
    const { pool } = this.options;
    const turn = { left: calls.length };
    const flags = calls.map(() => new AbortController());
    const raise = flags.map((flag) => () => {
      flag.abort();
    });
    const listenNoMore = this.#stops.listen(job.id ?? '', raise);
    try {
      const outcomes = calls.map((call, at) => {
        const stop = flags[at]?.signal ?? AbortSignal.abort();
        const onProgress = (progress: StepProgress): void => {
          this.#tell(job, { kind: 'progress', at, progress });
        };
        return outcomeOf(call, { pool, stop, turn, onProgress });
      });
      return await Promise.all(outcomes);
    } finally {
      listenNoMore();
    }
  }

  #canCompute(call: Call): boolean {
    const backend = backendOf(call);
    return backend === undefined || backend === 'fused' || this.options.backends.includes(backend);
  }

  #tell({ id = '', data }: Job<JobData, string>, news: News): void {
    const message = serialize({ job: id, ...news } satisfies NewsOfJob);
    // If it is lost, the front looks for the result itself.
    this.options.redis.now.publish(newsChannel(data.sender), message).catch(() => undefined);
  }
}
