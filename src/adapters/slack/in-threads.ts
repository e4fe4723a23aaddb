/**
 * Slack has no slash commands in threads: a message there shows them as they work there,
 * after a mention, or without a slash in a direct message.
 */
import type { Block, ChatMessage } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';
import { isDirect, type SlackPlace } from './keys.js';

export type ForThreads = (message: ChatMessage, where: SlackPlace) => ChatMessage;

/**
 * @param commands the existing names: anything else with a slash stays as it is
 * @param botName the bot's name once known: `@tutor`
 */
export function forThreads(commands: readonly string[], botName: () => string): ForThreads {
  // Only a slash command can open a form.
  const asForm = String.raw`(?! csv:(?:$|\s))`;
  const slashed = new RegExp(
    String.raw`(?<![\w/.:])/(${commands.join('|')})(?![\w/])${asForm}`,
    'g',
  );
  return (message, where) => {
    if (where.thread === undefined) return message;
    const before = isDirect(where) ? '' : `${botName()} `;
    const say = (words: string): string =>
      words.replace(slashed, (_, name: string) => before + name);
    const { blocks, spoken } = message;
    return { ...message, blocks: blocks.map((block) => inBlock(block, say)), spoken: say(spoken) };
  };
}

function inBlock(block: Block, say: (words: string) => string): Block {
  if (block.kind === 'code') return block;
  const inText = (text: Text): Text => text.map((span) => inSpan(span, say));
  if (block.kind === 'list') return { ...block, items: block.items.map(inText) };
  return { ...block, text: inText(block.text) };
}

/** Commands are formatted as code; other text may be somebody's own words. */
function inSpan(span: Span, say: (words: string) => string): Span {
  return span.style === 'code' && span.text.startsWith('/')
    ? { ...span, text: say(span.text) }
    : span;
}
