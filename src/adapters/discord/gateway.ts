/**
 * The connection on which Discord tells what people do. Only what is for us goes on, as plain data of
 * Discord's API, so that it may also come from another process (`shards.ts`).
 */
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  PermissionFlagsBits,
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { logGateway } from './gateway-log.js';
import type { DiscordLog } from './log.js';

export type DiscordEvent =
  | { readonly kind: 'interaction'; readonly data: APIInteraction }
  | {
      readonly kind: 'message';
      readonly data: GatewayMessageCreateDispatchData;
      /** What the connection knows of the server that it was written in. */
      readonly guild?: MessageGuild;
    }
  /** A server has the bot, or has it no more. */
  | { readonly kind: 'joined' | 'left'; readonly guildId: string };

export interface MessageGuild {
  readonly id: string;
  readonly locale: string;
  /** The channel; of a thread the one it belongs to. */
  readonly channelId: string;
  /** Its author may manage the server. */
  readonly managed: boolean;
}

export interface GatewayOptions {
  /** Left out in a shard's process, where discord.js has it from its manager. */
  readonly token?: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly log: DiscordLog;
  readonly onEvent: (event: DiscordEvent) => void;
  /** Of the first try to connect again after a failed one; doubled each time. */
  readonly reconnectMs?: number;
}

export interface Gateway {
  /** Resolves with the bot's name once connected; undefined when that will never be: the log says why. */
  readonly connected: Promise<string | undefined>;
  /** @param timeIsUp aborted when the other side's farewell is not waited for any longer */
  close(timeIsUp?: AbortSignal): Promise<void>;
}

const FIRST_RECONNECT_MS = 5_000;
const MAX_RECONNECT_MS = 5 * 60_000;
/** Without a time of the caller's. */
const CLOSE_WITHIN_MS = 2_000;

/** Connects, and stays connected. Returns at once: Discord may be out of reach for a while. */
export function openGateway(options: GatewayOptions): Gateway {
  const closing = new AbortController();
  const isOpen = (): boolean => !closing.signal.aborted;
  let client: Client | undefined;

  const connect = async (): Promise<string | undefined> => {
    let waitMs = options.reconnectMs ?? FIRST_RECONNECT_MS;
    while (isOpen()) {
      client = newClient(options, closing.signal);
      try {
        await client.login(options.token);
        return client.user?.tag ?? '';
      } catch (err) {
        await client.destroy();
        if (!isOpen()) break;
        const why = hopeless(err);
        if (why !== undefined) {
          options.log.error({ err }, `Discord: ${why}`);
          return undefined;
        }
        options.log.warn({ err, againInMs: waitMs }, 'Discord: could not connect, trying again');
        await delay(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
        waitMs = Math.min(waitMs * 2, MAX_RECONNECT_MS);
      }
    }
    return undefined;
  };

  return {
    connected: connect(),
    close: async (timeIsUp = AbortSignal.timeout(CLOSE_WITHIN_MS)) => {
      closing.abort();
      // discord.js waits for a farewell that may never come while it is still identifying.
      const enough = timeIsUp.aborted || once(timeIsUp, 'abort');
      await Promise.race([client?.destroy(), enough]);
    },
  };
}

function newClient({ apiUrl, log, onEvent }: GatewayOptions, closing: AbortSignal): Client {
  const client = new Client({
    // None of them is privileged: direct messages and mentions come with their words.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // Events are passed on as they come; nothing is ever looked up again.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: { api: apiUrl },
  });
  logGateway(client, log, closing);
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: APIInteraction) => {
    onEvent({ kind: 'interaction', data });
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: GatewayMessageCreateDispatchData) => {
    if (!isForUs(data, client)) return;
    const guild = guildOf(data, client);
    onEvent({ kind: 'message', data, ...(guild && { guild }) });
  });
  client.ws.on(GatewayDispatchEvents.GuildCreate, ({ id, unavailable }: GuildNews) => {
    if (!unavailable) onEvent({ kind: 'joined', guildId: id });
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GuildNews) => {
    // An unavailable one is only out of reach for a while.
    if (!unavailable) onEvent({ kind: 'left', guildId: id });
  });
  return client;
}

/** As much of a server's events as matters here (`events/gateway-events`, Guilds). */
interface GuildNews {
  readonly id: string;
  readonly unavailable?: boolean;
}

/** Messages tell only roles and a channel; what those mean came with the server. */
function guildOf(
  { guild_id, channel_id, author, member }: GatewayMessageCreateDispatchData,
  { guilds, channels }: Client,
): MessageGuild | undefined {
  const guild = guilds.cache.get(guild_id ?? '');
  if (!guild) return undefined;
  // Everyone has the role that is called as the server.
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

/** What trying again does not mend, and what does. */
function hopeless(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return 'DISCORD_TOKEN is not a valid bot token; copy it again from the developer portal';
  }
  const message = error instanceof Error ? error.message : '';
  if (/disallowed intents/i.test(message)) {
    return 'the application may not use the intents it asks for; see the developer portal';
  }
  return /authentication failed|invalid token/i.test(message)
    ? 'DISCORD_TOKEN was refused; copy it again from the developer portal'
    : undefined;
}
