/**
 * The gateway split among several processes, as Discord requires from 2,500 servers on. They only listen:
 * each passes events to this process, which alone answers, trains and stores data.
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

/** Messages from a shard's process. */
export type ShardNews =
  | { readonly kind: 'event'; readonly event: DiscordEvent }
  | {
      readonly kind: 'log';
      readonly level: keyof DiscordLog;
      readonly details: object;
      readonly message: string;
    }
  | { readonly kind: 'connected'; readonly name: string }
  /** It is waiting to identify, or no longer is. */
  | { readonly kind: 'identify'; readonly isOver?: boolean }
  | { readonly kind: 'state'; readonly state: Exclude<PlatformState, 'refused'> }
  /** It will never connect, and has said why. */
  | { readonly kind: 'refused' };

/** Messages to a shard's process. */
export const MAY_IDENTIFY = 'identify';

export interface ShardsOptions extends GatewayOptions {
  readonly token: string;
  /** This front's shards. */
  readonly own: readonly number[];
  /** Total across all fronts. */
  readonly total: number;
  /** Between the starts of two processes. */
  readonly spawnDelayMs?: number;
}

/** Each start keeps a core busy for a moment, while the previous one waits to identify. */
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
  /** Shards that are waiting to identify. */
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
        // It is no longer waiting, or has ended.
        .catch(() => undefined);
    };
    const onNews = (shard: Shard, news: ShardNews): void => {
      // What Discord refuses one shard it refuses all of them: one line is enough.
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
      // They start one after another, so the last ones may be due only after everything has ended.
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
    // No limit: a shard that cannot reach Discord keeps retrying by itself.
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

/** A shard exits by itself once the IPC channel is closed; one that does not is killed. */
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
