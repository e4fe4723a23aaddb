/** What is wanted of a run besides that it goes on: that it ends, rests, or is left to the next process. */
import { once } from 'node:events';

export class RunIntents {
  /** Its owner wants it to end. */
  readonly #stop = new AbortController();
  /** The process is about to end: begin nothing more. */
  readonly #leave = new AbortController();
  /** The process ends now: break off the epoch under way, the next process does it again. */
  readonly #cutShort = new AbortController();
  readonly breakOff = AbortSignal.any([this.#stop.signal, this.#cutShort.signal]);
  /** Its owner wants it to rest after the epoch under way; another one each time that it goes on. */
  #pause = new AbortController();
  #waiting = this.#untilWanted();
  #wake: () => void = () => undefined;
  #woken = this.#untilWoken();

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  get isLeft(): boolean {
    return this.#leave.signal.aborted;
  }

  get left(): AbortSignal {
    return this.#leave.signal;
  }

  /** Whatever the run waits for before it trains further, it waits no more. */
  get waitNoMore(): AbortSignal {
    return this.#waiting.signal;
  }

  /** Resolves with `waitNoMore`. */
  get waitedEnough(): Promise<unknown> {
    return this.#waiting.aborted;
  }

  /** Resolves when the run is not paused, or is to end or be left all the same. */
  async unpaused(): Promise<void> {
    while (this.#pause.signal.aborted && !this.isStopped && !this.isLeft) await this.#woken;
  }

  stop(): void {
    this.#stop.abort();
    this.#wake();
  }

  leave(): void {
    this.#leave.abort();
    this.#wake();
  }

  cutShort(): void {
    this.#cutShort.abort();
  }

  pause(): void {
    this.#pause.abort();
  }

  goOn(): void {
    if (!this.#pause.signal.aborted) return;
    this.#pause = new AbortController();
    this.#waiting = this.#untilWanted();
    this.#wake();
    this.#woken = this.#untilWoken();
  }

  #untilWanted(): { readonly signal: AbortSignal; readonly aborted: Promise<unknown> } {
    const all = [this.#stop.signal, this.#leave.signal, this.#pause.signal];
    const signal = AbortSignal.any(all);
    return { signal, aborted: signal.aborted ? Promise.resolve() : once(signal, 'abort') };
  }

  #untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
