/** While one of the person's runs goes on out of view, a bar on top leads to it. */
import { byId, element } from './element.js';
import type { EntryView } from './entry-view.js';
import { label } from './labels.js';

/** The area that the bar itself covers; in CSS pixels. */
const coveredPx = 48;

export class RunBar {
  readonly #bar = byId('run-bar', HTMLButtonElement);
  /** The person's runs in progress, by message id. */
  readonly #mine = new Map<number, EntryView>();
  readonly #inSight = new Set<Element>();
  readonly #observer: IntersectionObserver;
  #shown: EntryView | undefined;

  /** @param jump scrolls to it */
  constructor(jump: (view: EntryView) => void) {
    this.#bar.addEventListener('click', () => {
      if (this.#shown) jump(this.#shown);
    });
    this.#observer = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          if (isIntersecting) this.#inSight.add(target);
          else this.#inSight.delete(target);
        }
        this.show();
      },
      { root: byId('scroller', HTMLElement), rootMargin: `-${coveredPx}px 0px -8px 0px` },
    );
  }

  /** A message was added or changed. */
  hear(view: EntryView): void {
    const { id, body } = view.entry;
    const goesOn = body.kind === 'answer' && body.goesOn !== undefined;
    if (!goesOn && !this.#mine.has(id)) return;
    if (!goesOn) {
      this.#observer.unobserve(view.node);
      this.#inSight.delete(view.node);
      this.#mine.delete(id);
    } else if (this.#mine.get(id) !== view) {
      this.#mine.set(id, view);
      // Assumed to be in view until the observer reports.
      this.#inSight.add(view.node);
      this.#observer.observe(view.node);
    }
    this.show();
  }

  /** All messages were removed. */
  clear(): void {
    this.#observer.disconnect();
    this.#mine.clear();
    this.#inSight.clear();
    this.show();
  }

  show(): void {
    this.#shown = [...this.#mine.values()].findLast(({ node }) => !this.#inSight.has(node));
    const body = this.#shown?.entry.body;
    const goesOn = body?.kind === 'answer' ? body.goesOn : undefined;
    const hadFocus = document.activeElement === this.#bar;
    this.#bar.hidden = goesOn === undefined;
    // If the bar had the focus, it moves to the composer rather than nowhere.
    if (hadFocus && this.#bar.hidden) byId('line', HTMLElement).focus();
    if (!goesOn) return;
    const { name, epoch, epochs } = goesOn;
    const whose = `${label('room.yourRun')} ${name}`;
    const howFar = `epoch ${epoch}/${epochs}`;
    const words = `${whose} ${howFar}`;
    if (this.#bar.dataset.words === words) return;
    this.#bar.dataset.words = words;
    const done = element('progress', 'run-bar-done');
    done.max = epochs;
    done.value = epoch;
    done.setAttribute('aria-hidden', 'true');
    // On a narrow screen the name is cut, not the progress.
    this.#bar.replaceChildren(
      element('span', 'run-bar-text', whose),
      element('span', 'run-bar-epoch', howFar),
      done,
      element('span', 'run-bar-to', label('room.toRun')),
    );
  }
}
