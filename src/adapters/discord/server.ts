/** The server that somebody asks in, for its own settings. */
import {
  ApplicationIntegrationType,
  ChannelType,
  PermissionFlagsBits,
  PermissionsBitField,
  Routes,
  type APIInteraction,
} from 'discord.js';
import type { Server } from '../../chat/port.js';
import type { Requests } from './requests.js';
import { guildChannels } from './responses.js';

export interface Where {
  readonly guildId: string;
  /** For a thread, its parent channel. */
  readonly channelId: string;
  readonly manages: boolean;
}

/** Undefined where the app was not added to the server: it has no settings there. */
export function serverIn(
  interaction: Pick<APIInteraction, 'guild_id' | 'member' | 'channel'> & Installed,
  requests: Requests,
): Server | undefined {
  const { guild_id: guildId, member, channel } = interaction;
  if (guildId === undefined || !channel || !isAdded(interaction)) return undefined;
  const manages = permissions(member?.permissions).has(PermissionFlagsBits.ManageGuild);
  return serverOf({ guildId, channelId: channelIdOf(channel), manages }, requests);
}

type Installed = Pick<APIInteraction, 'authorizing_integration_owners'>;

/** Otherwise a user installed it for themselves. */
export function isAdded({ authorizing_integration_owners: owners }: Installed): boolean {
  return owners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

export function permissions(bits: string | undefined): PermissionsBitField {
  return new PermissionsBitField(BigInt(bits ?? '0'));
}

export function serverOf({ guildId, channelId, manages }: Where, requests: Requests): Server {
  return {
    id: `discord:${guildId}`,
    channelId,
    manages,
    strangers: async (ids) => {
      if (ids.length === 0) return [];
      const known = await channelsOf(guildId, requests);
      return ids.filter((id) => !known.has(id));
    },
  };
}

/** Without threads, which belong to channels (discord-api-docs `resources/guild`, Get Guild Channels). */
async function channelsOf(guildId: string, requests: Requests): Promise<ReadonlySet<string>> {
  const { json } = await requests.persistently({
    method: 'GET',
    route: Routes.guildChannels(guildId),
    as: 'bot',
    schema: guildChannels,
  });
  const category: number = ChannelType.GuildCategory;
  const talkedIn = json.filter(({ type }) => type !== category);
  return new Set(talkedIn.map(({ id }) => id));
}

const threads: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** A thread counts as its parent channel; a channel's own parent is only its category. */
function channelIdOf(channel: {
  readonly id: string;
  readonly type: ChannelType;
  readonly parent_id?: string | null;
}): string {
  return (threads.includes(channel.type) ? channel.parent_id : undefined) ?? channel.id;
}
