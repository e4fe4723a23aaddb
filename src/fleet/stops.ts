/**
 * What is to stop, said twice: to all workers at once, and by a key that outlives a lost message, a worker
 * and a restart of Redis.
 */
import { stopChannel, stopKey } from './names.js';
import type { Redis, RedisServer } from './redis.js';

/** As long as a task that was given back may wait for a worker. */
const STOP_SECONDS = 10 * 60;
/** How often a worker looks for what it has not heard. */
const LOOK_MS = 1_000;

/** @param at which of the job's calls */
export async function askToStop(redis: Redis, job: string, at: number): Promise<void> {
  await redis
    .pipeline()
    .set(stopKey(job, at), '1', 'EX', STOP_SECONDS)
    .publish(stopChannel, `${job} ${at}`)
    .exec();
}

/** A worker's ear for what is to stop. */
export class Stops {
  /** Key and what raises its flag, for all calls under way. */
  readonly #underWay = new Map<string, () => void>();
  readonly #ear: Redis;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly redis: RedisServer) {
    this.#ear = redis.open({ whenAway: 'wait' });
    this.#ear.on('message', (_, message) => {
      const [job = '', at = ''] = message.split(' ');
      this.#underWay.get(stopKey(job, Number(at)))?.();
    });
  }

  async start(): Promise<void> {
    await this.#ear.subscribe(stopChannel);
    this.#timer = setInterval(() => {
      void this.#look([...this.#underWay.keys()]);
    }, LOOK_MS);
  }

  /**
   * What was said earlier is found as well, a moment later.
   * @param raise by the call's place; may be called again
   * @returns what ends the listening
   */
  listen(job: string, raise: readonly (() => void)[]): () => void {
    const keys = raise.map((_, at) => stopKey(job, at));
    // First, so that nothing is said between looking and listening.
    for (const [at, key] of keys.entries()) this.#underWay.set(key, raise[at] ?? (() => undefined));
    void this.#look(keys);
    return () => {
      for (const key of keys) this.#underWay.delete(key);
    };
  }

  close(): void {
    clearInterval(this.#timer);
    this.#ear.disconnect();
  }

  async #look(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    // Redis away: the next look finds it.
    const found = await this.redis.now.mget(...keys).catch(() => []);
    for (const [index, value] of found.entries()) {
      if (value !== null) this.#underWay.get(keys[index] ?? '')?.();
    }
  }
}
