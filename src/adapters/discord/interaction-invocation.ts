/** Who asks, where, and how they are answered, as an interaction tells it. */
import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  PermissionsBitField,
  type APIApplicationCommandInteraction,
  type APIMessageComponentInteraction,
} from 'discord.js';
import type { IncomingFile, Invocation } from '../../chat/port.js';
import { localeFromTag } from '../../content/locale.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { InteractionAnswer } from './answer.js';
import { userOf, type Inbound } from './inbound.js';
import { place, readMessage, type DiscordPlace } from './keys.js';
import { ACKNOWLEDGE_AFTER_MS, TOKEN_USE_MS } from './limits.js';

export type AnswerableInteraction =
  APIApplicationCommandInteraction | APIMessageComponentInteraction;

/** So short that nobody notices: a mistyped option is still answered to the asker alone. */
const PLACEHOLDER_AT_ONCE_MS = 100;

export interface How {
  readonly spec: CommandSpec | undefined;
  /** A button, or an entry of a message's menu: what it says is for who chose it. */
  readonly pressed: boolean;
  readonly files?: readonly IncomingFile[];
}

export function invocationOf(
  interaction: AnswerableInteraction,
  inbound: Inbound,
  { spec, pressed, files = [] }: How,
): Invocation {
  const { port, requests, log, defaultLocale, nowMs } = inbound;
  const reached = placeOf(interaction);
  const where = place(reached, interaction.guild_id);
  const answer = new InteractionAnswer({
    requests,
    log,
    interactionId: interaction.id,
    interaction: {
      applicationId: interaction.application_id,
      token: interaction.token,
      usableUntilMs: nowMs() + TOKEN_USE_MS,
    },
    place: reached,
    placeholder: {
      afterMs: spec?.takesTime ? PLACEHOLDER_AT_ONCE_MS : ACKNOWLEDGE_AFTER_MS,
      audience: pressed && !spec?.takesTime ? 'asker' : 'everyone',
    },
    sayInstead: (message) => port.post(where, message),
  });
  const invocation: Invocation = {
    user: personOf(interaction),
    place: where,
    locale: localeFromTag(interaction.locale, defaultLocale),
    moderates: permissions(interaction.member?.permissions).has(PermissionFlagsBits.ManageMessages),
    pressed,
    files,
    reply: (message, audience) => answer.reply(message, audience),
  };
  if (!opensThreads(interaction, reached)) return invocation;
  return {
    ...invocation,
    openThread: async (title, opening) => {
      const { messageId } = readMessage(await answer.reply(opening, 'everyone'));
      const thread = await port.openThread(where, messageId, title);
      return {
        ...invocation,
        place: thread,
        reply: (message, audience) =>
          audience === 'asker' ? answer.reply(message, audience) : port.post(thread, message),
      };
    },
  };
}

function personOf({ member, user }: AnswerableInteraction): Invocation['user'] {
  const person = member?.user ?? user;
  if (!person) throw new TypeError('an interaction comes from somebody');
  return userOf(person, member?.nick);
}

function permissions(bits: string | undefined): PermissionsBitField {
  return new PermissionsBitField(BigInt(bits ?? '0'));
}

/** The bot itself is only where it was added as a member, or where somebody writes to it alone. */
function placeOf(interaction: AnswerableInteraction): DiscordPlace {
  const { context, guild_id: guildId, channel } = interaction;
  const isMember =
    interaction.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall] !==
    undefined;
  const seesChannel = permissions(interaction.app_permissions).has(PermissionFlagsBits.ViewChannel);
  const botReaches =
    guildId === undefined ? context === InteractionContextType.BotDM : isMember && seesChannel;
  return { channelId: channel.id, botReaches };
}

/** Threads begin under messages of a server's text channels, not in other threads. */
function opensThreads(interaction: AnswerableInteraction, { botReaches }: DiscordPlace): boolean {
  const kinds: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
  const needed = [
    PermissionFlagsBits.CreatePublicThreads,
    PermissionFlagsBits.SendMessagesInThreads,
  ];
  return (
    botReaches &&
    kinds.includes(interaction.channel.type) &&
    permissions(interaction.app_permissions).has(needed)
  );
}
