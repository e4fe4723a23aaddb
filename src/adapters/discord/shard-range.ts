/** The shards of one front, where several share them. */

/** Counted from 0. */
export interface ShardRange {
  readonly first: number;
  /** Left out: to the last one that there is. */
  readonly last?: number;
}

/** This front's shards, of so many there are; all without a range. Empty: the range lies beyond them. */
export function shardsIn(range: ShardRange | undefined, total: number): readonly number[] {
  const { first = 0, last = total - 1 } = range ?? {};
  const all = Array.from({ length: total }, (_, shard) => shard);
  return all.filter((shard) => shard >= first && shard <= last);
}

/** In a few words, after the bot's name; nothing where there is nothing to tell. */
export function shardsInWords(own: readonly number[], total: number): string {
  if (own.length === total) return total === 1 ? '' : ` (${total} shards)`;
  const [first, last] = [own[0] ?? 0, own.at(-1) ?? 0];
  return first === last
    ? ` (shard ${first} of ${total})`
    : ` (shards ${first} to ${last} of ${total})`;
}
