/**
 * Tracks absence: a hidden tab, a sleeping computer, a lost connection. When the person is
 * back and the page has caught up, they see how much is new and where it starts.
 */
import { label } from './labels.js';
import { showNotice } from './notice.js';

export class Away {
  #isHidden = document.hidden;
  #isLost = false;
  #wasLost = false;
  #count = 0;
  #first: HTMLElement | undefined;

  /** @param onBack called with the first new message, if there is one */
  constructor(private readonly onBack: (first: HTMLElement | undefined) => void) {
    document.addEventListener('visibilitychange', () => {
      const wasAway = this.#isAway;
      this.#isHidden = document.hidden;
      this.#changed(wasAway);
    });
  }

  /** The connection was lost, or the page has caught up. */
  setLost(isLost: boolean): void {
    const wasAway = this.#isAway;
    this.#isLost = isLost;
    this.#wasLost ||= isLost;
    this.#changed(wasAway);
  }

  /** A message was added. */
  hear(node: HTMLElement): void {
    if (!this.#isAway) return;
    this.#count += 1;
    // The first by position: catching up comes in the order of changes.
    const following = Node.DOCUMENT_POSITION_FOLLOWING;
    if (!this.#first || node.compareDocumentPosition(this.#first) & following) this.#first = node;
  }

  /** The person did something: nothing counts as new to them any longer. */
  forget(): void {
    delete this.#first?.dataset.newFromHere;
    this.#first = undefined;
    this.#count = 0;
  }

  get #isAway(): boolean {
    return this.#isHidden || this.#isLost;
  }

  #changed(wasAway: boolean): void {
    if (!wasAway && this.#isAway) this.forget();
    if (wasAway && !this.#isAway) this.#comeBack();
  }

  #comeBack(): void {
    const news = this.#count > 0 ? `${label('room.newSince')}: ${this.#count}` : '';
    const connected = this.#wasLost ? label('room.reconnected') : '';
    const sentences = [connected, news].filter((sentence) => sentence !== '');
    if (sentences.length > 0) showNotice(sentences.join(' '));
    this.#wasLost = false;
    if (this.#first) this.#first.dataset.newFromHere = label('room.newFromHere');
    this.onBack(this.#first);
  }
}
