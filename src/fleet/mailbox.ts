/** A front's end of the queue: where it puts jobs, and gets news of them. */
import { randomUUID } from 'node:crypto';
import { deserialize } from 'node:v8';
import { Queue } from 'bullmq';
import type { Errand } from './errand.js';
import type { JobData, NewsOfJob } from './messages.js';
import { lanes, newsChannel, queueName, queuePrefix, type Lane } from './names.js';
import type { Redis, RedisServer } from './redis.js';

export interface MailboxOptions {
  readonly redis: RedisServer;
  readonly version: string;
  readonly onNews: (news: NewsOfJob) => void;
  /** How long outcomes are kept for a front that missed the news, in s; only tests give less. */
  readonly keptSeconds?: number;
}

export type Found =
  /** It is waiting, or a worker is on it. */
  | { readonly kind: 'there' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'done'; readonly outcomes: Buffer }
  | { readonly kind: 'given-up'; readonly reason: string };

const KEPT_SECONDS = 60;
/** At most this many outcomes are kept. */
const MOST_KEPT = 200;

/** The state of jobs that are in Redis, finished or not. */
const states = ['completed', 'failed', 'active', 'wait', 'delayed'] as const;

export class Mailbox {
  readonly #sender = randomUUID();
  readonly #queues = new Map<Lane, Queue<JobData, string>>();
  readonly #ear: Redis;
  readonly #kept: { readonly age: number; readonly count: number };
  /** Starts again whenever something is sent or heard. */
  readonly #untilQuiet: NodeJS.Timeout;

  constructor(private readonly options: MailboxOptions) {
    const { redis, onNews, keptSeconds: age = KEPT_SECONDS } = options;
    this.#kept = { age, count: MOST_KEPT };
    // Twice as long, as the clocks of other machines may be some seconds off.
    this.#untilQuiet = setTimeout(() => void this.#clean(), 2 * age * 1_000).unref();
    this.#ear = redis.open({ whenAway: 'wait' });
    this.#ear.on('messageBuffer', (_, message: Buffer) => {
      this.#untilQuiet.refresh();
      onNews(deserialize(message) as NewsOfJob);
    });
    void this.#ear.subscribe(newsChannel(this.#sender)).catch(() => undefined);
  }

  /** @param calls packed */
  async add({ id, lane }: Errand, calls: Buffer): Promise<void> {
    this.#untilQuiet.refresh();
    await this.#queue(lane).add(
      'calls',
      { sender: this.#sender, calls: calls.toString('base64') },
      { jobId: id, removeOnComplete: this.#kept, removeOnFail: this.#kept },
    );
  }

  async lookFor({ id, lane }: Errand): Promise<Found> {
    const queue = this.#queue(lane);
    const state = await queue.getJobState(id);
    if (state === 'unknown') return { kind: 'missing' };
    if (state !== 'completed' && state !== 'failed') return { kind: 'there' };
    const job = await queue.getJob(id);
    if (!job) return { kind: 'missing' };
    if (state === 'failed') return { kind: 'given-up', reason: job.failedReason };
    return { kind: 'done', outcomes: Buffer.from(job.returnvalue, 'base64') };
  }

  /** @returns whether nobody had begun it */
  async takeBack({ id, lane }: Errand): Promise<boolean> {
    const { redis } = this.options;
    return (
      redis.isUp &&
      (await this.#queue(lane)
        .remove(id)
        .catch(() => 0)) === 1
    );
  }

  close(): void {
    clearTimeout(this.#untilQuiet);
    this.#ear.disconnect();
    for (const queue of this.#queues.values()) queue.close().catch(() => undefined);
  }

  /**
   * Deletes finished jobs that have expired. BullMQ does so only when another job finishes, so nobody
   * would after the last one. Never rejects.
   */
  async #clean(): Promise<void> {
    let left = 1;
    try {
      const queues = lanes.map((lane) => this.#queue(lane));
      for (const queue of queues) {
        await queue.clean(this.#kept.age * 1_000, 0, 'completed');
        await queue.clean(this.#kept.age * 1_000, 0, 'failed');
      }
      const counts = await Promise.all(queues.map((queue) => queue.getJobCountByTypes(...states)));
      left = counts.reduce((sum, count) => sum + count, 0);
    } catch {
      // Redis is down: later.
    }
    if (left > 0) this.#untilQuiet.refresh();
  }

  /** Opened when Redis is up; if it goes down meanwhile, the next call opens another. */
  #queue(lane: Lane): Queue<JobData, string> {
    const { redis, version } = this.options;
    if (!redis.isUp) throw new Error('Redis is away');
    const open = this.#queues.get(lane);
    if (open) return open;
    const queue = new Queue<JobData, string>(queueName(lane, version), {
      ...{ connection: redis.now, prefix: queuePrefix },
      // Nobody reads them.
      streams: { events: { maxLen: 10 } },
    });
    // The connection reports its own errors.
    queue.on('error', () => undefined);
    queue.waitUntilReady().catch(() => this.#queues.delete(lane));
    this.#queues.set(lane, queue);
    return queue;
  }
}
