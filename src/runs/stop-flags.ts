/**
 * What threads see of a signal that ends an epoch early: a flag in shared memory, which ends the epoch tidily.
 * Piscina's own abort would end the whole thread.
 */
export class StopFlags {
  /** One for each signal: a run has the same signal for all its epochs. */
  readonly #flags = new WeakMap<AbortSignal, SharedArrayBuffer>();

  of(stop: AbortSignal): SharedArrayBuffer {
    let flag = this.#flags.get(stop);
    if (!flag) {
      const raised = new Int32Array((flag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)));
      const raise = (): void => {
        Atomics.store(raised, 0, 1);
      };
      if (stop.aborted) raise();
      else stop.addEventListener('abort', raise);
      this.#flags.set(stop, flag);
    }
    return flag;
  }
}
