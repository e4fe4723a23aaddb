/** Connecting to Discord with backoff: retried until it works, or until it never will. */
import { setTimeout as delay } from 'node:timers/promises';
import type { DiscordLog } from './log.js';
import { adviceFor } from './operator.js';

export interface BackoffOptions {
  readonly log: DiscordLog;
  readonly closing: AbortSignal;
  /** Initial backoff; doubled each time. */
  readonly reconnectMs?: number | undefined;
}

const FIRST_RECONNECT_MS = 5_000;
const MAX_RECONNECT_MS = 5 * 60_000;

/** @returns undefined when it never will work (the log says why), or when we are closing */
export async function untilItWorks<T>(
  attempt: () => Promise<T>,
  { log, closing, reconnectMs = FIRST_RECONNECT_MS }: BackoffOptions,
): Promise<T | undefined> {
  for (
    let waitMs = reconnectMs;
    !closing.aborted;
    waitMs = Math.min(waitMs * 2, MAX_RECONNECT_MS)
  ) {
    try {
      return await attempt();
    } catch (err) {
      if (isAborted(closing)) break;
      const advice = adviceFor(err);
      if (advice !== undefined) {
        log.error({ err }, `Discord: ${advice}`);
        return undefined;
      }
      log.warn({ err, againInMs: waitMs }, 'Discord: could not connect, trying again');
      await delay(waitMs, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return undefined;
}

/** `closing` may have been aborted during the attempt. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
