/**
 * Text in Discord's Markdown. What people typed is escaped, so it cannot format, link, mention or
 * break out of its code block. Any punctuation may be escaped with a backslash.
 */
import type { Block } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';

/** Zero-width; separates characters that would mean something together. */
const APART = '\u200b';

const anywhere = /[\\*_~`|<>[\]()@#]/g;
/** `https://…` would become a link. */
const linkScheme = /:(?=\/\/)/g;
/**
 * Bullets, numbered lists and small print (`-#`) start a line and are followed by a space: `-0.5` and `0.8395` are
 * numbers. Escaped with a backslash, like everything, so that copied text is what was read.
 */
const lineStart = /^([ \t]*)(?:([-+])(?= |\\#)|(\d+)([.)])(?=\s|$))/gm;

/** @param beginsLine whether the text starts a line */
export function escapeMarkdown(text: string, beginsLine = true): string {
  const escaped = text.replace(anywhere, '\\$&').replace(linkScheme, '\\:');
  return escaped.replace(lineStart, (...[whole, space, bullet, number, dot, offset]: Match) => {
    if (offset === 0 && !beginsLine) return whole;
    return bullet === undefined ? `${space}${number ?? ''}\\${dot ?? ''}` : `${space}\\${bullet}`;
  });
}

type Match = [string, string, string | undefined, string | undefined, string | undefined, number];

/** A longer run of backticks around it would be read as a code block; so those inside are separated. */
function inlineCode(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (!line.includes('`')) return `\`${line}\``;
  const inside = line.replace(/`(?=`)/g, `\`${APART}`);
  const before = inside.startsWith('`') ? APART : '';
  const after = inside.endsWith('`') ? APART : '';
  return `\`\`${before}${inside}${after}\`\``;
}

/** Escapes everything except channel references. */
function channelLinks(text: string): string {
  const parts = text.split(/(<#\d+>)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part, false)))
    .join('');
}

/** Mentions exactly one person; pings only where a message's allowed mentions permit it. */
const personLink = /^<@\d+>$/;

function span({ text, style }: Span, beginsLine: boolean): string {
  if (text.trim() === '') return text;
  if (style === 'code') return inlineCode(text);
  if (style === 'person' && personLink.test(text)) return text;
  if (style === 'channel') return channelLinks(text);
  return style === 'strong'
    ? `**${escapeMarkdown(text, false)}**`
    : escapeMarkdown(text, beginsLine);
}

function inline(text: Text, beginsLine = true): string {
  return text.reduce((before, next) => {
    const isBeginning = before.trim() === '' ? beginsLine : /\n[ \t]*$/.test(before);
    return before + span(next, isBeginning);
  }, '');
}

const FENCE = '```';

/** Lines in a code block that nothing inside can close. */
export function codeBlock(text: string): string {
  return `${FENCE}\n${text.replaceAll(FENCE, `\`${APART}\`${APART}\``)}\n${FENCE}`;
}

export function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${oneLine(inline(block.text, false))}`;
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
