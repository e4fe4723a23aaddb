import type { Locale } from '../../content/locale.js';

/** What the people who manage a server decided for it; missing: the program's defaults. */
export interface ServerSettings {
  /** Ids of the only channels that the tutor answers in, at least one. */
  readonly channels?: readonly string[];
  /** Runs that one person may have under way when they start another here. */
  readonly runs?: number;
  /** Rows of the largest table that somebody may upload. */
  readonly rows?: number;
  /** The language for people whose language the platform does not tell. */
  readonly language?: Locale;
  /** A run's end is announced in a message of its own, too. */
  readonly ends?: boolean;
}

/** By server (`discord:…`) or workspace (`slack:…`). */
export interface ServerSettingsStore {
  get(serverId: string): Promise<ServerSettings>;
  /** Replaces all of them; without any, nothing is stored about the server. */
  set(serverId: string, settings: ServerSettings): Promise<void>;
}
