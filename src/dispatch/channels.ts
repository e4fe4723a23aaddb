/** Channels as people name them in a line: by mentions, which chats make of `#name`. */
import { shown } from '../content/shown.js';
import { UserError } from '../errors.js';
import type { ChannelsOption } from './spec.js';

/**
 * Discord writes `<#123>`, Slack `<#C123|name>` or `<#C123>`; the name may be empty
 * (docs.discord.com `reference`, Message Formatting; docs.slack.dev, Formatting message text).
 */
export const channelMention = String.raw`<#[A-Z0-9]{2,32}(?:\|[^<>\n]*)?>`;

const mentions = new RegExp(channelMention, 'g');

/** `all`, and the words that mean the same for other options. */
const allWords = ['all', 'default', 'none', 'everywhere', '전체', '모두', '기본', '없음'];

/** @returns ids, each once; none for all channels. @throws UserError when it is neither */
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

/** For commands that channels mean nothing to: an id is no number to reckon with. */
export function withoutChannels(text: string): string {
  return text.replace(mentions, ' ').trim();
}

/** As a chat shows it as a link, in a message's `<channel>`. */
export function mentionsOf(channelIds: readonly string[]): string {
  return channelIds.map((id) => `<#${id}>`).join(' ');
}
