/** `SHARDS=auto`: as many shards as Discord recommends. */
import { Routes } from 'discord.js';
import type { Gateway } from './gateway.js';
import type { SharedLedger } from './identifying.js';
import { openOwnShards, type OwnShardsOptions } from './own-shards.js';
import { untilItWorks } from './backoff.js';
import type { Requests } from './requests.js';
import { gatewayInfo } from './responses.js';

export interface RecommendedOptions extends Omit<OwnShardsOptions, 'total'> {
  readonly requests: Requests;
  /** Shared by all fronts: with a range, they must use the same number. */
  readonly ledger?: SharedLedger | undefined;
}

/** Returns at once: Discord may be unreachable for a while. */
export function openRecommended({ requests, ledger, ...options }: RecommendedOptions): Gateway {
  const closing = new AbortController();
  const { signal } = closing;
  let gateway: Gateway | undefined;

  const ask = async (): Promise<number> => {
    const route = Routes.gatewayBot();
    const asked = { method: 'GET', route, as: 'bot', schema: gatewayInfo } as const;
    const { shards } = (await requests.once(asked)).json;
    const agreed = options.range && (await ledger?.agree(shards, signal));
    if (agreed === undefined || agreed === shards) return shards;
    const message = 'Discord: it recommends another number of shards than the fronts go by';
    options.log.warn({ recommended: shards, shards: agreed }, message);
    return agreed;
  };
  const connect = async (): Promise<string | undefined> => {
    const { log, reconnectMs, onState } = options;
    const shards = await untilItWorks(ask, { log, reconnectMs, closing: signal });
    if (shards === undefined) {
      if (!signal.aborted) onState?.('refused');
      return undefined;
    }
    if (signal.aborted) return undefined;
    if (shards > 1) log.info({ shards }, 'Discord: the bot has so many shards');
    gateway = openOwnShards({ ...options, total: shards });
    return gateway.connected;
  };
  return {
    connected: connect(),
    close: async (timeIsUp) => {
      closing.abort();
      await gateway?.close(timeIsUp);
    },
  };
}
