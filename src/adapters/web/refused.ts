/** A refused request: a status and one sentence for the person. */
import type { Context } from 'hono';
import type { Locale } from '../../content/locale.js';
import { translator, type MessageKey, type MessageParams } from '../../content/translator.js';
import { requestLocale } from './browser-locale.js';
import type { Wait } from './shared-pace.js';
import type { WireRefusal } from './wire.js';

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 410 | 413 | 415 | 429 | 503;
  /** For programs; people read the sentence. */
  readonly problem: string;
  readonly key: MessageKey;
  readonly params?: MessageParams;
  /** Retry-After, in ms. */
  readonly retryAfterMs?: number;
}

/** Thrown while handling a request; the person can fix it, so it is not logged. */
export class Refused extends Error {
  /** @param locale the person's language, where the request's body gives it */
  constructor(
    readonly refusal: Refusal,
    readonly locale?: Locale,
  ) {
    super(refusal.problem);
  }
}

export const unknownPerson: Refusal = {
  status: 401,
  problem: 'unknownPerson',
  key: 'room.unknownPerson',
};

/** A rate limit was exceeded: by this person, or by everybody. */
export function tooMuch({ whose, ms }: Wait, keys: Record<Wait['whose'], MessageKey>): Refusal {
  return { status: 429, problem: 'tooMuch', key: keys[whose], retryAfterMs: ms };
}

export function refuse(c: Context, { refusal, locale }: Refused, fallback: Locale): Response {
  const { status, problem, key, params, retryAfterMs } = refusal;
  const seconds =
    retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(retryAfterMs / 1000));
  const t = translator(locale ?? requestLocale(c, fallback));
  const message = t.plain(key, { ...params, ...(seconds !== undefined && { seconds }) });
  if (seconds !== undefined) c.header('Retry-After', String(seconds));
  return c.json({ problem, message } satisfies WireRefusal, status);
}
