/** The time on Discord's side: real, unless a test lets it pass. */
export class FakeClock {
  #aheadMs = 0;

  readonly nowMs = (): number => Date.now() + this.#aheadMs;

  advance(ms: number): void {
    this.#aheadMs += ms;
  }
}
