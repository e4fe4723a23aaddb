/** What people chose for themselves, as long as the process lives. */
import type { Preferences, PreferenceStore } from './ports.js';

export class MemoryPreferenceStore implements PreferenceStore {
  readonly #choices = new Map<string, Parameters<PreferenceStore['set']>[1]>();

  get(userId: string): Promise<Preferences> {
    const { locale, view } = this.#choices.get(userId) ?? {};
    return Promise.resolve({ ...(locale && { locale }), ...(view && { view }) });
  }

  set(userId: string, change: Parameters<PreferenceStore['set']>[1]): Promise<void> {
    this.#choices.set(userId, { ...this.#choices.get(userId), ...change });
    return Promise.resolve();
  }
}
