/**
 * The gateway shared by several processes, as Discord demands from 2,500 servers on. They only listen:
 * each hands what happens to this process, which alone answers, trains and keeps the data.
 */
import { ShardEvents, ShardingManager, type Shard } from 'discord.js';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DiscordEvent, Gateway, GatewayOptions } from './gateway.js';
import type { DiscordLog } from './log.js';

/** What a shard's process tells. */
export type ShardNews =
  | { readonly kind: 'event'; readonly event: DiscordEvent }
  | {
      readonly kind: 'log';
      readonly level: keyof DiscordLog;
      readonly details: object;
      readonly message: string;
    }
  | { readonly kind: 'connected'; readonly name: string }
  /** It will never connect, and has said why. */
  | { readonly kind: 'refused' };

export interface ShardsOptions extends GatewayOptions {
  readonly token: string;
  readonly shards: number;
  /** Between the beginnings of two shards; Discord lets one identify every 5 s. */
  readonly spawnDelayMs?: number;
}

const SPAWN_DELAY_MS = 5_500;
/** Without a time of the caller's. */
const CLOSE_WITHIN_MS = 2_000;

export function openShards(options: ShardsOptions): Gateway {
  const { token, apiUrl, log, shards, onEvent, spawnDelayMs = SPAWN_DELAY_MS } = options;
  const manager = new ShardingManager(fileURLToPath(new URL('shard.js', import.meta.url)), {
    token,
    totalShards: shards,
    shardArgs: [apiUrl],
  });
  let closed = false;
  const connected = new Promise<string | undefined>((resolve) => {
    const waiting = new Set<number>(Array.from({ length: shards }, (_, id) => id));
    const onNews = (shard: Shard, news: ShardNews): void => {
      switch (news.kind) {
        case 'event':
          onEvent(news.event);
          break;
        case 'log':
          log[news.level]({ shard: shard.id, ...news.details }, news.message);
          break;
        case 'connected':
          waiting.delete(shard.id);
          if (waiting.size === 0) resolve(`${news.name} (${shards} shards)`);
          break;
        case 'refused':
          manager.respawn = false;
          resolve(undefined);
      }
    };
    manager.on('shardCreate', (shard) => {
      // They are begun one after another, the last ones perhaps when all are ended.
      shard.on(ShardEvents.Spawn, () => {
        if (closed) shard.process?.kill('SIGKILL');
      });
      shard.on(ShardEvents.Message, (news: ShardNews) => {
        onNews(shard, news);
      });
      shard.on(ShardEvents.Death, () => {
        if (!closed) log.warn({ shard: shard.id }, 'Discord: a shard ended');
      });
    });
    // Without a limit: a shard out of reach of Discord goes on trying by itself.
    manager.spawn({ delay: spawnDelayMs, timeout: -1 }).catch((err: unknown) => {
      log.error({ err }, 'Discord: the shards could not be started');
      resolve(undefined);
    });
  });
  return {
    connected,
    close: async (timeIsUp = AbortSignal.timeout(CLOSE_WITHIN_MS)) => {
      closed = true;
      manager.respawn = false;
      await Promise.all(manager.shards.map(({ process }) => end(process, timeIsUp)));
    },
  };
}

/** A shard ends by itself when nobody listens to it any more; one that does not, by force. */
async function end(shard: ChildProcess | null, timeIsUp: AbortSignal): Promise<void> {
  if (shard?.exitCode !== null || shard.signalCode !== null) return;
  const ended = once(shard, 'exit');
  if (shard.connected) shard.disconnect();
  const force = (): void => void shard.kill('SIGKILL');
  if (timeIsUp.aborted) force();
  timeIsUp.addEventListener('abort', force);
  await ended;
  timeIsUp.removeEventListener('abort', force);
}
