/**
 * What all fronts of a bot share: the number of shards, and when shards last identified, so that they
 * take turns in each of Discord's buckets and do not exceed the sessions that may be started before the
 * next reset. Uses Redis's clock only.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { RedisServer } from './redis.js';

/** How long to wait for an answer, in ms: a frozen Redis never answers. */
const ANSWERS_WITHIN_MS = 3_000;

/** How long after the last front that uses a number of shards another number may be agreed on. */
const AGREED_MS = 120_000;
const RENEW_MS = 30_000;

/** The first front's number holds for all of them. */
const AGREE = `
redis.call('SET', KEYS[1], ARGV[1], 'NX')
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('GET', KEYS[1])
`;

/**
 * One script, so that two fronts never take the same turn. Returns nothing when turn and session were
 * taken.
 */
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
  /** The bot's token. It is a secret: only a hash of it is used in Redis. */
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
   * @param told what Discord says about the sessions that may still be started
   * @param everyMs between two identifies of a bucket
   * @returns undefined when turn and session were taken; otherwise in how many ms to ask again. Rejects
   * when Redis is down.
   */
  async take(
    bucket: number,
    told: { readonly remaining: number; readonly resetAfterMs: number },
    everyMs: number,
  ): Promise<{ readonly waitMs: number; readonly until: 'turn' | 'sessions' } | undefined> {
    const name = `tutor:discord:${this.#bot}`;
    const [turn, sessions] = [`${name}:turn:${bucket}`, `${name}:sessions`];
    const untilResetMs = Math.max(1, Math.ceil(told.resetAfterMs));
    const given = [everyMs, told.remaining, untilResetMs];
    const answer = await this.#run(TAKE, [turn, sessions], given);
    // As the script returns it.
    const [waitMs, until] = answer as readonly [] | readonly [number, 'turn' | 'sessions'];
    return waitMs === undefined || until === undefined ? undefined : { waitMs, until };
  }

  /**
   * @returns the number of shards that all fronts use: the first one's
   * @param signal aborted when this front no longer uses it
   */
  async agree(wanted: number, signal: AbortSignal): Promise<number> {
    const key = `tutor:discord:${this.#bot}:shards`;
    const agreed = Number(await this.#run(AGREE, [key], [wanted, AGREED_MS]));
    const renew = (): void => {
      // If Redis is down now, it will be back before the number expires.
      this.#run(AGREE, [key], [agreed, AGREED_MS]).catch(() => undefined);
    };
    const timer = setInterval(renew, RENEW_MS).unref();
    signal.addEventListener('abort', () => {
      clearInterval(timer);
    });
    return agreed;
  }

  /** @throws when Redis is down or does not answer */
  async #run(script: string, keys: readonly string[], given: readonly number[]): Promise<unknown> {
    const told = this.#redis.now.eval(script, keys.length, ...keys, ...given);
    const late = delay(ANSWERS_WITHIN_MS, undefined, { ref: false });
    const answer: unknown = await Promise.race([told, late]);
    if (answer === undefined || answer === null) throw new Error('Redis does not answer');
    return answer;
  }
}
