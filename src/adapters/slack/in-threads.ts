/**
 * Slack has no slash commands in threads: what a message says of them there is said as it works there,
 * behind a mention, or alone with the bot without a slash.
 */
import type { Block, ChatMessage } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';
import { isDirect, type SlackPlace } from './keys.js';

export type ForThreads = (message: ChatMessage, where: SlackPlace) => ChatMessage;

/**
 * @param commands names of those that there are: what else begins with a slash stays as it is
 * @param botName what the bot is called once that is known: `@tutor`
 */
export function forThreads(commands: readonly string[], botName: () => string): ForThreads {
  // Only a slash command opens a form.
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

/** Commands are set as code; the rest may be somebody's own words. */
function inSpan(span: Span, say: (words: string) => string): Span {
  return span.style === 'code' && span.text.startsWith('/')
    ? { ...span, text: say(span.text) }
    : span;
}
