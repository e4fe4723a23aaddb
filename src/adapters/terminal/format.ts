/** A message as terminal text. */
import { styleText } from 'node:util';
import type { Block, ChatMessage } from '../../chat/message.js';
import type { Span, Text } from '../../content/text.js';

/** Control characters could move the cursor or change the title: what people typed may hold some. */
// eslint-disable-next-line no-control-regex -- these very characters are what it is about
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

export interface TerminalFormat {
  readonly colours: boolean;
}

export function formatMessage(message: ChatMessage, format: TerminalFormat): string {
  return message.blocks.map((block) => formatBlock(block, format)).join('\n\n');
}

/** The code of a message alone: Keras' output. */
export function codeOf(message: ChatMessage): readonly string[] {
  return message.blocks.flatMap((block) =>
    block.kind === 'code' ? clean(block.text).split('\n') : [],
  );
}

/** The message without its code. */
export function wordsOf(message: ChatMessage, format: TerminalFormat): string {
  const blocks = message.blocks.filter(({ kind }) => kind !== 'code');
  return formatMessage({ ...message, blocks }, format);
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
    if (style === undefined || !colours) return clean(text);
    return styleText(style === 'strong' ? 'bold' : 'cyan', clean(text), { validateStream: false });
  };
  return text.map(format).join('');
}

function clean(text: string): string {
  return text.replace(control, '');
}
