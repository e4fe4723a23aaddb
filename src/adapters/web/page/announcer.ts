/** Speaks to screen readers: new messages at once, updates now and then. */
import { byId, element } from './element.js';
import { languageOf } from './language-of.js';

/** Minimum time between two announcements of the same message, in ms: speech takes seconds. */
const repeatMs = 8_000;

export class Announcer {
  readonly #region = byId('announcer', HTMLElement);
  readonly #spokenAt = new Map<number, number>();
  readonly #later = new Map<number, ReturnType<typeof setTimeout>>();

  /** Announces the latest about entry `id`; between two announcements only the newest is kept. */
  say(id: number, sentence: string): void {
    clearTimeout(this.#later.get(id));
    const waitMs = (this.#spokenAt.get(id) ?? -Infinity) + repeatMs - performance.now();
    if (waitMs <= 0) {
      this.#speak(id, sentence);
      return;
    }
    const timer = setTimeout(() => {
      this.#speak(id, sentence);
    }, waitMs);
    this.#later.set(id, timer);
  }

  #speak(id: number, sentence: string): void {
    this.#later.delete(id);
    this.#spokenAt.set(id, performance.now());
    const line = element('p', '', sentence);
    line.lang = languageOf(sentence);
    this.#region.append(line);
    while (this.#region.children.length > 5) this.#region.firstElementChild?.remove();
  }
}
