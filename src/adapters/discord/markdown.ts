/**
 * Text in Discord's markdown. What a person typed is escaped, so it cannot format, link, mention or
 * leave its code block. Any punctuation may stand behind a backslash.
 */
import type { Block } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';

/** Invisible; keeps signs apart that would mean something together. */
const APART = '\u200b';

const anywhere = /[\\*_~`|<>[\]()@#]/g;
/** `https://…` would become a link. */
const linkScheme = /:(?=\/\/)/g;
/** Bullets, numbered lists and small print (`-#`) begin a line. */
const lineStart = /^(\s*)([-+]|\d+(?=[.)]))/gm;

export function escapeMarkdown(text: string): string {
  return text
    .replace(anywhere, '\\$&')
    .replace(linkScheme, '\\:')
    .replace(lineStart, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}${APART}` : `${space}\\${sign}`,
    );
}

/** A longer run of backticks outside would be read as a code block; so those inside are kept apart. */
function inlineCode(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (!line.includes('`')) return `\`${line}\``;
  const inside = line.replace(/`(?=`)/g, `\`${APART}`);
  const before = inside.startsWith('`') ? APART : '';
  const after = inside.endsWith('`') ? APART : '';
  return `\`\`${before}${inside}${after}\`\``;
}

/** Nothing but references to channels stays as it is. */
function channelLinks(text: string): string {
  const parts = text.split(/(<#\d+>)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part))).join('');
}

function span({ text, style }: Span): string {
  if (text.trim() === '') return text;
  if (style === 'code') return inlineCode(text);
  if (style === 'channel') return channelLinks(text);
  return style === 'strong' ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text);
}

function inline(text: Text): string {
  return text.map(span).join('');
}

const FENCE = '```';

/** Lines in a code block that nothing inside can close. */
export function codeBlock(text: string): string {
  return `${FENCE}\n${text.replaceAll(FENCE, `\`${APART}\`${APART}\``)}\n${FENCE}`;
}

export function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${oneLine(inline(block.text))}`;
    case 'text':
      return inline(block.text);
    case 'list':
      return block.items.map((item) => `- ${oneLine(inline(item))}`).join('\n');
    case 'code':
      return codeBlock(block.text);
  }
}

function oneLine(markdown: string): string {
  return markdown.replace(/\s*\n\s*/g, ' ');
}
