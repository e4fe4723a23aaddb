/** A chat message as a reader sees it. */
import type { Block, ChatMessage } from '../../src/chat/message.js';
import { plain } from '../../src/content/text.js';

export function blockText(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list') return block.items.map((item) => `- ${plain(item)}`).join('\n');
  return plain(block.text);
}

export function messageText(message: ChatMessage): string {
  return message.blocks.map(blockText).join('\n');
}

export function codeLines(message: ChatMessage): readonly string[] {
  return message.blocks.flatMap((block) => (block.kind === 'code' ? block.text.split('\n') : []));
}

/** The character count on a platform without styles, including code fences. */
export function messageLength(message: ChatMessage): number {
  const fences = message.blocks.filter(({ kind }) => kind === 'code').length * 8;
  return messageText(message).length + fences;
}
