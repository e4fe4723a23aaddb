/** Coming to Slack, and back to it: tried until it works, or until it never will. */
import { setTimeout as delay } from 'node:timers/promises';
import { faultOf } from './errors.js';

export interface Patience {
  /** Before the second try; doubled each time, and somewhat more by chance. */
  readonly firstMs: number;
  readonly closing: AbortSignal;
  readonly failed: (err: unknown, againInMs: number) => void;
}

const MAX_WAIT_MS = 5 * 60_000;
/** Up to so much of a wait is added by chance: all that lost Slack together must not come back together. */
const JITTER = 0.5;

/** Before try number `tries` + 1, after `tries` have failed; in ms. */
export function backoffMs(firstMs: number, tries: number): number {
  return Math.min(firstMs * 2 ** (tries - 1), MAX_WAIT_MS) * (1 + JITTER * Math.random());
}

/** @throws what Slack said when no trying again mends it; anything when we are closing */
export async function untilItWorks<T>(
  attempt: () => Promise<T>,
  { firstMs, closing, failed }: Patience,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (err) {
      const fault = faultOf(err);
      // Connecting is all there is to do: whatever may pass is waited out.
      if (closing.aborted || fault.kind === 'operator') throw err;
      const askedMs = fault.kind === 'passing' ? (fault.retryAfterMs ?? 0) : 0;
      const waitMs = Math.max(backoffMs(firstMs, tries), askedMs);
      failed(err, waitMs);
      await delay(waitMs, undefined, { signal: closing });
    }
  }
}
