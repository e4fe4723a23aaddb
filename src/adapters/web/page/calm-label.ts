/** The label of a changing drawing, updated now and then rather than every time. */

/** Minimum time between two changes, in ms: listening to one takes seconds. */
const relabelMs = 8000;

export class CalmLabel {
  #labelledAt = -Infinity;

  constructor(private readonly node: HTMLElement) {}

  /** @param isLast whether this is the final label */
  show(label: string, isLast = false): void {
    const now = performance.now();
    if (!isLast && now - this.#labelledAt < relabelMs) return;
    this.#labelledAt = now;
    this.node.setAttribute('aria-label', label);
  }
}
