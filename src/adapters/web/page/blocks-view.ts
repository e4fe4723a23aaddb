/** Updates a message's blocks in place: an element is kept while its kind stays the same. */
import type { Block } from '../../../chat/message.js';
import type { Text } from '../../../content/text.js';
import { showCode } from './code-view.js';
import { element } from './element.js';
import { keepReachable } from './reachable.js';

const tags = { heading: 'h2', text: 'p', list: 'ul', code: 'pre' } as const;

/** @param figure shown below the code */
export function showBlocks(
  parent: HTMLElement,
  blocks: readonly Block[],
  figure?: HTMLElement,
): void {
  const below = blocks.findLastIndex(({ kind }) => kind === 'code');
  const shown: (Block | HTMLElement)[] = [...blocks];
  if (figure) shown.splice(below + 1, 0, figure);
  shown.forEach((block, index) => {
    const there = parent.children[index];
    if (block instanceof HTMLElement) {
      if (there !== block) parent.insertBefore(block, there ?? null);
      return;
    }
    const tag = tags[block.kind];
    let node = there;
    if (node?.localName !== tag) {
      node = element(tag);
      if (there && there !== figure) there.replaceWith(node);
      else parent.insertBefore(node, there ?? null);
    }
    showBlock(node, block);
  });
  while (parent.children.length > shown.length) parent.lastElementChild?.remove();
}

function showBlock(node: Element, block: Block): void {
  if (block.kind === 'code') {
    if (!(node instanceof HTMLPreElement)) return;
    node.translate = false;
    showCode(node, block.text);
    keepReachable(node);
  } else if (block.kind === 'list') {
    node.className = block.isOutcome ? 'outcome' : '';
    node.replaceChildren(...block.items.map((item) => element('li', '', ...spans(item))));
  } else {
    showText(node, block.text);
  }
}

function showText(node: Element, text: Text): void {
  const made = spans(text);
  const isSame =
    node.childNodes.length === made.length &&
    made.every((span, index) => node.childNodes[index]?.isEqualNode(span));
  if (!isSame) node.replaceChildren(...made);
}

function spans(text: Text): Node[] {
  return text.map(({ text: words, style }) => {
    if (style === 'strong') return element('strong', '', words);
    if (style === 'code') return element('code', '', words);
    return document.createTextNode(words);
  });
}
