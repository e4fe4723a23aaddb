/**
 * Stops tasks, in two ways: by a message to all workers, and by a key that survives a lost message, a
 * worker's death and a restart of Redis.
 */
import { stopChannel, stopKey } from './names.js';
import type { Redis, RedisServer } from './redis.js';

/** As long as a returned task may wait for a worker. */
const STOP_SECONDS = 10 * 60;
/** How often a worker checks for stops whose message it missed, in ms. */
const LOOK_MS = 1_000;

/** @param at the index of the job's call */
export async function askToStop(redis: Redis, job: string, at: number): Promise<void> {
  await redis
    .pipeline()
    .set(stopKey(job, at), '1', 'EX', STOP_SECONDS)
    .publish(stopChannel, `${job} ${at}`)
    .exec();
}

/** A worker's side: hears which of its calls have to stop. */
export class Stops {
  /** For all calls under way: the key, and the function that raises the flag. */
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
   * A stop from before is found as well, a moment later.
   * @param raise by the call's index; may be called again
   * @returns a function that stops listening
   */
  listen(job: string, raise: readonly (() => void)[]): () => void {
    const keys = raise.map((_, at) => stopKey(job, at));
    // First, so that no stop is missed between checking and listening.
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
    // Redis is down: the next check finds it.
    const found = await this.redis.now.mget(...keys).catch(() => []);
    for (const [index, value] of found.entries()) {
      if (value !== null) this.#underWay.get(keys[index] ?? '')?.();
    }
  }
}
