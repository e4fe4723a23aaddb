/**
 * Each version has queues of its own, which an update leaves behind: deletes those that nobody uses any
 * more.
 */
import { Queue } from 'bullmq';
import type { RunLog } from '../runs/ports.js';
import { lanes, queueName, queuePrefix } from './names.js';
import type { Redis, RedisServer } from './redis.js';
import { readRoll } from './roll.js';

interface OldQueuesOptions {
  readonly redis: RedisServer;
  /** This front's own version. */
  readonly version: string;
  readonly log: Pick<RunLog, 'info'>;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** At once if Redis is up, otherwise as soon as it is, and daily from then on. */
export function keepDroppingOldQueues(options: OldQueuesOptions): void {
  const drop = (): void => {
    // Redis went down meanwhile: try again another day.
    dropOldQueues(options).catch(() => undefined);
  };
  void options.redis.up().then(drop);
  setInterval(drop, DAY_MS).unref();
}

/** Deletes the queues of versions that no process has and in which nothing has happened for a day. */
export async function dropOldQueues({ redis, version, log }: OldQueuesOptions): Promise<void> {
  const { workers, fronts } = await readRoll(redis.now);
  const versions = [version, ...[...workers, ...fronts].map((process) => process.version)];
  const used = new Set(versions.flatMap((of) => lanes.map((lane) => queueName(lane, of))));
  const dropped: string[] = [];
  for (const name of await queuesIn(redis.now)) {
    if (used.has(name) || (await quietMs(redis.now, name)) < DAY_MS) continue;
    const queue = new Queue(name, {
      ...{ connection: redis.now, prefix: queuePrefix, skipMetasUpdate: true },
    });
    queue.on('error', () => undefined);
    // Their jobs are of fronts that are gone: nobody waits for them.
    await queue.obliterate({ force: true });
    await queue.close();
    dropped.push(name);
  }
  if (dropped.length > 0) log.info({ dropped }, 'queues that nobody used for a day are removed');
}

/** BullMQ keeps no list of its queues, but each has this key. */
async function queuesIn(redis: Redis): Promise<readonly string[]> {
  const [before, behind] = [`${queuePrefix}:`, ':meta'];
  const names = new Set<string>();
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${before}*${behind}`, 'COUNT', 1_000);
    for (const key of keys) names.add(key.slice(before.length, -behind.length));
    cursor = next;
  } while (cursor !== '0');
  return [...names];
}

/** How long ago something last happened in a queue, by Redis's clock, which its events are named by. */
async function quietMs(redis: Redis, name: string): Promise<number> {
  const [last] = await redis.xrevrange(`${queuePrefix}:${name}:events`, '+', '-', 'COUNT', 1);
  const [seconds] = await redis.time();
  const [at = '0'] = (last?.[0] ?? '0').split('-');
  return Number(seconds) * 1_000 - Number(at);
}
