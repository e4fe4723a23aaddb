/** The fake Discord's objects as its API writes them. */
import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Channel, Guild, Message, SentFile } from './world.js';

export function messageJson(message: Message, applicationId: string): object {
  const { author, channel, onlyFor, isPlaceholder } = message;
  const flags =
    (onlyFor === undefined ? 0 : MessageFlags.Ephemeral) |
    (isPlaceholder ? MessageFlags.Loading : 0) |
    (author.isBot ? MessageFlags.SuppressEmbeds : 0);
  return {
    id: message.id,
    channel_id: channel.id,
    ...(channel.guild && { guild_id: channel.guild.id }),
    type: 0,
    author: userJson(author),
    content: message.content,
    attachments: message.files.map(attachmentJson),
    components: message.rows,
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date(message.sentAtMs).toISOString(),
    edited_timestamp: null,
    flags,
    ...(author.isBot && { application_id: applicationId }),
  };
}

function attachmentJson({ id, filename, size, url, description }: SentFile): object {
  return {
    id,
    filename,
    size,
    url,
    proxy_url: url,
    ...(description !== undefined && { description }),
  };
}

export function userJson({
  id,
  name,
  isBot,
}: {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}): object {
  return { id, username: name, global_name: null, discriminator: '0', avatar: null, bot: isBot };
}

export function channelJson({ id, type, guild, name, parent }: Channel): object {
  return {
    id,
    type,
    name,
    ...(guild && { guild_id: guild.id }),
    permission_overwrites: [],
    position: 0,
    parent_id: parent?.id ?? null,
    nsfw: false,
  };
}

export function guildJson(guild: Guild, channels: readonly Channel[]): object {
  return {
    id: guild.id,
    name: 'Study server',
    owner_id: '100000000000000009',
    preferred_locale: guild.locale,
    unavailable: false,
    member_count: 2,
    roles: [roleJson(guild.id, 0n), roleJson(guild.managerRole, PermissionFlagsBits.ManageGuild)],
    emojis: [],
    features: [],
    members: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    stickers: [],
    channels: channelsOf(guild, channels).map(channelJson),
  };
}

/** Without threads, which Discord lists separately. */
export function channelsOf(guild: Guild, channels: readonly Channel[]): readonly Channel[] {
  return channels.filter(
    (channel) => channel.guild === guild && !channel.parent && !channel.isDeleted,
  );
}

/** Everyone has the role whose id is the server's. */
function roleJson(id: string, permissions: bigint): object {
  return {
    ...{ id, name: id, permissions: String(permissions), position: 0, color: 0 },
    ...{ hoist: false, managed: false, mentionable: false, flags: 0 },
  };
}
