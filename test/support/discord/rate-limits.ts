/** Discord's rate limits: buckets with windows, announced in headers, enforced with 429. */
import type { FakeClock } from '../fake-clock.js';
import { ApiProblem } from './problems.js';

export interface BucketSize {
  readonly limit: number;
  readonly windowMs: number;
}

interface Window {
  used: number;
  endsAtMs: number;
}

export class RateLimits {
  readonly #windows = new Map<string, Window>();
  /** Windows end this much later than the headers say, as clocks and caches differ. */
  resetsLateMs = 0;

  constructor(private readonly clock: FakeClock) {}

  /**
   * Takes one request out of a bucket.
   * @returns the rate limit headers for the answer
   * @throws ApiProblem 429 if the bucket is empty
   */
  take(bucket: string, { limit, windowMs }: BucketSize, code?: number): Record<string, string> {
    const now = this.clock.nowMs();
    let window = this.#windows.get(bucket);
    if (!window || now >= window.endsAtMs + this.resetsLateMs) {
      window = { used: 0, endsAtMs: now + windowMs };
      this.#windows.set(bucket, window);
    }
    window.used += 1;
    const resetAfter = Math.max(0, window.endsAtMs - now) / 1_000;
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - window.used)),
      'x-ratelimit-reset': String(window.endsAtMs / 1_000),
      'x-ratelimit-reset-after': resetAfter.toFixed(3),
      'x-ratelimit-bucket': bucketHash(bucket),
    };
    if (window.used > limit) throw tooMany(resetAfter, headers, 'user', code);
    return headers;
  }
}

export function tooMany(
  retryAfter: number,
  headers: Readonly<Record<string, string>>,
  scope: 'user' | 'global' | 'shared',
  code?: number,
): ApiProblem {
  const isGlobal = scope === 'global';
  return new ApiProblem(
    429,
    code ?? 0,
    'You are being rate limited.',
    {
      ...headers,
      // Whole seconds, rounded up, as Discord's proxy writes it.
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(isGlobal && { 'x-ratelimit-global': 'true' }),
    },
    { retry_after: retryAfter, global: isGlobal },
  );
}

/** Discord's bucket names identify the kind of limit, not the channel or user. */
function bucketHash(bucket: string): string {
  return bucket.replace(/\s.*/, '');
}
