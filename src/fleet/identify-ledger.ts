/**
 * Which shards of a bot have identified lately, over all its fronts: a turn of each of Discord's buckets, and
 * what is left of the sessions that may be begun until the next reset. By Redis' clock alone.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { RedisServer } from './redis.js';

/** A frozen Redis answers nothing. */
const ANSWERS_WITHIN_MS = 3_000;

/** In one step, so that two fronts never take the same turn. Returns nothing when they are taken. */
const TAKE = `
local turn = redis.call('PTTL', KEYS[1])
if turn > 0 then return {turn, 'turn'} end
local told = tonumber(ARGV[2])
local left = tonumber(redis.call('GET', KEYS[2]) or '-1')
if left < 0 then
  left = told
  redis.call('SET', KEYS[2], left, 'PX', ARGV[3])
elseif told < left then
  left = told
  redis.call('SET', KEYS[2], left, 'KEEPTTL')
end
if left <= 0 then return {redis.call('PTTL', KEYS[2]), 'sessions'} end
redis.call('DECR', KEYS[2])
redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
return {}
`;

export interface IdentifyLedgerOptions {
  readonly redis: Pick<RedisServer, 'now'>;
  /** Whose shards they are. It is a secret: what names it in Redis cannot be turned back. */
  readonly token: string;
}

export class IdentifyLedger {
  readonly #redis: Pick<RedisServer, 'now'>;
  readonly #bot: string;

  constructor({ redis, token }: IdentifyLedgerOptions) {
    this.#redis = redis;
    this.#bot = createHash('sha256').update(token).digest('hex').slice(0, 16);
  }

  /**
   * @param told what Discord says of the sessions that may still be begun
   * @param everyMs between two identifies of a bucket
   * @returns undefined when turn and session are taken; otherwise in how many ms to ask again. Rejects when
   *   Redis is away.
   */
  async take(
    bucket: number,
    told: { readonly remaining: number; readonly resetAfterMs: number },
    everyMs: number,
  ): Promise<{ readonly waitMs: number; readonly until: 'turn' | 'sessions' } | undefined> {
    const name = `tutor:discord:${this.#bot}`;
    const [turn, sessions] = [`${name}:turn:${bucket}`, `${name}:sessions`];
    const untilResetMs = Math.max(1, Math.ceil(told.resetAfterMs));
    const taken = this.#redis.now.eval(
      ...([TAKE, 2, turn, sessions, everyMs, told.remaining, untilResetMs] as const),
    );
    const late = delay(ANSWERS_WITHIN_MS, undefined, { ref: false });
    const answer = await Promise.race([taken, late]);
    if (answer === undefined) throw new Error('Redis does not answer');
    // The script's own.
    const [waitMs, until] = answer as readonly [] | readonly [number, 'turn' | 'sessions'];
    return waitMs === undefined || until === undefined ? undefined : { waitMs, until };
  }
}
