/** Keeps the newest in sight for who is at the end; who scrolled up is left where they read. */
import { byId } from './element.js';

/** Nearer to the end than this counts as being there, in CSS pixels. */
const nearPx = 80;
/** Keys by which people move through what was said. */
const moving = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Tab']);

export class Follow {
  readonly #scroller = byId('scroller', HTMLElement);
  readonly #button = byId('to-newest', HTMLButtonElement);
  #isFollowing = true;
  /** A person's hand is behind the scrolling under way. */
  #isTheirs = false;
  /** Of what is shown and of its window, when it last scrolled, in CSS pixels. */
  #heights = '';

  constructor() {
    const theirs = (): void => {
      this.#isTheirs = true;
    };
    for (const gesture of ['wheel', 'touchmove'] as const) {
      this.#scroller.addEventListener(gesture, theirs, { passive: true });
    }
    this.#scroller.addEventListener('pointerdown', ({ target }) => {
      // Nothing but its bar is the scroller itself.
      if (target === this.#scroller) theirs();
    });
    this.#scroller.addEventListener('keydown', ({ key }) => {
      if (moving.has(key)) theirs();
    });
    this.#scroller.addEventListener('scrollend', () => {
      this.#isTheirs = false;
    });
    this.#scroller.addEventListener('scroll', () => {
      const { scrollHeight, clientHeight } = this.#scroller;
      const heights = `${scrollHeight} ${clientHeight}`;
      // A message that shrinks or grows moves the view, too: only a person moves it where all stays as high.
      if (this.#isTheirs || heights === this.#heights) {
        this.#isFollowing = this.#distance() < nearPx;
      }
      this.#heights = heights;
      this.#button.hidden = this.#isFollowing;
    });
    this.#button.addEventListener('click', () => {
      this.toEnd();
    });
    // Messages grow with edits and pictures, the window with its person.
    const observer = new ResizeObserver(() => {
      if (this.#isFollowing) this.toEnd();
    });
    for (const watched of [this.#scroller, ...this.#scroller.children]) observer.observe(watched);
  }

  toEnd(): void {
    this.#isFollowing = true;
    this.#button.hidden = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #distance(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight;
  }
}
