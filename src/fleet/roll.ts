/**
 * Which workers and fronts are alive, in Redis: a key for each, which expires soon after its last beat,
 * by Redis's clock only. Each operation is one script, so nobody sees half of it.
 */
import type { WorkerBeat } from './beats.js';
import type { Redis } from './redis.js';

const WORKERS = 'tutor:workers';
const FRONTS = 'tutor:fronts';
const workerKey = (id: string): string => `tutor:worker:${id}`;
const frontKey = (front: string): string => `tutor:front:${front}`;

export interface FrontBeat {
  readonly front: string;
  readonly version: string;
  readonly demand: number;
}

export interface Roll {
  readonly workers: readonly WorkerBeat[];
  readonly fronts: readonly FrontBeat[];
}

/** Reading the index removes those that are gone. */
const READ = `
  local function living(index, read)
    local found = {}
    for _, key in ipairs(redis.call('SMEMBERS', index)) do
      if redis.call('EXISTS', key) == 1 then found[#found + 1] = read(key)
      else redis.call('SREM', index, key) end
    end
    return found
  end
  return {
    living(KEYS[1], function(key) return redis.call('GET', key) end),
    living(KEYS[2], function(key)
      return { key, unpack(redis.call('HMGET', key, 'version', 'demand')) }
    end),
  }`;

const TELL_WORKER = `
  redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
  redis.call('SADD', KEYS[1], KEYS[2])`;

/**
 * What is left beside the shares that the other fronts hold: in whatever order they take turns, no slot
 * is given out twice.
 */
const TAKE_SHARE = `
  local taken = 0
  for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    local other = redis.call('HMGET', key, 'version', 'share')
    if key ~= KEYS[2] and other[1] == ARGV[1] then taken = taken + tonumber(other[2]) end
  end
  local share = math.max(0, math.min(tonumber(ARGV[3]), tonumber(ARGV[4]) - taken))
  redis.call('HSET', KEYS[2], 'version', ARGV[1], 'demand', ARGV[2], 'share', share)
  redis.call('PEXPIRE', KEYS[2], ARGV[5])
  redis.call('SADD', KEYS[1], KEYS[2])
  return share`;

const LEAVE = `
  redis.call('DEL', KEYS[2])
  redis.call('SREM', KEYS[1], KEYS[2])`;

export async function readRoll(redis: Redis): Promise<Roll> {
  const [workers, fronts] = (await redis.eval(READ, 2, WORKERS, FRONTS)) as [
    string[],
    [string, string, string][],
  ];
  return {
    workers: workers.map((beat) => JSON.parse(beat) as WorkerBeat),
    fronts: fronts.map(([key, version, demand]) => ({
      front: key.slice(frontKey('').length),
      version,
      demand: Number(demand),
    })),
  };
}

export async function tellWorker(redis: Redis, beat: WorkerBeat, forMs: number): Promise<void> {
  await redis.eval(TELL_WORKER, 2, WORKERS, workerKey(beat.id), JSON.stringify(beat), forMs);
}

/**
 * Records a front's beat, and takes as many slots as it wants and the others have left.
 * @param wanted its share if no other front held too many
 * @param slots of all workers of its version
 * @returns its share
 */
export async function takeShare(
  redis: Redis,
  { front, version, demand }: FrontBeat,
  wanted: number,
  slots: number,
  forMs: number,
): Promise<number> {
  const told = [version, demand, wanted, slots, forMs];
  return (await redis.eval(TAKE_SHARE, 2, FRONTS, frontKey(front), ...told)) as number;
}

export async function leaveAsWorker(redis: Redis, id: string): Promise<void> {
  await redis.eval(LEAVE, 2, WORKERS, workerKey(id));
}

export async function leaveAsFront(redis: Redis, front: string): Promise<void> {
  await redis.eval(LEAVE, 2, FRONTS, frontKey(front));
}
