/** The state of the worker hosts, as shown to the people who run the tutor. */

/** `no-redis`: unknown, as Redis does not answer. `misfits`: there are workers, but only of other versions. */
export type WorkforceState = 'ok' | 'no-redis' | 'no-workers' | 'misfits';

export interface WorkforceStanding {
  readonly state: WorkforceState;
  /** How many tasks this front may have out now. */
  readonly share: number;
  /** How many tasks all workers that take any can do at once, for all fronts. */
  readonly slots: number;
  /** Workers of this version. */
  readonly workers: readonly {
    readonly host: string;
    readonly slots: number;
    /** Tasks under way. */
    readonly busy: number;
    /** It accepts no more tasks. */
    readonly draining: boolean;
    readonly runningMs: number;
  }[];
  /** How many workers there are of other versions. */
  readonly misfits: number;
}
