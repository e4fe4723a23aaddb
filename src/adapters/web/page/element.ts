/** Creates and finds elements. Text goes in as text nodes only, so that nobody's text is ever parsed as HTML. */

type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** @throws Error when the page has no such element: the HTML and the scripts do not match. */
export function byId<T extends Element>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${type.name} #${id}`);
}

/** Sets it only when it differs, so as not to disturb selections and screen readers. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Makes `parent` hold exactly these, moving only those that are out of place. */
export function setChildren(parent: Element, wanted: readonly Element[]): void {
  wanted.forEach((child, index) => {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
  while (parent.children.length > wanted.length) parent.lastElementChild?.remove();
}
