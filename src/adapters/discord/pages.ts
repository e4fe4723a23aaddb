/** Splits a message into as many Discord messages as it needs: usually one. */
import type { Block, Button, ChatMessage } from '../../chat/message.js';
import { blockMarkdown, codeBlock, escapeMarkdown } from './markdown.js';
import { MAX_CONTENT } from './limits.js';

/** Content of one Discord message each, in order; at least one. */
export function pages(message: ChatMessage): readonly [string, ...string[]] {
  const done: string[] = [];
  let page = '';
  for (const piece of message.blocks.flatMap(pieces)) {
    const longer = page === '' ? piece : `${page}\n${piece}`;
    if (page === '' || longer.length <= MAX_CONTENT) {
      page = longer;
    } else {
      done.push(page);
      page = piece;
    }
  }
  // Discord rejects a message without content.
  const last = page === '' ? escapeMarkdown(message.spoken) : page;
  const [first, ...rest] = done;
  return first === undefined ? [last] : [first, ...rest, last];
}

/** A block's Markdown, split where it is longer than a message: at line breaks, else anywhere. */
function pieces(block: Block): readonly string[] {
  const whole = blockMarkdown(block);
  if (whole.length <= MAX_CONTENT) return [whole];
  if (block.kind === 'code') {
    return linesWithin(block.text, (text) => codeBlock(text).length <= MAX_CONTENT).map(codeBlock);
  }
  if (block.kind === 'list') {
    return block.items.flatMap((item) => pieces({ kind: 'list', items: [item] }));
  }
  return linesWithin(whole, (text) => text.length <= MAX_CONTENT);
}

/** Joins as many lines as fit; a line too long on its own is split. */
function linesWithin(text: string, fits: (text: string) => boolean): readonly string[] {
  const parts: string[] = [];
  let part: string | undefined;
  for (const line of text.split('\n').flatMap((long) => cut(long, fits))) {
    const longer = part === undefined ? line : `${part}\n${line}`;
    if (part !== undefined && !fits(longer)) {
      parts.push(part);
      part = line;
    } else {
      part = longer;
    }
  }
  return part === undefined ? parts : [...parts, part];
}

/** Halves until every piece fits; never inside a surrogate pair. */
function cut(line: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(line)) return [line];
  const characters = Array.from(line);
  const middle = Math.ceil(characters.length / 2);
  const halves = [characters.slice(0, middle), characters.slice(middle)];
  return halves.flatMap((half) => cut(half.join(''), fits));
}

/** Discord rejects two buttons with the same custom id. */
export function uniqueButtons(buttons: readonly Button[]): readonly Button[] {
  return buttons.filter(
    ({ command }, index) => buttons.findIndex((other) => other.command === command) === index,
  );
}
