/** This front's shards: a process for each, or none where there is only one shard. */
import { openGateway, type Gateway, type GatewayOptions } from './gateway.js';
import { shardsIn, shardsInWords, type ShardRange } from './shard-range.js';
import { openShards } from './shards.js';

export interface OwnShardsOptions extends GatewayOptions {
  readonly token: string;
  /** Total across all fronts. */
  readonly total: number;
  /** All if not given. */
  readonly range?: ShardRange | undefined;
  /** Called with this front's shards once they are known. */
  readonly onShards: (own: readonly number[], total: number) => void;
}

export function openOwnShards({ onShards, ...options }: OwnShardsOptions): Gateway {
  const { total, range, log, onState } = options;
  const own = shardsIn(range, total);
  const [first] = own;
  if (first === undefined) {
    const message = 'Discord: none of its shards is in SHARD_RANGE; set both anew, and restart';
    log.error({ shards: total, ...range }, message);
    onState?.('refused');
    return { connected: Promise.resolve(undefined), close: () => Promise.resolve() };
  }
  onShards(own, total);
  const gateway =
    own.length > 1
      ? openShards({ ...options, own })
      : openGateway({ ...options, shard: [first, total] });
  const connected = gateway.connected.then((name) => name && `${name}${shardsInWords(own, total)}`);
  return { ...gateway, connected };
}
