/** Web API calls that must succeed: retried after a rate limit or a network fault. */
import type { WebClientOptions } from '@slack/web-api';
import { setTimeout as delay } from 'node:timers/promises';
import { inBrief, type ChatMessage } from '../../chat/message.js';
import type { UnderWay } from '../../chat/under-way.js';
import { faultOf } from './errors.js';
import { sdkLogger, type SlackLog } from './log.js';

const TIMEOUT_MS = 10_000;
const MAX_TRIES = 4;
/** Nobody waits for an answer longer than this. */
const MAX_WAIT_MS = 60_000;

/**
 * Disables the SDK's own retries: they would hold all the workspace's calls
 * for one rate limit, and go on for half an hour.
 * @param underWay what the calls are part of, where their answers matter to the end of the program
 */
export function clientOptions(
  apiUrl: string,
  log: SlackLog,
  underWay?: UnderWay,
): WebClientOptions {
  return {
    ...(underWay && { fetch: trackedFetch(underWay) }),
    slackApiUrl: apiUrl,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    logger: sdkLogger(log),
  };
}

function trackedFetch(underWay: UnderWay): NonNullable<WebClientOptions['fetch']> {
  return (url, { signal, ...rest } = {}) =>
    underWay.track((hangUp) =>
      fetch(url, { ...rest, signal: signal ? AbortSignal.any([signal, hangUp]) : hangUp }),
    );
}

/**
 * @param closing ends the wait between two tries
 * @throws the call's last error; at once when Slack refused
 */
export async function persistently<T>(call: () => Promise<T>, closing: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      const waitMs = pauseBefore(error, tried);
      if (waitMs === undefined || tried === MAX_TRIES) throw error;
      await delay(waitMs, undefined, { signal: closing });
    }
  }
}

/**
 * Sends a message in full, or, where Slack rejects that, its one-sentence fallback.
 * @throws as `send` does, where the fallback would be refused, too
 */
export async function asFarAsTaken<T>(
  message: ChatMessage,
  log: SlackLog,
  send: (message: ChatMessage) => Promise<T>,
): Promise<T> {
  try {
    return await send(message);
  } catch (err) {
    if (faultOf(err).kind !== 'body') throw err;
    log.warn({ err }, 'Slack: it does not take a message whole');
    return send(inBrief(message));
  }
}

/** Undefined: retrying will not help. */
function pauseBefore(error: unknown, tried: number): number | undefined {
  const fault = faultOf(error);
  if (fault.kind !== 'passing') return undefined;
  const { retryAfterMs = 200 * 4 ** (tried - 1) } = fault;
  return retryAfterMs <= MAX_WAIT_MS ? retryAfterMs : undefined;
}
