/** A number of places, of which one person may have some at a time. */
import type { Places } from './limits.js';

export class SharedPlaces {
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(private readonly places: Places) {}

  /**
   * @returns how to give the place back (once; more often changes nothing), or whose places are all
   * taken: the person's own or everybody's
   */
  take(key: string): (() => void) | 'own' | 'all' {
    const own = this.#taken.get(key) ?? 0;
    if (own >= this.places.each) return 'own';
    if (this.#all >= this.places.all) return 'all';
    this.#all += 1;
    this.#taken.set(key, own + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#giveBack(key);
    };
  }

  #giveBack(key: string): void {
    this.#all -= 1;
    const left = (this.#taken.get(key) ?? 1) - 1;
    if (left > 0) this.#taken.set(key, left);
    else this.#taken.delete(key);
  }
}
