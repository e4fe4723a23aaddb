/**
 * Text in Slack's mrkdwn. Three signs are entities; everything else that would format what a person
 * typed is kept apart by a character that cannot be seen, as mrkdwn knows no escapes.
 */
import type { Block, ChatMessage } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';

const APART = '\u200b';

/** Without these, neither `<!channel>` nor `<@U1>` nor a link can be written (docs.slack.dev, mrkdwn). */
function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Slack wrote as entities, as it was typed. */
export function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Signs that format only where they touch a word; and `:emoji:`, and addresses that become links. */
export function escapeMrkdwn(text: string): string {
  return entities(text)
    .replace(/[*_~`]/g, `${APART}$&${APART}`)
    .replace(/:(?=[\w+-]+:)/g, `:${APART}`)
    .replace(/:(?=\/\/)/g, `:${APART}`);
}

function inlineCode(text: string): string {
  // Nothing can stand for a backtick inside code; the modifier letter looks the same.
  return `\`${entities(text.replace(/\s+/g, ' ')).replaceAll('`', 'ˋ')}\``;
}

const channelLink = /(<#[A-Z0-9]+>)/;

/** One person and nothing else. */
const personLink = /^<@[UW][A-Z0-9]+>$/;

/** Nothing but references to channels stays as it is; they ping nobody. */
function channelLinks(text: string): string {
  const parts = text.split(channelLink);
  return parts.map((part, index) => (index % 2 === 1 ? part : escapeMrkdwn(part))).join('');
}

/** For screen readers: the channels that a message itself names are links in its plain text, too. */
export function spokenMrkdwn({ blocks, spoken }: ChatMessage): string {
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flat();
    return block.kind === 'code' ? [] : block.text;
  });
  const channels = texts
    .filter(({ style }) => style === 'channel')
    .flatMap(({ text }) => text.split(channelLink).filter((part) => channelLink.test(part)));
  return channels.reduce(
    (text, channel) => text.replaceAll(entities(channel), channel),
    entities(spoken),
  );
}

function span({ text, style }: Span): string {
  if (text.trim() === '') return text;
  if (style === 'code') return inlineCode(text);
  if (style === undefined) return escapeMrkdwn(text);
  if (style === 'channel') return channelLinks(text);
  if (style === 'person') return personLink.test(text) ? text : escapeMrkdwn(text);
  // Bold needs a border to the left and right; in Korean the next letter follows at once.
  return `${APART}*${escapeMrkdwn(text)}*${APART}`;
}

function inline(text: Text): string {
  return text.map(span).join('');
}

const FENCE = '```';

export function codeBlock(text: string): string {
  return `${FENCE}\n${entities(text).replaceAll(FENCE, `\`${APART}\`${APART}\``)}\n${FENCE}`;
}

export function blockMrkdwn(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `*${oneLine(inline(block.text)).replaceAll('*', '')}*`;
    case 'text':
      return inline(block.text);
    case 'list':
      return block.items.map((item) => `• ${oneLine(inline(item))}`).join('\n');
    case 'code':
      return codeBlock(block.text);
  }
}

function oneLine(mrkdwn: string): string {
  return mrkdwn.replace(/\s*\n\s*/g, ' ');
}
