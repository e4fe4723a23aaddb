/** Workspaces that installed the app by themselves, and what speaks for it there. Storage implements it. */

export interface Installed {
  /** The workspace, unique over all platforms: `slack:T1`. */
  readonly home: string;
  /** What the platform handed out for it, tokens and all, as text of the adapter's own. */
  readonly secret: string;
  /** Why the platform takes that no more, in its own words; undefined while it does. */
  readonly refused: string | undefined;
}

export interface Installations {
  /**
   * `unreadable`: they were sealed with a key that is not given any more. Whatever else is not sealed with the
   * first key is sealed anew with it.
   */
  all(): Promise<{
    readonly installed: readonly Installed[];
    readonly unreadable: readonly string[];
  }>;
  /** In place of what there was; it is not refused any more. */
  keep(home: string, secret: string): Promise<void>;
  refuse(home: string, why: string): Promise<void>;
  remove(home: string): Promise<void>;
}
