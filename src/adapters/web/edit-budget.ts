/** The room needs no sparing; edits are only kept from coming faster than eyes can follow. */
import { setTimeout as delay } from 'node:timers/promises';
import type { EditBudget, MessageRef, Urgency } from '../../chat/port.js';
import { steadyNowMs } from '../../clock.js';

/** Between two edits of one message, in ms. */
export const editIntervalMs = 250;

export class RoomEditBudget implements EditBudget {
  /** Two epochs a second can be talked over. */
  readonly watchedEpochMs = 500;
  /** When each message may be edited again. */
  readonly #freeAtMs = new Map<string, number>();

  /** @param nowMs only ever goes forward */
  constructor(private readonly nowMs: () => number = steadyNowMs) {}

  async take({ key }: MessageRef, _urgency: Urgency, signal: AbortSignal): Promise<void> {
    const waitMs = (this.#freeAtMs.get(key) ?? 0) - this.nowMs();
    if (waitMs > 0) await delay(waitMs, undefined, { signal });
    this.#forgetFree();
    this.#freeAtMs.set(key, this.nowMs() + editIntervalMs);
  }

  intervalMs(): number {
    return editIntervalMs;
  }

  #forgetFree(): void {
    const now = this.nowMs();
    for (const [key, freeAtMs] of this.#freeAtMs) if (freeAtMs <= now) this.#freeAtMs.delete(key);
  }
}
