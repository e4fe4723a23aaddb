/** Who asks, where, and how they are answered, read from an interaction. */
import {
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandInteraction,
  type APIMessageComponentInteraction,
} from 'discord.js';
import type { AcceptedRequest } from '../../chat/accepted.js';
import type { IncomingFile, Invocation } from '../../chat/port.js';
import { spokenLocale } from '../../content/locale.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { InteractionAnswer } from './answer.js';
import { userOf, type Inbound } from './inbound.js';
import { place, readMessage, type DiscordPlace } from './keys.js';
import { ACKNOWLEDGE_AFTER_MS, TOKEN_USE_MS } from './limits.js';
import { isAdded, permissions, serverIn } from './server.js';

export type AnswerableInteraction =
  APIApplicationCommandInteraction | APIMessageComponentInteraction;

/** Too short to notice: a mistyped option is still answered privately. */
const PLACEHOLDER_AT_ONCE_MS = 100;

export interface How {
  readonly request: AcceptedRequest;
  readonly spec: CommandSpec | undefined;
  /** A button or a message's context menu: its answer is for the person who used it. */
  readonly pressed: boolean;
  /** The asker requested a private answer. */
  readonly isPrivate?: boolean;
  readonly files?: readonly IncomingFile[];
}

export function invocationOfInteraction(
  interaction: AnswerableInteraction,
  inbound: Inbound,
  { request, spec, pressed, isPrivate = false, files = [] }: How,
): Invocation {
  const { port, requests, log, defaultLocale } = inbound;
  const { requested } = request;
  const reached = placeOf(interaction);
  const where = place(reached, interaction.guild_id);
  const locale = spokenLocale(interaction.locale);
  const server = serverIn(interaction, requests);
  const asked = {
    requested,
    user: personOf(interaction),
    place: where,
    commandsOnly: port.commandsOnly,
    locale: locale ?? defaultLocale,
    ...(locale === undefined && { localeIsGuess: true }),
    ...(server && { server }),
    moderates: permissions(interaction.member?.permissions).has(PermissionFlagsBits.ManageMessages),
    pressed,
    files,
  };
  // Its token has expired by now.
  if (requested.leftOver === 'late') {
    return { ...asked, reply: (message) => port.post(where, message) };
  }
  const answer = new InteractionAnswer({
    requests,
    log,
    interactionId: interaction.id,
    interaction: {
      applicationId: interaction.application_id,
      token: interaction.token,
      usableUntilMs: request.atMs + TOKEN_USE_MS,
    },
    place: reached,
    leftOver: requested.leftOver !== undefined,
    placeholder: {
      afterMs: spec?.takesTime ? PLACEHOLDER_AT_ONCE_MS : ACKNOWLEDGE_AFTER_MS,
      audience: isPrivate || (pressed && !spec?.takesTime) ? 'asker' : 'everyone',
    },
    explain: (error) => port.refusals.explain(error, reached.channelId),
    sayInstead: (message) => port.post(where, message),
  });
  const invocation: Invocation = {
    ...asked,
    hasOwnEdits: true,
    reply: (message, audience) => answer.reply(message, audience),
    ...(pressed && {
      acknowledge: async () => {
        await answer.acknowledge();
        return reached.botReaches ? undefined : answer.pressedMessage;
      },
    }),
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
        hasOwnEdits: false,
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

/** The bot itself can post only where it is a member, or in a direct message. */
function placeOf(interaction: AnswerableInteraction): DiscordPlace {
  const { context, guild_id: guildId, channel } = interaction;
  const isMember = isAdded(interaction);
  const seesChannel = permissions(interaction.app_permissions).has(PermissionFlagsBits.ViewChannel);
  const botReaches =
    guildId === undefined ? context === InteractionContextType.BotDM : isMember && seesChannel;
  return { channelId: channel.id, botReaches };
}

/** Threads start under messages in a server's text channels, not in other threads. */
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
