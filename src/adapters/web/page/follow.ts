/** Keeps the newest in sight for who is at the end; who scrolled up is left where they read. */
import { byId } from './element.js';

/** Nearer to the end than this counts as being there, in CSS pixels. */
const nearPx = 80;

export class Follow {
  readonly #scroller = byId('scroller', HTMLElement);
  readonly #button = byId('to-newest', HTMLButtonElement);
  #isFollowing = true;
  #lastTop = 0;

  constructor() {
    this.#scroller.addEventListener('scroll', () => {
      const { scrollTop } = this.#scroller;
      // Only people go up: a message that grew, or a picture that came, moves the end away instead.
      if (scrollTop < this.#lastTop) this.#isFollowing = false;
      if (this.#distance() < nearPx) this.#isFollowing = true;
      this.#lastTop = scrollTop;
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
