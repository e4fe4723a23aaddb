/**
 * The gateway connection. Only events meant for us are passed on, as plain data of
 * Discord's API, so that they may also come from another process (`shards.ts`).
 */
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  PermissionFlagsBits,
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
} from 'discord.js';
import { once } from 'node:events';
import type { PlatformState } from '../../chat/platform-status.js';
import { logGateway } from './gateway-log.js';
import type { DiscordLog } from './log.js';
import { untilItWorks } from './backoff.js';
import { Reconnecting } from './reconnecting.js';

export type DiscordEvent =
  | { readonly kind: 'interaction'; readonly data: APIInteraction }
  | {
      readonly kind: 'message';
      readonly data: GatewayMessageCreateDispatchData;
      /** What the connection knows about the message's server. */
      readonly guild?: MessageGuild;
    }
  /** A server added or removed the bot. */
  | { readonly kind: 'joined' | 'left'; readonly guildId: string }
  /** On connecting: the shard's servers that have the bot, including those in an outage. */
  | {
      readonly kind: 'present';
      readonly guildIds: readonly string[];
      /** Which shard of how many. */
      readonly shard: readonly [number, number];
    };

export interface MessageGuild {
  readonly id: string;
  readonly locale: string;
  /** The channel; for a thread, its parent channel. */
  readonly channelId: string;
  /** Whether its author may manage the server. */
  readonly managed: boolean;
}

/** Resolves when a shard may identify; rejects only when the signal is aborted. */
export type WaitForIdentify = (shard: number, signal: AbortSignal) => Promise<void>;

export interface GatewayOptions {
  /** Left out in a shard's process, where discord.js has it from its manager. */
  readonly token?: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly log: DiscordLog;
  readonly waitForIdentify: WaitForIdentify;
  readonly onEvent: (event: DiscordEvent) => void;
  /** Called whenever the connection's state changes. */
  readonly onState?: (state: PlatformState) => void;
  /** Initial reconnect backoff; doubled each time. */
  readonly reconnectMs?: number;
}

export interface Gateway {
  /** Resolves with the bot's name once connected; undefined if it never will be: the log says why. */
  readonly connected: Promise<string | undefined>;
  /** @param timeIsUp aborted when we stop waiting for the other side's close frame */
  close(timeIsUp?: AbortSignal): Promise<void>;
}

/** How long closing may take where the caller sets no limit, in ms. */
export const CLOSE_WITHIN_MS = 2_000;

interface OneShardOptions extends GatewayOptions {
  /**
   * Which shard of how many. Left out in a shard's process, where discord.js has it from its manager;
   * otherwise it would read `SHARDS` from the environment, our own variable, as a shard's number.
   */
  readonly shard?: readonly [shard: number, shards: number];
}

/** Connects, and stays connected. Returns at once: Discord may be unreachable for a while. */
export function openGateway(options: OneShardOptions): Gateway {
  const closing = new AbortController();
  const { log, reconnectMs, onState } = options;
  let client: Client | undefined;

  const attempt = async (): Promise<string> => {
    const next = newClient(options, closing.signal);
    client = next;
    try {
      await next.login(options.token);
    } catch (error) {
      await next.destroy();
      throw error;
    }
    return next.user?.tag ?? '';
  };
  const connect = async (): Promise<string | undefined> => {
    const { signal } = closing;
    const name = await untilItWorks(attempt, { log, reconnectMs, closing: signal });
    if (name === undefined && !signal.aborted) onState?.('refused');
    return name;
  };

  return {
    connected: connect(),
    close: async (timeIsUp = AbortSignal.timeout(CLOSE_WITHIN_MS)) => {
      closing.abort();
      // While identifying, discord.js waits for a close frame that may never come.
      const enough = timeIsUp.aborted || once(timeIsUp, 'abort');
      await Promise.race([client?.destroy(), enough]);
    },
  };
}

function newClient(options: OneShardOptions, closing: AbortSignal): Client {
  const { apiUrl, log, reconnectMs, shard, waitForIdentify } = options;
  const { onEvent, onState = () => undefined } = options;
  const reconnecting = new Reconnecting({ log, closing, firstWaitMs: reconnectMs });
  const client = new Client({
    // None of them is privileged: direct messages and mentions include their content.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // Events are passed on as they come; caches are never read.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: { api: apiUrl },
    ws: {
      buildStrategy: reconnecting.buildStrategy,
      buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify }),
    },
    ...(shard && { shards: [shard[0]], shardCount: shard[1] }),
  });
  logGateway(client, log);
  reconnecting.follow(client);
  followState(client, onState);
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: APIInteraction) => {
    onEvent({ kind: 'interaction', data });
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: GatewayMessageCreateDispatchData) => {
    if (!isForUs(data, client)) return;
    const guild = guildOf(data, client);
    onEvent({ kind: 'message', data, ...(guild && { guild }) });
  });
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds, shard }: GatewayReadyDispatchData) => {
    const guildIds = guilds.map(({ id }) => id);
    onEvent({ kind: 'present', guildIds, shard: shard ?? [0, 1] });
  });
  client.ws.on(GatewayDispatchEvents.GuildCreate, ({ id, unavailable }: GuildNews) => {
    if (!unavailable) onEvent({ kind: 'joined', guildId: id });
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GuildNews) => {
    // An unavailable one is only in an outage.
    if (!unavailable) onEvent({ kind: 'left', guildId: id });
  });
  return client;
}

/** The fields of a server's events that matter here (`events/gateway-events`, Guilds). */
interface GuildNews {
  readonly id: string;
  readonly unavailable?: boolean;
}

/** Messages carry only role ids and a channel; what those mean came with the server. */
function guildOf(
  { guild_id, channel_id, author, member }: GatewayMessageCreateDispatchData,
  { guilds, channels }: Client,
): MessageGuild | undefined {
  const guild = guilds.cache.get(guild_id ?? '');
  if (!guild) return undefined;
  // Everyone has the role whose id is the server's.
  const roles = [guild.id, ...(member?.roles ?? [])].map((id) => guild.roles.cache.get(id));
  const mayManage = roles.some((role) => role?.permissions.has(PermissionFlagsBits.ManageGuild));
  const channel = channels.cache.get(channel_id);
  return {
    id: guild.id,
    locale: guild.preferredLocale,
    channelId: (channel?.isThread() ? channel.parentId : undefined) ?? channel_id,
    managed: guild.ownerId === author.id || mayManage,
  };
}

/** A direct message or a mention, by a person. */
function isForUs(message: GatewayMessageCreateDispatchData, { user }: Client): boolean {
  if (!user || message.author.bot || message.webhook_id !== undefined) return false;
  return message.guild_id === undefined || message.mentions.some(({ id }) => id === user.id);
}

/** Until it is ready, the code that connects reports. */
function followState(client: Client, onState: (state: PlatformState) => void): void {
  client.once(Events.ClientReady, () => {
    onState('serving');
    client.on(Events.ShardReconnecting, () => {
      onState('connecting');
    });
    for (const event of [Events.ShardResume, Events.ShardReady] as const) {
      client.on(event, () => {
        onState('serving');
      });
    }
    // Only where discord.js does not reconnect by itself.
    client.on(Events.ShardDisconnect, () => {
      onState('refused');
      void client.destroy();
    });
  });
}
