/** Mentions of the bot and direct messages: a question or a command line in words. */
import type { GatewayMessageCreateDispatchData } from 'discord.js';
import type { AcceptedRequest } from '../../chat/accepted.js';
import type { Invocation, Server } from '../../chat/port.js';
import { localeFromTag, type Locale } from '../../content/locale.js';
import { withoutMentions } from '../../dispatch/people.js';
import type { DiscordEvent, MessageGuild } from './gateway.js';
import { userOf, type Inbound } from './inbound.js';
import { incomingFile } from './incoming-file.js';
import { place } from './keys.js';
import type { Requests } from './requests.js';
import { serverOf } from './server.js';

export async function onMessage(
  { data, guild }: Extract<DiscordEvent, { kind: 'message' }>,
  { requested }: AcceptedRequest,
  inbound: Inbound,
): Promise<void> {
  const line = withoutMentions(data.content).trim();
  const isEmpty = line === '' && data.attachments.length === 0;
  const invocation = { requested, ...invocationOfMessage(data, guild, inbound) };
  await inbound.dispatcher.text(isEmpty ? '/help' : line, invocation);
}

function invocationOfMessage(
  message: GatewayMessageCreateDispatchData,
  guild: MessageGuild | undefined,
  { port, requests, cdnOrigins, defaultLocale }: Inbound,
): Invocation {
  const { id, content, author, member, attachments } = message;
  const { channel_id: channelId, guild_id: guildId } = message;
  const where = place({ channelId, botReaches: true }, guildId);
  return {
    user: userOf(author, member?.nick),
    place: where,
    ...localeOf(content, guild, defaultLocale),
    ...(guild && { server: serverIn(guild, requests) }),
    // Messages do not carry their author's permissions; interactions do.
    moderates: false,
    pressed: false,
    overheard: guildId !== undefined,
    files: attachments.map(({ filename, size, url }) =>
      incomingFile({ name: filename, size, url }, cdnOrigins, requests.closing),
    ),
    // A direct message is private anyway, and elsewhere they asked in public.
    reply: (answer) => port.say(where, answer, id),
  };
}

/** Messages do not carry their author's locale: it is taken from the text, or from the server. */
function localeOf(
  content: string,
  guild: MessageGuild | undefined,
  fallback: Locale,
): Pick<Invocation, 'locale' | 'localeIsGuess'> {
  if (/\p{Script=Hangul}/u.test(content)) return { locale: 'ko' };
  return { locale: localeFromTag(guild?.locale, fallback), localeIsGuess: true };
}

function serverIn({ id, channelId, managed }: MessageGuild, requests: Requests): Server {
  return serverOf({ guildId: id, channelId, manages: managed }, requests);
}
