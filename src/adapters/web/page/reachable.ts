/** Content wider than its container scrolls, and whatever scrolls must be reachable by keyboard. */

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) check(target);
});

/** Checks it once it is laid out, and whenever its width changes. */
export function keepReachable(node: HTMLElement): void {
  observer.unobserve(node);
  observer.observe(node);
}

function check(node: Element): void {
  if (node.scrollWidth > node.clientWidth) node.setAttribute('tabindex', '0');
  else node.removeAttribute('tabindex');
}
