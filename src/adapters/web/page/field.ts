/** The field one types into: as high as what is in it, up to a bound, and set like code only for code. */
import { byId } from './element.js';
import { looksLikeCode } from './looks-like-code.js';

export class Field {
  readonly node = byId('line', HTMLTextAreaElement);

  constructor() {
    this.node.addEventListener('input', () => {
      this.#fit();
    });
    // The same text takes more lines where there is less width.
    let { clientWidth } = this.node;
    new ResizeObserver(() => {
      if (this.node.clientWidth === clientWidth) return;
      ({ clientWidth } = this.node);
      this.#fit();
    }).observe(this.node);
    this.#fit();
  }

  get text(): string {
    return this.node.value;
  }

  /** Puts this there, with the caret at its end. */
  write(text: string): void {
    this.node.value = text;
    this.node.setSelectionRange(text.length, text.length);
    this.#fit();
    this.node.scrollTop = this.node.scrollHeight;
  }

  /** Where the caret is, if nothing is selected, an arrow key has no other line to go to. */
  isAtEdge(key: 'ArrowUp' | 'ArrowDown'): boolean {
    const { value, selectionStart, selectionEnd } = this.node;
    if (selectionStart !== selectionEnd) return false;
    if (!this.node.classList.contains('high')) return true;
    return selectionStart === (key === 'ArrowUp' ? 0 : value.length);
  }

  /** CSS bounds the height; beyond it the text scrolls. */
  #fit(): void {
    const { style, classList } = this.node;
    classList.toggle('code', looksLikeCode(this.node.value));
    style.height = '';
    const { clientHeight, scrollHeight } = this.node;
    // Of an empty field the height is that of its one row.
    const isHigh = scrollHeight > clientHeight && this.node.value !== '';
    classList.toggle('high', isHigh);
    if (isHigh) style.height = `${scrollHeight}px`;
  }
}
