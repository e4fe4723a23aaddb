/** Reads Discord's responses with distrust: a proxy may have answered instead. */
import type { ResponseLike } from 'discord.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { ObservedLimit } from './bucket.js';
import { NotDiscordError } from './errors.js';

/**
 * Reads a response to its end within the time limit: discord.js applies its timeout only until the headers
 * are there. A body that nobody needs may be cut off: the request has taken effect.
 */
export async function textOf(
  response: Pick<ResponseLike, 'text'>,
  isWanted: boolean,
  timeoutMs: number,
): Promise<string> {
  const late = delay(timeoutMs, undefined, { ref: false });
  try {
    const text = await Promise.race([response.text(), late]);
    if (text === undefined) throw new NotDiscordError('an answer without an end');
    return text;
  } catch (error) {
    if (isWanted) throw error;
    return '';
  }
}

/** @throws NotDiscordError when the response is not Discord's, whose responses have no body or are JSON */
export function refuseOthers({ status, headers }: Pick<ResponseLike, 'status' | 'headers'>): void {
  const type = headers.get('content-type');
  if (type === null || type.startsWith('application/json')) return;
  throw new NotDiscordError(`HTTP ${status} as ${type}`);
}

/** Undefined when there is no body, whatever the status says. */
export function bodyOf(text: string): unknown {
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** The scope of the rate limit that the response reports. */
export function observed(
  headers: { get(name: string): string | null },
  askedAtMs: number,
): ObservedLimit | undefined {
  const limit = headers.get('x-ratelimit-limit');
  const remaining = headers.get('x-ratelimit-remaining');
  const resetAfter = headers.get('x-ratelimit-reset-after');
  if (limit === null || remaining === null || resetAfter === null) return undefined;
  return {
    limit: Number(limit),
    remaining: Number(remaining),
    resetAfterMs: Number(resetAfter) * 1000,
    askedAtMs,
  };
}
