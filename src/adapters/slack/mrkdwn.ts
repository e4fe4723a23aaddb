/**
 * Text in Slack's mrkdwn. Three signs are entities; everything else that would format what a person
 * typed is kept apart by a character that cannot be seen, as mrkdwn knows no escapes.
 */
import type { Block } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';

const APART = '\u200b';

/** Without these, neither `<!channel>` nor `<@U1>` nor a link can be written (docs.slack.dev, mrkdwn). */
export function entities(text: string): string {
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

function span({ text, style }: Span): string {
  if (text.trim() === '') return text;
  if (style === 'code') return inlineCode(text);
  if (style === undefined) return escapeMrkdwn(text);
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
