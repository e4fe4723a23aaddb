/** A limited number of places, of which each person may hold a few. */
import type { Places } from './limits.js';

interface Place {
  readonly key: string;
  /** Ends the holder's use, so that another can have it; missing: the place is never taken away. */
  readonly end: (() => void) | undefined;
}

export class SharedPlaces {
  readonly #taken = new Map<string, Set<Place>>();
  #all = 0;

  constructor(private readonly places: Places) {}

  /**
   * Takes a place. When none is left, somebody without one gets a place from whoever has the most.
   * @param end called when the place goes to somebody else; without it, it is kept until released
   * @returns a function to release the place (idempotent), or whose places are all
   * taken: the person's own or everybody's
   */
  take(key: string, end?: () => void): (() => void) | 'own' | 'all' {
    const own = this.#taken.get(key)?.size ?? 0;
    if (own >= this.places.each) return 'own';
    if (this.#all >= this.places.all && (own > 0 || !this.#takeFromLargest())) return 'all';
    const place = { key, end };
    this.#all += 1;
    this.#taken.set(key, (this.#taken.get(key) ?? new Set<Place>()).add(place));
    return () => {
      this.#giveBack(place);
    };
  }

  /** False when nobody has more than one that can be taken away. */
  #takeFromLargest(): boolean {
    const [largest] = [...this.#taken.values()].sort((a, b) => b.size - a.size);
    if (!largest || largest.size < 2) return false;
    const place = [...largest].findLast(({ end }) => end);
    if (!place) return false;
    this.#giveBack(place);
    place.end?.();
    return true;
  }

  #giveBack(place: Place): void {
    const own = this.#taken.get(place.key);
    if (!own?.delete(place)) return;
    this.#all -= 1;
    if (own.size === 0) this.#taken.delete(place.key);
  }
}
