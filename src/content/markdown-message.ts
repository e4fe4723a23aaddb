/**
 * Markdown as content files write it, turned into ICU messages: only paragraphs, lists, `**strong**`
 * and `` `code` ``. What stands in braces is an ICU message's, as in all other content.
 */
import type { List, Nodes, Paragraph, PhrasingContent } from 'mdast';

/** What is wrong with a content file; the loader adds which. */
export class ContentFault extends Error {}

/** @throws ContentFault with the line where something else than plain, strong or code stands */
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
  // CommonMark takes `**word(...)**` for strong only where no letter follows at once, as in Korean.
  if (node.value.includes('**')) throw faultAt(node, '"**" stands where it makes nothing strong');
  return escaped(node.value.replace(/\s*\n\s*/g, ' '));
}

/** Angle brackets are a message's tags, but plain signs in Markdown. */
function escaped(text: string): string {
  return text.replace(/[<>]+/g, "'$&'");
}
