/** Mentions of the bot and direct messages: a question or a command line in words. */
import type { GatewayMessageCreateDispatchData } from 'discord.js';
import type { Invocation } from '../../chat/port.js';
import { localeFromTag, type Locale } from '../../content/locale.js';
import type { DiscordEvent } from './gateway.js';
import { userOf, type Inbound } from './inbound.js';
import { incomingFile } from './incoming-file.js';
import { place } from './keys.js';

/** Never rejects. */
export async function onMessage(
  { data, guildLocale }: Extract<DiscordEvent, { kind: 'message' }>,
  inbound: Inbound,
): Promise<void> {
  const line = data.content.replace(/<@[!&]?\d+>/g, ' ').trim();
  const isEmpty = line === '' && data.attachments.length === 0;
  const locale = localeOf(line, guildLocale, inbound.defaultLocale);
  await inbound.dispatcher.text(isEmpty ? '/help' : line, invocationOf(data, locale, inbound));
}

function invocationOf(
  message: GatewayMessageCreateDispatchData,
  locale: Locale,
  { port, cdnOrigins }: Inbound,
): Invocation {
  const { id, author, member, channel_id: channelId, guild_id: guildId, attachments } = message;
  const where = place({ channelId, botReaches: true }, guildId);
  return {
    user: userOf(author, member?.nick),
    place: where,
    locale,
    // Messages do not tell what their author may do here; commands and buttons do.
    moderates: false,
    pressed: false,
    overheard: guildId !== undefined,
    files: attachments.map(({ filename, size, url }) =>
      incomingFile({ name: filename, size, url }, cdnOrigins),
    ),
    // Nobody but who is there reads a direct message, and elsewhere they asked aloud.
    reply: (answer) => port.say(where, answer, id),
  };
}

/** Messages do not tell their author's language; what they wrote does, or where they wrote it. */
function localeOf(line: string, guildLocale: string | undefined, fallback: Locale): Locale {
  if (/\p{Script=Hangul}/u.test(line)) return 'ko';
  return localeFromTag(guildLocale, fallback);
}
