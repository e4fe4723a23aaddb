/** Discord's configuration: its gateway and this front's shards, or its interactions over HTTP. */
import { z } from 'zod';
import { apiUrl, port, withoutSlashes, wholeNumber, type Fault } from './values.js';

export interface DiscordConfig {
  readonly token: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  /** Total across all fronts. `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** The shards that this front listens to; all if not given. */
  readonly range?: ShardRange;
  /** Interactions arrive as HTTP requests on our own port, and no gateway is opened. */
  readonly http?: { readonly publicKey: string; readonly port: number };
}

/** A range of shards, counted from 0. */
export interface ShardRange {
  readonly first: number;
  /** Left out: up to the last shard. */
  readonly last?: number;
}

/** `0-3`, `4-` (all from 4 on) or `2`, counted from 0. */
const shardRange = z
  .string()
  .trim()
  .regex(/^\d{1,4}(-\d{0,4})?$/, {
    error: 'the first and the last shard, counted from 0, as 0-3; or 4- for all from 4 on',
  })
  .transform((given): ShardRange => {
    const [first = '', last] = given.split('-');
    if (last === undefined) return { first: Number(first), last: Number(first) };
    return last === '' ? { first: Number(first) } : { first: Number(first), last: Number(last) };
  });

export const discordVariables = {
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_API_URL: apiUrl.default('https://discord.com/api'),
  /** Total across all fronts; Discord requires more than one from 2,500 servers on. */
  SHARDS: z
    .union([z.literal('auto'), wholeNumber(1, 1_024, 'a number from 1 to 1024')], {
      error: 'a number from 1 to 1024, or auto',
    })
    .optional(),
  SHARD_RANGE: shardRange.optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .trim()
    .regex(/^[\da-f]{64}$/i, { error: 'the 64 hexadecimal digits of the developer portal' })
    .optional(),
  DISCORD_PORT: port.default(3002),
};

type DiscordEnvironment = z.infer<z.ZodObject<typeof discordVariables>>;

/** Maximum number of shards per front: each is a process. */
const MAX_OWN_SHARDS = 64;

export function discordFaults(env: DiscordEnvironment): Fault[] {
  const { SHARDS: shards, SHARD_RANGE: range, DISCORD_PUBLIC_KEY: publicKey } = env;
  const faults: Fault[] = [];
  if (publicKey !== undefined && env.DISCORD_TOKEN === undefined) {
    faults.push(['DISCORD_PUBLIC_KEY', 'it also needs DISCORD_TOKEN']);
  }
  const number = typeof shards === 'number' ? shards : undefined;
  if (range !== undefined) {
    const { first, last } = range;
    if (publicKey !== undefined) {
      faults.push([
        'SHARD_RANGE',
        'with DISCORD_PUBLIC_KEY there are no shards: leave one of the two out',
      ]);
    } else if (shards === undefined) {
      faults.push(['SHARD_RANGE', 'it also needs SHARDS, the same for all fronts']);
    } else if (last !== undefined && last < first) {
      faults.push(['SHARD_RANGE', 'its first shard comes after its last one']);
    } else if (number !== undefined && Math.max(first, last ?? first) >= number) {
      const most = number - 1;
      faults.push(['SHARD_RANGE', `SHARDS=${number} are counted from 0 to ${most}`]);
    }
  }
  const first = range?.first ?? 0;
  const last = range?.last ?? (number ?? 1) - 1;
  // Over HTTP there are no shards.
  if (faults.length === 0 && publicKey === undefined && last - first >= MAX_OWN_SHARDS) {
    const name = range === undefined ? 'SHARDS' : 'SHARD_RANGE';
    const message = `one front takes ${MAX_OWN_SHARDS} shards at most; share them out with SHARD_RANGE`;
    faults.push([name, message]);
  }
  return faults;
}

/** @returns undefined: no Discord */
export function discordConfig(env: DiscordEnvironment): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: url, SHARD_RANGE: range } = env;
  const { SHARDS: shards = 'auto', DISCORD_PUBLIC_KEY: publicKey, DISCORD_PORT } = env;
  if (token === undefined) return undefined;
  return {
    ...{ token, apiUrl: withoutSlashes(url), shards },
    ...(range && { range }),
    ...(publicKey !== undefined && { http: { publicKey, port: DISCORD_PORT } }),
  };
}

export function discordNotes(env: DiscordEnvironment): readonly string[] {
  if (env.DISCORD_PUBLIC_KEY === undefined) return [];
  return [
    'DISCORD_PUBLIC_KEY is set: Discord is heard over HTTP, and DISCORD_TOKEN opens no gateway. ' +
      'Commands, buttons and menus work; mentions and direct messages are not heard. For the ' +
      'gateway, leave DISCORD_PUBLIC_KEY out.',
  ];
}
