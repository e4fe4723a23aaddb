/** The text field: grows with its text up to a limit, in a monospace font only for code. */
import { byId } from './element.js';
import { looksLikeCode } from './looks-like-code.js';

export class Field {
  readonly node = byId('line', HTMLTextAreaElement);

  constructor() {
    this.node.addEventListener('input', () => {
      this.#fit();
    });
    // A narrower field wraps into more lines.
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

  /** Sets the text, with the caret at its end. */
  write(text: string): void {
    this.node.value = text;
    this.node.setSelectionRange(text.length, text.length);
    this.#fit();
    this.node.scrollTop = this.node.scrollHeight;
  }

  /** Whether nothing is selected and an arrow key has no other line to go to. */
  isAtEdge(key: 'ArrowUp' | 'ArrowDown'): boolean {
    const { value, selectionStart, selectionEnd } = this.node;
    if (selectionStart !== selectionEnd) return false;
    if (!this.node.classList.contains('high')) return true;
    return selectionStart === (key === 'ArrowUp' ? 0 : value.length);
  }

  /** CSS limits the height; beyond it the text scrolls. */
  #fit(): void {
    const { style, classList } = this.node;
    classList.toggle('code', looksLikeCode(this.node.value));
    style.height = '';
    const { clientHeight, scrollHeight } = this.node;
    // An empty field is one row high.
    const isHigh = scrollHeight > clientHeight && this.node.value !== '';
    classList.toggle('high', isHigh);
    if (isHigh) style.height = `${scrollHeight}px`;
  }
}
