/**
 * Keeps the newest message in view for people at the end; people who scrolled elsewhere stay where they are.
 *
 * Who scrolled is not guessed from the direction or from earlier events: after everything
 * that the page does by itself, and whenever a size changes, the scroll position is
 * recorded. If it is found elsewhere, the person moved it, whether by wheel, finger, key, search or
 * screen reader.
 */
import { byId, setText } from './element.js';

/** Tolerance for being at the end, in CSS pixels: fingers are not exact to the pixel. */
const nearPx = 24;
/** Positions are rounded, on some screens to a fraction of a pixel. */
const roundingPx = 2;
/** Margin above text that is kept in view, in CSS pixels. */
const marginPx = 12;
/** A message within this time of a press counts as its answer, in ms, unless the person has scrolled since. */
const answerMs = 30_000;

export class Follow {
  readonly #scroller = byId('scroller', HTMLElement);
  readonly #button = byId('to-newest', HTMLButtonElement);
  readonly #count = byId('unseen-count', HTMLElement);
  #isFollowing = true;
  /** The last recorded scroll position, in CSS pixels. */
  #top = 0;
  /** The person has scrolled, and may still be scrolling. */
  #isTheirs = false;
  /** The element that stays in view even where what follows does not fit. */
  #held: Element | undefined;
  /** It stays in view even when another message comes. */
  #isHeldFirmly = false;
  #unseen = 0;
  #answerUntilMs = 0;

  constructor() {
    this.#scroller.addEventListener('scroll', () => {
      this.#look();
    });
    this.#scroller.addEventListener('scrollend', () => {
      if (this.#isTheirs && this.#distance() <= nearPx) this.toEnd();
      this.#isTheirs = false;
    });
    this.#button.addEventListener('click', () => {
      this.toEnd();
    });
    // Messages grow with edits and images; the person may resize the window.
    const observer = new ResizeObserver(() => {
      this.settle();
    });
    for (const watched of [this.#scroller, ...this.#scroller.children]) observer.observe(watched);
  }

  /** Goes to the newest message, whatever was being read: the person has just sent something. */
  toEnd(): void {
    this.#isFollowing = true;
    this.#held = undefined;
    this.#unseen = 0;
    this.settle();
  }

  /** A button was pressed: the next message to the person is what they want to see. */
  expectAnswer(): void {
    this.#answerUntilMs = performance.now() + answerMs;
  }

  /** The viewer scrolled by a press, and a change that comes before the browser reports it must not take them back. */
  moved(): void {
    this.#look();
  }

  /** A message was added. `settle` then scrolls to where the view belongs. */
  hear(isMine: boolean): void {
    if (isMine && performance.now() < this.#answerUntilMs) {
      this.#answerUntilMs = 0;
      this.toEnd();
      return;
    }
    if (!this.#isHeldFirmly) this.#held = undefined;
    if (!this.#isFollowing || this.#held) this.#unseen += 1;
  }

  /**
   * For people who follow: keeps this text in view, until they scroll or say something.
   * @param isFirm even when another message comes
   */
  hold(words: Element, isFirm: boolean): void {
    if (this.#isFollowing) {
      this.#held = words;
      this.#isHeldFirmly = isFirm;
    }
    this.settle();
  }

  /** After every change: the view follows, or stays; either way it was not the person's doing. */
  settle(): void {
    // A hidden page: new messages stay where they start, to be found later.
    if (this.#isFollowing && !document.hidden) {
      const wanted = this.#wanted();
      // Even without moving, it would interrupt a scroll that the person has just started.
      if (Math.abs(wanted - this.#scroller.scrollTop) >= 1) this.#scroller.scrollTop = wanted;
    }
    this.#top = this.#scroller.scrollTop;
    this.#show();
  }

  #look(): void {
    if (Math.abs(this.#scroller.scrollTop - this.#top) < 1) return;
    // The content now ends above the old position. It may have been even shorter for a moment,
    // so the view may not be at its end now; the observer learns that only after us.
    if (this.#isFollowing && this.#end < this.#top - 1) {
      this.settle();
      return;
    }
    this.#top = this.#scroller.scrollTop;
    this.#isTheirs = true;
    this.#held = undefined;
    this.#answerUntilMs = 0;
    this.#isFollowing = this.#distance() <= roundingPx;
    if (this.#isFollowing) this.#unseen = 0;
    this.#show();
  }

  #wanted(): number {
    if (!this.#held?.isConnected) return this.#end;
    const above = this.#scroller.getBoundingClientRect().top + marginPx;
    const top = this.#scroller.scrollTop + this.#held.getBoundingClientRect().top - above;
    return Math.min(this.#end, top);
  }

  #show(): void {
    this.#scroller.classList.toggle('following', this.#isFollowing);
    const isAtEnd = this.#distance() <= nearPx;
    if (isAtEnd && !document.hidden) this.#unseen = 0;
    this.#button.hidden = this.#isFollowing ? this.#unseen === 0 : isAtEnd;
    setText(this.#count, this.#unseen > 0 ? ` (${this.#unseen})` : '');
  }

  #distance(): number {
    return this.#end - this.#scroller.scrollTop;
  }

  /** The scroll position that shows the newest message, in CSS pixels. */
  get #end(): number {
    return this.#scroller.scrollHeight - this.#scroller.clientHeight;
  }
}
