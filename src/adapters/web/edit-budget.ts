/** The room has no rate limit; edits are only paced so that people can follow them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { EditBudget, MessageRef, Urgency } from '../../chat/port.js';
import { steadyNowMs } from '../../clock.js';

/** Minimum time between two edits of one message, in ms. */
export const editIntervalMs = 250;

export class RoomEditBudget implements EditBudget {
  /** Slow enough to discuss: two epochs a second. */
  readonly watchedEpochMs = 500;
  /** When each message may be edited again. */
  readonly #freeAtMs = new Map<string, number>();

  /** @param nowMs a monotonic clock */
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
