/**
 * How often sessions may start: one per bucket in so many ms, and so many in total until the next reset
 * (discord-api-docs `events/gateway`, Rate Limiting and Sharding). In real time, as discord.js waits in real
 * time.
 */
export interface IdentifyLimitOptions {
  /** 5 s on Discord; 0 where a test does not care. */
  readonly everyMs?: number;
  readonly maxConcurrency?: number;
  readonly total?: number;
  /** When the total number of session starts resets. */
  readonly resetAfterMs?: number;
}

export interface BrokenLimit {
  readonly shard: number;
  readonly why: 'bucket' | 'sessions';
}

export class IdentifyLimits {
  /** Every identify that came too early, or after the last allowed session. */
  readonly broken: BrokenLimit[] = [];
  /** Shards in the order they identified, with the time. */
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

  /** In the format of `GET /gateway/bot`. */
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

  /** @returns undefined if the session may start */
  take(shard: number): BrokenLimit['why'] | undefined {
    this.#reset();
    const { total, everyMs, maxConcurrency } = this.#options;
    const now = performance.now();
    const bucket = shard % maxConcurrency;
    const lastMs = this.#lastMs.get(bucket);
    this.#used += 1;
    this.taken.push({ shard, atMs: now });
    const isEarly = lastMs !== undefined && now - lastMs < everyMs;
    // A refused identify does not delay others; otherwise clients that retry at once would never get in.
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
