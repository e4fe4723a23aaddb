/** The completion list above the field: arrow keys move in it, Tab takes the first. */
import { completionsFor, type Completion } from './completions.js';
import { byId, element } from './element.js';
import type { Field } from './field.js';
import { currentWords } from './labels.js';

export class CompletionList {
  readonly #input: HTMLTextAreaElement;
  readonly #list = byId('completions', HTMLUListElement);
  #completions: readonly Completion[] = [];
  /** -1: none is selected, and Enter sends the line. */
  #active = -1;

  constructor(private readonly field: Field) {
    this.#input = field.node;
    this.#input.addEventListener('input', () => {
      this.update();
    });
    this.#input.addEventListener('blur', () => {
      this.close();
    });
  }

  get isOpen(): boolean {
    return this.#completions.length > 0;
  }

  /** Updates the list for the line; open only while the caret is at its end. */
  update(): void {
    const { value, selectionStart } = this.#input;
    const isAtEnd = selectionStart === value.length;
    this.#show(isAtEnd ? completionsFor(value, currentWords().commands) : []);
  }

  close(): void {
    this.#show([]);
  }

  /** @returns whether the list handled the key */
  handles(event: KeyboardEvent): boolean {
    if (!this.isOpen) return false;
    switch (event.key) {
      case 'ArrowDown':
        this.#move(1);
        return true;
      case 'ArrowUp':
        this.#move(-1);
        return true;
      case 'Escape':
        this.close();
        return true;
      case 'Tab':
        if (event.shiftKey) return false;
        return this.#take(this.#completions[Math.max(this.#active, 0)]);
      case 'Enter':
        return this.#take(this.#completions[this.#active]);
      default:
        return false;
    }
  }

  #take(completion: Completion | undefined): boolean {
    if (!completion) return false;
    this.field.write(completion.before);
    this.update();
    return true;
  }

  #move(by: 1 | -1): void {
    const count = this.#completions.length;
    const next = this.#active === -1 && by === -1 ? count - 1 : (this.#active + by + count) % count;
    this.#activate(next);
  }

  #activate(index: number): void {
    this.#active = index;
    [...this.#list.children].forEach((item, at) => {
      item.setAttribute('aria-selected', String(at === index));
    });
    const item = this.#list.children[index];
    if (!item) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    this.#input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  }

  #show(completions: readonly Completion[]): void {
    this.#completions = completions;
    this.#list.hidden = !this.isOpen;
    this.#list.replaceChildren(...completions.map((one, index) => this.#item(one, index)));
    this.#list.scrollTop = 0;
    this.#activate(-1);
  }

  #item(completion: Completion, index: number): HTMLElement {
    const { label, description } = completion;
    const item = element(
      'li',
      'completion',
      element('code', '', label),
      element('span', '', description),
    );
    item.id = `completion-${index}`;
    item.role = 'option';
    // A click must not take the focus from the field.
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.#take(completion);
    });
    return item;
  }
}
