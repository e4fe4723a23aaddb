/** The shards of one front, where several share them. */

import type { PlatformPart } from '../../chat/port.js';

/** Counted from 0. */
export interface ShardRange {
  readonly first: number;
  /** Left out: up to the last shard. */
  readonly last?: number;
}

/** This front's shards, out of the total; all without a range. Empty: the range lies beyond them. */
export function shardsIn(range: ShardRange | undefined, total: number): readonly number[] {
  const { first = 0, last = total - 1 } = range ?? {};
  const all = Array.from({ length: total }, (_, shard) => shard);
  return all.filter((shard) => shard >= first && shard <= last);
}

/** Undefined where all shards are this front's. */
export function partOf(own: readonly number[], total: number): PlatformPart | undefined {
  return own.length === total ? undefined : { first: own[0] ?? 0, last: own.at(-1) ?? 0, total };
}

/** For the log, after the bot's name; empty where there is nothing to say. */
export function shardsInWords(own: readonly number[], total: number): string {
  const part = partOf(own, total);
  if (!part) return total === 1 ? '' : ` (${total} shards)`;
  const { first, last } = part;
  return first === last
    ? ` (shard ${first} of ${total})`
    : ` (shards ${first} to ${last} of ${total})`;
}
