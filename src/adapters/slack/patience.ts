/** Coming to Slack, and back to it: tried until it works, or until it never will. */
import { setTimeout as delay } from 'node:timers/promises';
import { isHopeless } from './errors.js';

export interface Patience {
  /** Before the second try; doubled each time. */
  readonly firstMs: number;
  readonly closing: AbortSignal;
  readonly failed: (err: unknown, againInMs: number) => void;
}

const MAX_WAIT_MS = 5 * 60_000;

/** @throws what Slack said when no trying again mends it; anything when we are closing */
export async function untilItWorks<T>(
  attempt: () => Promise<T>,
  { firstMs, closing, failed }: Patience,
): Promise<T> {
  for (let waitMs = firstMs; ; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    try {
      return await attempt();
    } catch (err) {
      if (closing.aborted || isHopeless(err)) throw err;
      failed(err, waitMs);
      await delay(waitMs, undefined, { signal: closing });
    }
  }
}
