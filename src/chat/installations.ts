/** Workspaces that installed the app themselves, with their credentials. Storage implements it. */

export interface Installed {
  /** The workspace, unique across platforms: `slack:T1`. */
  readonly home: string;
  /** The platform's installation data, including tokens, in the adapter's own format. */
  readonly secret: string;
  /** Why the platform no longer accepts it, in its own words; undefined while it does. */
  readonly refused: string | undefined;
}

export interface Installations {
  /**
   * `unreadable`: encrypted with a key that is no longer configured. Anything else not encrypted with the
   * first key is re-encrypted with it.
   */
  all(): Promise<{
    readonly installed: readonly Installed[];
    readonly unreadable: readonly string[];
  }>;
  /** Replaces the earlier one; it no longer counts as refused. */
  keep(home: string, secret: string): Promise<void>;
  refuse(home: string, why: string): Promise<void>;
  remove(home: string): Promise<void>;
}
