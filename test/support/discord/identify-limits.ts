/**
 * How often sessions may be begun: one of a bucket in so many ms, and so many in all until the next reset
 * (discord-api-docs `events/gateway`, Rate Limiting and Sharding). In real time, as discord.js waits in it.
 */
export interface IdentifyLimitOptions {
  /** 5 s on Discord; 0 where nobody looks at it. */
  readonly everyMs?: number;
  readonly maxConcurrency?: number;
  readonly total?: number;
  /** Of the sessions that may be begun in all. */
  readonly resetAfterMs?: number;
}

export interface BrokenLimit {
  readonly shard: number;
  readonly why: 'bucket' | 'sessions';
}

export class IdentifyLimits {
  /** Every identify that came too early, or after the last session. */
  readonly broken: BrokenLimit[] = [];
  /** Shards in the order in which they identified, and when. */
  readonly taken: { readonly shard: number; readonly atMs: number }[] = [];
  readonly #options: Required<IdentifyLimitOptions>;
  readonly #lastMs = new Map<number, number>();
  #used = 0;
  #resetsAtMs: number;

  constructor(options: IdentifyLimitOptions = {}) {
    this.#options = {
      ...{ everyMs: 0, maxConcurrency: 1, total: 1_000, resetAfterMs: 86_400_000 },
      ...options,
    };
    this.#resetsAtMs = performance.now() + this.#options.resetAfterMs;
  }

  /** As `GET /gateway/bot` tells them. */
  get json(): object {
    this.#reset();
    const { total, maxConcurrency } = this.#options;
    return {
      total,
      remaining: Math.max(0, total - this.#used),
      reset_after: Math.ceil(this.#resetsAtMs - performance.now()),
      max_concurrency: maxConcurrency,
    };
  }

  /** @returns undefined when the session may begin */
  take(shard: number): BrokenLimit['why'] | undefined {
    this.#reset();
    const { total, everyMs, maxConcurrency } = this.#options;
    const now = performance.now();
    const bucket = shard % maxConcurrency;
    const lastMs = this.#lastMs.get(bucket);
    this.#used += 1;
    this.taken.push({ shard, atMs: now });
    const isEarly = lastMs !== undefined && now - lastMs < everyMs;
    // Who is refused keeps nobody waiting, or those that try again at once would never come in.
    if (!isEarly) this.#lastMs.set(bucket, now);
    const why = this.#used > total ? 'sessions' : isEarly ? 'bucket' : undefined;
    if (why !== undefined) this.broken.push({ shard, why });
    return why;
  }

  #reset(): void {
    const { resetAfterMs } = this.#options;
    if (performance.now() < this.#resetsAtMs) return;
    this.#resetsAtMs = performance.now() + resetAfterMs;
    this.#used = 0;
  }
}
