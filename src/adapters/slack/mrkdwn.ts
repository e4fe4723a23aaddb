/**
 * Text in Slack's mrkdwn. Three characters are written as entities; everything else that would format
 * what people typed is broken up by a zero-width character, as mrkdwn has no escapes.
 */
import type { Block, ChatMessage } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';

const APART = '\u200b';

/** Without these, neither `<!channel>` nor `<@U1>` nor a link can be written (docs.slack.dev, mrkdwn). */
function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Decodes Slack's entities. */
export function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Characters that format only next to a word; also `:emoji:`, and addresses that become links. */
export function escapeMrkdwn(text: string): string {
  return entities(text)
    .replace(/[*_~`]/g, `${APART}$&${APART}`)
    .replace(/:(?=[\w+-]+:)/g, `:${APART}`)
    .replace(/:(?=\/\/)/g, `:${APART}`);
}

function inlineCode(text: string): string {
  // A backtick cannot be escaped inside code; the modifier letter looks the same.
  return `\`${entities(text.replace(/\s+/g, ' ')).replaceAll('`', 'ˋ')}\``;
}

const channelLink = /(<#[A-Z0-9]+>)/;

/** Mentions exactly one person. */
const personLink = /^<@[UW][A-Z0-9]+>$/;

/** Escapes everything except channel references; they ping nobody. */
function channelLinks(text: string): string {
  const parts = text.split(channelLink);
  return parts.map((part, index) => (index % 2 === 1 ? part : escapeMrkdwn(part))).join('');
}

/** For screen readers: channels that a message names are links in its plain text, too. */
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
  // Bold needs a word boundary on both sides; in Korean a particle may follow directly.
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
