/**
 * Keeps the newest in sight for who is at the end; who went elsewhere is left where they read.
 *
 * Whose doing a movement was is not guessed from its direction or from what came before it: after all
 * that the page does by itself, and whenever a size changes, it is noted where the view has come to
 * be. A view that is found elsewhere was moved by its person, be it by wheel, finger, key, search or
 * screen reader.
 */
import { byId, setText } from './element.js';

/** Where a movement may end to count as at the end, in CSS pixels: fingers do not stop to the pixel. */
const nearPx = 24;
/** Positions are rounded, to what is a fraction of a pixel on some screens. */
const roundingPx = 2;
/** Between the upper edge and words that are held in sight, in CSS pixels. */
const marginPx = 12;
/** What comes so long after a press is its answer, in ms, unless its person has scrolled away since. */
const answerMs = 30_000;

export class Follow {
  readonly #scroller = byId('scroller', HTMLElement);
  readonly #button = byId('to-newest', HTMLButtonElement);
  readonly #count = byId('unseen-count', HTMLElement);
  #isFollowing = true;
  /** Where the view is, by all we know, in CSS pixels. */
  #top = 0;
  /** Its person has moved the view, and may be about to move it on. */
  #isTheirs = false;
  /** What stays in sight even where what comes below it does not fit. */
  #held: Element | undefined;
  /** Another message does not take it out of sight. */
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
    // Messages grow with edits and pictures, the window with its person.
    const observer = new ResizeObserver(() => {
      this.settle();
    });
    for (const watched of [this.#scroller, ...this.#scroller.children]) observer.observe(watched);
  }

  /** To the newest, whatever was read: its person has just said something. */
  toEnd(): void {
    this.#isFollowing = true;
    this.#held = undefined;
    this.#unseen = 0;
    this.settle();
  }

  /** Something was pressed: the next message to its person is what they want to see. */
  expectAnswer(): void {
    this.#answerUntilMs = performance.now() + answerMs;
  }

  /** Its person went elsewhere by a press: what changes before the browser tells of it does not take them back. */
  moved(): void {
    this.#look();
  }

  /** Another message is there. Where the view belongs now, `settle` sees to. */
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
   * For who follows: these words are to stay in sight, until they move on or say something.
   * @param isFirm also when another message comes
   */
  hold(words: Element, isFirm: boolean): void {
    if (this.#isFollowing) {
      this.#held = words;
      this.#isHeldFirmly = isFirm;
    }
    this.settle();
  }

  /** After every change: the view goes along, or stays, and in either case it was not its person. */
  settle(): void {
    // Nobody looks: what comes meanwhile is found where it began.
    if (this.#isFollowing && !document.hidden) {
      const wanted = this.#wanted();
      // Even where it moves nothing it would break off a movement that its person has just begun.
      if (Math.abs(wanted - this.#scroller.scrollTop) >= 1) this.#scroller.scrollTop = wanted;
    }
    this.#top = this.#scroller.scrollTop;
    this.#show();
  }

  #look(): void {
    if (Math.abs(this.#scroller.scrollTop - this.#top) < 1) return;
    // It had to move: what is shown ends above where it was. It may have been shorter still, for a moment,
    // so that the view is not at its end now; the observer hears of that only after us.
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

  /** Where the view is when it shows the newest, in CSS pixels. */
  get #end(): number {
    return this.#scroller.scrollHeight - this.#scroller.clientHeight;
  }
}
