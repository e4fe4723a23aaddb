/**
 * What a run is meant to do: train, rest, end, or be left to the next process. The one place that its
 * owner's wishes and the end of the process go to, and the only one that waiting and training ask.
 */
import { once } from 'node:events';

export class RunIntents {
  /** Its owner wants it to end. */
  readonly #stop = new AbortController();
  /** The process is about to end: begin nothing more. */
  readonly #leave = new AbortController();
  /** The process ends now: the next one trains the epoch under way again. */
  readonly #cutShort = new AbortController();
  /** Ends the epoch under way before its end. */
  readonly breakOff = AbortSignal.any([this.#stop.signal, this.#cutShort.signal]);
  /** Its owner wants it to rest after the epoch under way. A new one each time it goes on. */
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

  /** Neither stopped nor left, though it may rest. */
  get goesOn(): boolean {
    return !this.isStopped && !this.isLeft;
  }

  /** Ends what even a run that is stopped or paused still does. */
  get left(): AbortSignal {
    return this.#leave.signal;
  }

  /** Ends whatever the run waits for before it trains further. */
  get waitNoMore(): AbortSignal {
    return this.#waiting.signal;
  }

  /** Resolves with `waitNoMore`. */
  get waitedEnough(): Promise<unknown> {
    return this.#waiting.aborted;
  }

  /** Resolves when the run is not paused, or is to end or be left all the same. */
  async unpaused(): Promise<void> {
    while (this.#pause.signal.aborted && this.goesOn) await this.#woken;
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
