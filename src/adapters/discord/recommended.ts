/** `SHARDS=auto`: as many shards as Discord recommends. */
import { Routes } from 'discord.js';
import type { Gateway } from './gateway.js';
import { openOwnShards, type OwnShardsOptions } from './own-shards.js';
import { untilItWorks } from './patience.js';
import type { Requests } from './requests.js';
import { gatewayInfo } from './responses.js';

export interface RecommendedOptions extends Omit<OwnShardsOptions, 'total'> {
  readonly requests: Requests;
}

/** Returns at once: Discord may be out of reach for a while. */
export function openRecommended({ requests, ...options }: RecommendedOptions): Gateway {
  const closing = new AbortController();
  const { signal } = closing;
  let gateway: Gateway | undefined;

  const ask = async (): Promise<number> => {
    const route = Routes.gatewayBot();
    const asked = { method: 'GET', route, as: 'bot', schema: gatewayInfo } as const;
    return (await requests.once(asked)).json.shards;
  };
  const connect = async (): Promise<string | undefined> => {
    const { log, reconnectMs, onState } = options;
    const shards = await untilItWorks(ask, { log, reconnectMs, closing: signal });
    if (shards === undefined) {
      if (!signal.aborted) onState?.('refused');
      return undefined;
    }
    if (signal.aborted) return undefined;
    if (shards > 1) log.info({ shards }, 'Discord: it recommends shards');
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
