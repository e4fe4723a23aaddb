/** The words of a drawing that changes: now and then they change too, not every time. */

/** Between two changes, in ms: whoever listens to them takes some seconds. */
const relabelMs = 8000;

export class CalmLabel {
  #labelledAt = -Infinity;

  constructor(private readonly node: HTMLElement) {}

  /** @param isLast no other words follow soon */
  show(label: string, isLast = false): void {
    const now = performance.now();
    if (!isLast && now - this.#labelledAt < relabelMs) return;
    this.#labelledAt = now;
    this.node.setAttribute('aria-label', label);
  }
}
