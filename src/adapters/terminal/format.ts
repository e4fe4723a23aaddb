/** A message as terminal text. */
import { styleText } from 'node:util';
import type { Block, ChatMessage } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';

/** Control characters could move the cursor or change the title, and typed text may contain some. */
// eslint-disable-next-line no-control-regex -- these very characters are what it is about
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

export interface TerminalFormat {
  readonly colours: boolean;
}

export function formatMessage(message: ChatMessage, format: TerminalFormat): string {
  return message.blocks.map((block) => formatBlock(block, format)).join('\n\n');
}

/** A message split around its code block, which is Keras' output. */
export interface MessageParts {
  /** The text above the code; empty when there is no code. */
  readonly head: string;
  readonly lines: readonly string[];
  readonly words: string;
}

export function partsOf(message: ChatMessage, format: TerminalFormat): MessageParts {
  const { blocks } = message;
  const first = Math.max(
    0,
    blocks.findIndex(({ kind }) => kind === 'code'),
  );
  const text = (some: readonly Block[]): string =>
    formatMessage({ ...message, blocks: some.filter(({ kind }) => kind !== 'code') }, format);
  return {
    head: text(blocks.slice(0, first)),
    lines: blocks.flatMap((block) => (block.kind === 'code' ? clean(block.text).split('\n') : [])),
    words: text(blocks.slice(first)),
  };
}

function formatBlock(block: Block, format: TerminalFormat): string {
  switch (block.kind) {
    case 'code':
      return clean(block.text);
    case 'list':
      return block.items.map((item) => `- ${formatText(item, format)}`).join('\n');
    case 'heading':
      return formatText(
        block.text.map(({ text }) => ({ text, style: 'strong' })),
        format,
      );
    case 'text':
      return formatText(block.text, format);
  }
}

function formatText(text: Text, { colours }: TerminalFormat): string {
  const format = ({ text, style }: Span): string => {
    const words = style === 'code' ? asInShell(clean(text)) : clean(text);
    if (style === undefined || !colours) return words;
    return styleText(style === 'strong' ? 'bold' : 'cyan', words, { validateStream: false });
  };
  return text.map(format).join('');
}

/** Here a chat's `/fit` is typed in the shell. */
function asInShell(code: string): string {
  return code.replace(/^\/fit /, 'npm run fit -- ');
}

function clean(text: string): string {
  return text.replace(control, '');
}
