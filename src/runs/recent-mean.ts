/**
 * The recent mean of a count that changes: an exponentially weighted mean over time, in which a moment
 * weighs e times less for each `spanMs` that it lies back. A single sample would mostly find nothing, as
 * watched runs ask for a few milliseconds every half second.
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

  /** The count from now on. */
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
