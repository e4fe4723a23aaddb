/**
 * Where runs are being shown, also while the disk is full: a run that goes on must not lose its message
 * for that. What finds no space is remembered here and kept once there is some; if the process ends
 * first, that much is lost, and the next one shows what it finds.
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
  /** What is not kept yet, by run. */
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
    // What waits already comes first.
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

  /** Until all is kept. The process need not stay for it. */
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
        // Still none; or a fault, which whoever changes something next is told of.
      }
    }
    this.#isTrying = false;
  }
}
