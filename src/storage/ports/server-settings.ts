import type { Locale } from '../../content/locale.js';

/** What those who manage a server decided for it; missing: as the program has it. */
export interface ServerSettings {
  /** Ids of the only channels that the tutor answers in, at least one. */
  readonly channels?: readonly string[];
  /** Runs that one person may have going when they start another here. */
  readonly runs?: number;
  /** Rows of the largest table of one's own. */
  readonly rows?: number;
  /** Spoken with whom the platform tells no language of. */
  readonly language?: Locale;
  /** The end of a run is said in a message of its own, too. */
  readonly ends?: boolean;
}

/** By server (`discord:…`) or workspace (`slack:…`). */
export interface ServerSettingsStore {
  get(serverId: string): Promise<ServerSettings>;
  /** Replaces all of them; without any, nothing is kept of the server. */
  set(serverId: string, settings: ServerSettings): Promise<void>;
}
