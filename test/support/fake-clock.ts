/** The time on the side of a fake platform: real, unless a test lets it pass. */
export class FakeClock {
  #aheadMs = 0;

  readonly nowMs = (): number => Date.now() + this.#aheadMs;

  advance(ms: number): void {
    this.#aheadMs += ms;
  }
}
