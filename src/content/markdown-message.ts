/**
 * Converts content files' Markdown to ICU messages: only paragraphs, lists, `**strong**`
 * and `` `code` ``. Braces are ICU syntax, as in all other content.
 */
import type { List, Nodes, Paragraph, PhrasingContent } from 'mdast';

/** An error in a content file; the loader adds which one. */
export class ContentFault extends Error {}

/** @throws ContentFault with the line of anything other than plain, strong or code text */
export function inlineMessage(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return textMessage(node);
      if (node.type === 'inlineCode') return `<code>${escaped(node.value)}</code>`;
      if (node.type !== 'strong') throw faultAt(node, `${node.type} cannot be shown`);
      const inside = node.children.map((child) => {
        if (child.type === 'text') return textMessage(child);
        throw faultAt(child, `${child.type} cannot be shown inside strong`);
      });
      return `<b>${inside.join('')}</b>`;
    })
    .join('');
}

/** @throws ContentFault when an item is more than one paragraph */
export function onlyParagraphs(list: List): readonly Paragraph[] {
  return list.children.map((item) => {
    const [paragraph, more] = item.children;
    if (paragraph?.type === 'paragraph' && !more) return paragraph;
    throw faultAt(item, 'an item of a list is one paragraph');
  });
}

export function faultAt({ position }: Nodes, reason: string): ContentFault {
  const line = position ? `line ${position.start.line} of the text: ` : '';
  return new ContentFault(`${line}${reason}`);
}

function textMessage(node: Extract<PhrasingContent, { type: 'text' }>): string {
  // CommonMark treats `**word(...)**` as strong only if no letter follows directly, as it does in Korean.
  if (node.value.includes('**')) throw faultAt(node, '"**" stands where it makes nothing strong');
  return escaped(node.value.replace(/\s*\n\s*/g, ' '));
}

/** Angle brackets are tags in a message, but plain characters in Markdown. */
function escaped(text: string): string {
  return text.replace(/[<>]+/g, "'$&'");
}
