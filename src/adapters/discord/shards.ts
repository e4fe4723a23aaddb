/**
 * The gateway shared by several processes, as Discord demands from 2,500 servers on. They only listen:
 * each hands what happens to this process, which alone answers, trains and keeps the data.
 */
import { ShardEvents, ShardingManager, type Shard } from 'discord.js';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PlatformState } from '../../chat/platform-status.js';
import {
  CLOSE_WITHIN_MS,
  type DiscordEvent,
  type Gateway,
  type GatewayOptions,
} from './gateway.js';
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
  /** It waits until it may identify, or does so no longer. */
  | { readonly kind: 'identify'; readonly isOver?: boolean }
  | { readonly kind: 'state'; readonly state: Exclude<PlatformState, 'refused'> }
  /** It will not connect any more, and has said why. */
  | { readonly kind: 'refused' };

/** What a shard's process is told. */
export const MAY_IDENTIFY = 'identify';

export interface ShardsOptions extends GatewayOptions {
  readonly token: string;
  /** Those of this front. */
  readonly own: readonly number[];
  /** Of all fronts together. */
  readonly total: number;
  /** Between the beginnings of two processes. */
  readonly spawnDelayMs?: number;
}

/** Each takes a core for a moment, while the one before waits until it may identify. */
const SPAWN_DELAY_MS = 2_000;

export function openShards(options: ShardsOptions): Gateway {
  const { token, apiUrl, log, own, total, onEvent, onState } = options;
  const { spawnDelayMs = SPAWN_DELAY_MS, waitForIdentify } = options;
  const manager = new ShardingManager(fileURLToPath(new URL('shard.js', import.meta.url)), {
    token,
    totalShards: total,
    shardList: [...own],
    shardArgs: [apiUrl],
  });
  let closed = false;
  /** Shards that wait until they may identify. */
  const identifying = new Map<number, AbortController>();
  const endAll = async (timeIsUp: AbortSignal): Promise<void> => {
    closed = true;
    for (const controller of identifying.values()) controller.abort();
    manager.respawn = false;
    await Promise.all(manager.shards.map(({ process }) => end(process, timeIsUp)));
  };
  const serving = new Set<number>();
  const tellState = (shard: number, state: PlatformState): void => {
    if (state === 'serving') serving.add(shard);
    else serving.delete(shard);
    onState?.(serving.size === own.length ? 'serving' : 'connecting');
  };
  const connected = new Promise<string | undefined>((resolve) => {
    const waiting = new Set<number>(own);
    const waitForTurn = (shard: Shard): void => {
      const controller = new AbortController();
      identifying.set(shard.id, controller);
      void waitForIdentify(shard.id, controller.signal)
        .then(() => shard.send(MAY_IDENTIFY))
        // It waits no longer, or has ended.
        .catch(() => undefined);
    };
    const onNews = (shard: Shard, news: ShardNews): void => {
      // What Discord refuses one of them it refuses all: one line is enough.
      if (closed) return;
      switch (news.kind) {
        case 'event':
          onEvent(news.event);
          break;
        case 'log':
          log[news.level]({ shard: shard.id, ...news.details }, news.message);
          break;
        case 'connected':
          waiting.delete(shard.id);
          if (waiting.size === 0) resolve(news.name);
          break;
        case 'identify':
          identifying.get(shard.id)?.abort();
          if (!news.isOver) waitForTurn(shard);
          break;
        case 'state':
          tellState(shard.id, news.state);
          break;
        case 'refused':
          void endAll(AbortSignal.timeout(CLOSE_WITHIN_MS));
          onState?.('refused');
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
        identifying.get(shard.id)?.abort();
        if (closed) return;
        tellState(shard.id, 'connecting');
        log.warn({ shard: shard.id }, 'Discord: a shard ended');
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
    close: (timeIsUp = AbortSignal.timeout(CLOSE_WITHIN_MS)) => endAll(timeIsUp),
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
