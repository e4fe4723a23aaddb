/** All messages, in order, each edited in place. */
import type { WireEntry, WireEvents } from '../wire.js';
import { byId } from './element.js';
import { EntryView } from './entry-view.js';

/** What changed when an entry was shown. */
interface Put {
  readonly view: EntryView;
  readonly isNew: boolean;
  /** The block that gives the outcome, if it is new. */
  readonly outcome: Element | undefined;
}

export class MessageList {
  readonly #parent = byId('messages', HTMLElement);
  /** Ordered by id. */
  readonly #views = new Map<number, EntryView>();

  constructor(private readonly press: (command: string) => Promise<void>) {}

  get isEmpty(): boolean {
    return this.#views.size === 0;
  }

  /** It is the last visible entry. */
  isLast({ node }: EntryView): boolean {
    let next = node.nextElementSibling;
    while (next?.hasAttribute('hidden')) next = next.nextElementSibling;
    return next === null;
  }

  get all(): Iterable<EntryView> {
    return this.#views.values();
  }

  find(id: number): EntryView | undefined {
    return this.#views.get(id);
  }

  /** Shows an entry that is new, or has changed. */
  put(entry: WireEntry): Put {
    const known = this.#views.get(entry.id);
    if (known) {
      const hadOutcome = known.outcome !== undefined;
      known.show(entry);
      return { view: known, isNew: false, outcome: hadOutcome ? undefined : known.outcome };
    }
    const view = new EntryView(entry, this.press);
    view.node.dataset.id = String(entry.id);
    this.#views.set(entry.id, view);
    this.#parent.insertBefore(view.node, this.#firstAfter(entry.id));
    return { view, isNew: true, outcome: view.outcome };
  }

  /** Removes what the room has deleted: everything outside these ranges of ids. */
  keep(ranges: WireEvents['kept']): void {
    for (const [id, view] of this.#views) {
      if (ranges.some(([first, last]) => first <= id && id <= last)) continue;
      this.#views.delete(id);
      view.node.remove();
    }
  }

  /** Renders everything again, in another language. */
  refresh(): void {
    for (const view of this.#views.values()) view.refresh();
  }

  clear(): void {
    this.#views.clear();
    this.#parent.replaceChildren();
  }

  /** Finds the position: catching up comes in the order of changes, not of entries. */
  #firstAfter(id: number): Element | null {
    let next: Element | null = null;
    for (let node = this.#parent.lastElementChild; node; node = node.previousElementSibling) {
      if (Number(node.getAttribute('data-id')) < id) break;
      next = node;
    }
    return next;
  }
}
