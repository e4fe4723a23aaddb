/** A front's end of the queue: what it puts there, and where it hears what became of it. */
import { randomUUID } from 'node:crypto';
import { deserialize } from 'node:v8';
import { Queue } from 'bullmq';
import type { Errand } from './errand.js';
import type { JobData, NewsOfJob } from './messages.js';
import { newsChannel, queueName, queuePrefix, type Lane } from './names.js';
import type { Redis, RedisServer } from './redis.js';

export interface MailboxOptions {
  readonly redis: RedisServer;
  readonly version: string;
  readonly onNews: (news: NewsOfJob) => void;
}

export type Found =
  /** It waits, or a worker is about it. */
  | { readonly kind: 'there' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'done'; readonly outcomes: Buffer }
  | { readonly kind: 'given-up'; readonly reason: string };

/** What became of errands is kept for whoever missed the news: so long, in s, and so many at most. */
const KEPT = { age: 60, count: 200 };

export class Mailbox {
  readonly #sender = randomUUID();
  readonly #queues: Readonly<Record<Lane, Queue<JobData, string>>>;
  readonly #ear: Redis;

  constructor({ redis, version, onNews }: MailboxOptions) {
    const open = (lane: Lane): Queue<JobData, string> => {
      const queue = new Queue<JobData, string>(queueName(lane, version), {
        connection: redis.now,
        prefix: queuePrefix,
        // What cannot be sent is sent later: nothing is to wait in a line that nobody sees.
        skipWaitingForReady: true,
        // Nobody reads them.
        streams: { events: { maxLen: 10 } },
      });
      // The connection tells of itself.
      queue.on('error', () => undefined);
      return queue;
    };
    this.#queues = { training: open('training'), desk: open('desk') };
    this.#ear = redis.open({ whenAway: 'wait' });
    this.#ear.on('messageBuffer', (_, message: Buffer) => {
      onNews(deserialize(message) as NewsOfJob);
    });
    void this.#ear.subscribe(newsChannel(this.#sender)).catch(() => undefined);
  }

  /** @param calls as they are packed */
  async add({ id, lane }: Errand, calls: Buffer): Promise<void> {
    await this.#queues[lane].add(
      'calls',
      { sender: this.#sender, calls: calls.toString('base64') },
      { jobId: id, removeOnComplete: KEPT, removeOnFail: KEPT },
    );
  }

  async lookFor({ id, lane }: Errand): Promise<Found> {
    const queue = this.#queues[lane];
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
    return (await this.#queues[lane].remove(id).catch(() => 0)) === 1;
  }

  /** Never rejects. */
  async close(): Promise<void> {
    this.#ear.disconnect();
    for (const queue of Object.values(this.#queues)) await queue.close().catch(() => undefined);
  }
}
