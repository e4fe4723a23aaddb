/**
 * A simulation's clock: it jumps from event to event, so an hour takes only as long as processing its events.
 */
import { Heap } from './heap.js';

interface Event {
  readonly atMs: number;
  /** Of two events at the same moment, the one scheduled first happens first. */
  readonly order: number;
  readonly happen: () => void;
}

export class Timeline {
  #nowMs = 0;
  #planned = 0;
  readonly #events = new Heap<Event>(
    (a, b) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order),
  );

  get nowMs(): number {
    return this.#nowMs;
  }

  /** @param atMs no earlier than now */
  at(atMs: number, happen: () => void): void {
    this.#planned += 1;
    this.#events.push({ atMs: Math.max(atMs, this.#nowMs), order: this.#planned, happen });
  }

  after(ms: number, happen: () => void): void {
    this.at(this.#nowMs + ms, happen);
  }

  /** Until nothing is scheduled any more, or until this moment. */
  run(untilMs = Infinity): void {
    for (;;) {
      const next = this.#events.peek();
      if (!next || next.atMs > untilMs) break;
      this.#events.pop();
      this.#nowMs = next.atMs;
      next.happen();
    }
    if (untilMs < Infinity) this.#nowMs = Math.max(this.#nowMs, untilMs);
  }
}
