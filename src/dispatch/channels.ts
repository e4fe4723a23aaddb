/** Channels in a line: mentions, which chats make from `#name`. */
import { shown } from '../content/shown.js';
import { UserError } from '../errors.js';
import type { ChannelsOption } from './spec.js';

/**
 * Discord writes `<#123>`, Slack `<#C123|name>` or `<#C123>`; the name may be empty
 * (docs.discord.com `reference`, Message Formatting; docs.slack.dev, Formatting message text).
 */
export const channelMention = String.raw`<#[A-Z0-9]{2,32}(?:\|[^<>\n]*)?>`;

const mentions = new RegExp(channelMention, 'g');

/** `all`, and its synonyms from other options. */
const allWords = ['all', 'default', 'none', 'everywhere', '전체', '모두', '기본', '없음'];

/** @returns unique ids; none for all channels. @throws UserError when it is neither */
export function readChannels(option: string, { most }: ChannelsOption, text: string): string[] {
  if (allWords.includes(text.toLowerCase())) return [];
  const ids = [...text.matchAll(mentions)].map(([mention]) => idOf(mention));
  const rest = text.replace(mentions, ' ').replaceAll(',', ' ').trim();
  if (ids.length === 0 || rest !== '') {
    throw new UserError('error.channels', { option, given: shown(rest === '' ? text : rest) });
  }
  const found = [...new Set(ids)];
  if (found.length <= most) return found;
  throw new UserError('error.tooManyChannels', { option, count: found.length, max: most });
}

function idOf(mention: string): string {
  return mention.slice(2, -1).split('|')[0] ?? '';
}

/** For commands without channels: an id must not be read as a number. */
export function withoutChannels(text: string): string {
  return text.replace(mentions, ' ').trim();
}

/** Makes the chat show a link, in a message's `<channel>`. */
export function mentionsOf(channelIds: readonly string[]): string {
  return channelIds.map((id) => `<#${id}>`).join(' ');
}
