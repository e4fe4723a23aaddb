/** The fake platform's clock: real time, unless a test advances it. */
export class FakeClock {
  #aheadMs = 0;

  readonly nowMs = (): number => Date.now() + this.#aheadMs;

  advance(ms: number): void {
    this.#aheadMs += ms;
  }
}
