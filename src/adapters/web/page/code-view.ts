/** A code block whose lines change one by one, with the progress bar in colour. */
import { element, setText } from './element.js';

/** A Keras line: the counter, the bar, the rest. */
const barLine = /^(.*?\d+\/\d+ )(\[[=>.]+\])(.*)$/;

/** Shows `text` in `pre`, touching only lines that differ, so that selection and scroll position survive. */
export function showCode(pre: HTMLPreElement, text: string): void {
  const code = pre.querySelector('code') ?? pre.appendChild(element('code'));
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    // The line break is part of the line, so that copying keeps it.
    const shown = index < lines.length - 1 ? `${line}\n` : line;
    const there = code.children[index];
    if (there?.textContent === shown) return;
    if (there) showLine(there, shown);
    else code.append(showLine(element('span'), shown));
  });
  while (code.children.length > lines.length) code.lastElementChild?.remove();
}

function showLine<T extends Element>(node: T, line: string): T {
  const [, counter, bar, rest] = barLine.exec(line.replace(/\n$/, '')) ?? [];
  if (counter === undefined || bar === undefined || rest === undefined) {
    setText(node, line);
    return node;
  }
  const end = line.endsWith('\n') ? '\n' : '';
  const filled = bar.replace(/\.+\]$/, '');
  node.replaceChildren(
    counter,
    element('span', 'bar-done', filled),
    element('span', 'bar-left', bar.slice(filled.length)),
    element('span', 'bar-rest', rest),
    end,
  );
  return node;
}
