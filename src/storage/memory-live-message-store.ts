/** Where runs are being shown, as long as the process lives. */
import { channelOf, type Place } from '../chat/port.js';
import type { LiveMessageStore, RunMessageRecord } from './ports.js';

export class MemoryLiveMessageStore implements LiveMessageStore {
  readonly #records = new Map<string, RunMessageRecord>();
  readonly #delivered = new Set<string>();

  save(runId: string, record: RunMessageRecord): Promise<void> {
    this.#records.set(runId, record);
    return Promise.resolve();
  }

  find(runId: string): Promise<RunMessageRecord | undefined> {
    return Promise.resolve(this.#records.get(runId));
  }

  wasPosted(runId: string, place: Place): Promise<boolean> {
    const record = this.#records.get(runId);
    return Promise.resolve(record !== undefined && channelOf(record.place) === channelOf(place));
  }

  markDelivered(runId: string): Promise<void> {
    this.#delivered.add(runId);
    return Promise.resolve();
  }

  undelivered(): Promise<readonly string[]> {
    return Promise.resolve([...this.#records.keys()].filter((id) => !this.#delivered.has(id)));
  }
}
