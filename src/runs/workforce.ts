/** How worker hosts stand, as those who run the tutor are told. */

/**
 * `no-redis`: not known, as Redis does not answer. `misfits`: there are workers, but only of other versions.
 */
export type WorkforceState = 'ok' | 'no-redis' | 'no-workers' | 'misfits';

export interface WorkforceStanding {
  readonly state: WorkforceState;
  /** Tasks that this front may have out now. */
  readonly share: number;
  /** Tasks that all workers which take any do at once, for all fronts. */
  readonly slots: number;
  /** Those of this version. */
  readonly workers: readonly {
    readonly host: string;
    readonly slots: number;
    /** Tasks under way. */
    readonly busy: number;
    /** It takes nothing more. */
    readonly draining: boolean;
    readonly runningMs: number;
  }[];
  /** How many workers there are of other versions. */
  readonly misfits: number;
}
