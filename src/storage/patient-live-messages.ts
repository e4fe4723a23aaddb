/**
 * Where runs are being shown, even while the disk is full: a run must not lose its message for that. What
 * finds no space is remembered here and stored once there is some; if the process ends first, that much
 * is lost, and the next one shows what it finds.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { channelOf, type Place } from '../chat/port.js';
import { NoSpaceError } from '../errors.js';
import { AGAIN_IN_MS } from '../runs/space-wait.js';
import type { LiveMessageStore, RunMessageRecord } from './ports/live-messages.js';

interface Change {
  readonly record?: RunMessageRecord;
  readonly isDelivered?: true;
}

export class PatientLiveMessages implements LiveMessageStore {
  /** Changes that are not stored yet, by run. */
  readonly #waiting = new Map<string, Change>();
  #isTrying = false;

  constructor(
    private readonly store: LiveMessageStore,
    private readonly againInMs = AGAIN_IN_MS,
  ) {}

  save(runId: string, record: RunMessageRecord): Promise<void> {
    return this.#change(runId, { record });
  }

  markDelivered(runId: string): Promise<void> {
    return this.#change(runId, { isDelivered: true });
  }

  async find(runId: string): Promise<RunMessageRecord | undefined> {
    return this.#waiting.get(runId)?.record ?? (await this.store.find(runId));
  }

  async wasPosted(runId: string, place: Place): Promise<boolean> {
    const waiting = this.#waiting.get(runId)?.record;
    if (waiting && channelOf(waiting.place) === channelOf(place)) return true;
    return this.store.wasPosted(runId, place);
  }

  async undelivered(): Promise<readonly string[]> {
    const stored = await this.store.undelivered();
    return stored.filter((runId) => !this.#waiting.get(runId)?.isDelivered);
  }

  async #change(runId: string, change: Change): Promise<void> {
    // Earlier changes come first.
    const all = { ...this.#waiting.get(runId), ...change };
    try {
      await this.#keep(runId, all);
      this.#waiting.delete(runId);
    } catch (error) {
      if (!(error instanceof NoSpaceError)) throw error;
      this.#waiting.set(runId, all);
      if (!this.#isTrying) void this.#tryAgain();
    }
  }

  async #keep(runId: string, { record, isDelivered }: Change): Promise<void> {
    if (record) await this.store.save(runId, record);
    if (isDelivered) await this.store.markDelivered(runId);
  }

  /** Until everything is stored. Does not keep the process alive. */
  async #tryAgain(): Promise<void> {
    this.#isTrying = true;
    while (this.#waiting.size > 0) {
      await delay(this.againInMs, undefined, { ref: false });
      try {
        for (const [runId, change] of this.#waiting) {
          await this.#keep(runId, change);
          if (this.#waiting.get(runId) === change) this.#waiting.delete(runId);
        }
      } catch {
        // Still no space; or a fault, which the next change will report.
      }
    }
    this.#isTrying = false;
  }
}
