/** What was decided for servers and workspaces, as long as the process lives. */
import type { ServerSettings, ServerSettingsStore } from './ports.js';

export class MemoryServerSettingsStore implements ServerSettingsStore {
  readonly #settings = new Map<string, ServerSettings>();

  get(serverId: string): Promise<ServerSettings> {
    return Promise.resolve(this.#settings.get(serverId) ?? {});
  }

  set(serverId: string, settings: ServerSettings): Promise<void> {
    this.#settings.set(serverId, settings);
    return Promise.resolve();
  }
}
