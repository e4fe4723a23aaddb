/** A machine: threads that each do one thing after another, on a limited number of cores. */
import type { Timeline } from './timeline.js';

/** Threads competing for a core take turns in slices of this length, about as on Linux (EEVDF's base slice). */
const SLICE_MS = 3;

export class Host {
  #free: number;
  /** Threads that are ready but have no core. */
  readonly #ready: (() => void)[] = [];
  #busyMs = 0;

  constructor(
    readonly timeline: Timeline,
    readonly cores: number,
  ) {
    this.#free = cores;
  }

  /** All its cores together. */
  get busyMs(): number {
    return this.#busyMs;
  }

  /** Computes on some core for this long, then calls `done`. */
  compute(ms: number, done: () => void): void {
    this.#onCore(() => {
      const sliceMs = Math.min(ms, SLICE_MS);
      this.#busyMs += sliceMs;
      this.timeline.after(sliceMs, () => {
        this.#free += 1;
        // Ready threads go before the one that would continue.
        this.#ready.shift()?.();
        if (ms - sliceMs > 1e-9) this.compute(ms - sliceMs, done);
        else done();
      });
    });
  }

  #onCore(run: () => void): void {
    const begin = (): void => {
      this.#free -= 1;
      run();
    };
    if (this.#free > 0) begin();
    else this.#ready.push(begin);
  }
}

/** First come, first served: a main thread, a training thread, Redis. */
export class Thread {
  readonly #waiting: (readonly [ms: number, done: () => void])[] = [];
  #isBusy = false;
  #busyMs = 0;

  constructor(private readonly host: Host) {}

  /** The work it has started, without the time spent waiting for cores. */
  get busyMs(): number {
    return this.#busyMs;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  serve(ms: number, done: () => void): void {
    this.#waiting.push([ms, done]);
    if (!this.#isBusy) this.#next();
  }

  #next(): void {
    const next = this.#waiting.shift();
    this.#isBusy = next !== undefined;
    if (!next) return;
    const [ms, done] = next;
    this.#busyMs += ms;
    this.host.compute(ms, () => {
      done();
      this.#next();
    });
  }
}
