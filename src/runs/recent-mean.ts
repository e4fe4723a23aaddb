/**
 * A count that changes, as it has been of late: its mean over time, in which a moment weighs e times less
 * for each `spanMs` that it lies back. A look at one moment would mostly find nothing where runs that are
 * watched ask for a few milliseconds every half second.
 */
export class RecentMean {
  #count = 0;
  #mean = 0;
  #atMs: number;

  /** @param nowMs a clock that never goes back */
  constructor(
    private readonly spanMs: number,
    private readonly nowMs: () => number,
  ) {
    this.#atMs = nowMs();
  }

  /** It is as much from now on. */
  set count(count: number) {
    this.#mean = this.value;
    this.#count = count;
  }

  get value(): number {
    const nowMs = this.nowMs();
    const past = Math.exp((this.#atMs - nowMs) / this.spanMs);
    this.#mean = this.#mean * past + this.#count * (1 - past);
    this.#atMs = nowMs;
    return this.#mean;
  }
}
