/** Connecting and reconnecting to Slack with backoff: retried until it works, or until it never will. */
import { setTimeout as delay } from 'node:timers/promises';
import { faultOf } from './errors.js';

export interface BackoffOptions {
  /** Initial backoff; doubled each time, plus jitter. */
  readonly firstMs: number;
  readonly closing: AbortSignal;
  readonly failed: (err: unknown, againInMs: number) => void;
}

const MAX_WAIT_MS = 5 * 60_000;
/** Maximum jitter, as a share of the wait: connections lost together must not come back together. */
const JITTER = 0.5;

/** The wait after `tries` failed attempts; in ms. */
export function backoffMs(firstMs: number, tries: number): number {
  return Math.min(firstMs * 2 ** (tries - 1), MAX_WAIT_MS) * (1 + JITTER * Math.random());
}

/** @throws Slack's error when retrying cannot help; anything when we are closing */
export async function untilItWorks<T>(
  attempt: () => Promise<T>,
  { firstMs, closing, failed }: BackoffOptions,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (err) {
      const fault = faultOf(err);
      // There is nothing to do but connect: every transient fault is waited out.
      if (closing.aborted || fault.kind === 'operator') throw err;
      const askedMs = fault.kind === 'passing' ? (fault.retryAfterMs ?? 0) : 0;
      const waitMs = Math.max(backoffMs(firstMs, tries), askedMs);
      failed(err, waitMs);
      await delay(waitMs, undefined, { signal: closing });
    }
  }
}
