/** What may be asked of runs, and who is told about them. */
import type { RunLimits } from './limits.js';
import type { FitSettings, RunEvent } from './protocol.js';
import type { RunState } from './run.js';

export interface StartRequest {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly settings: FitSettings;
  /** The request's id: when it is delivered again, the run that was begun for it is shown. */
  readonly requestId?: string | undefined;
  /** Who pressed what, if it was a button: another press within seconds begins nothing. */
  readonly press?: string | undefined;
  /** Of the server or workspace where it was asked for. */
  readonly limits?: RunLimits;
}

/** Shows one run to people. */
export interface RunWatcher {
  /** Called with every event and the state after it, in order. Must not throw. */
  update(state: RunState, event: RunEvent): void;
  /** Resolves when the next epoch may begin: what paces a run that is faster than its message. */
  ready(state: RunState): Promise<void>;
}

/** Of a run that has no message: it trains all the same, as fast as it can. */
export const unseen: RunWatcher = { update: () => undefined, ready: () => Promise.resolve() };

/** Opens a run's message; called once the run is accepted, before its first epoch. */
export type OpenWatcher = (state: RunState) => Promise<RunWatcher>;

export interface Runs {
  /**
   * Checks early, before a file is taken in, whether `start` would accept another run. A request that
   * already has a run is not refused.
   * @throws UserError when the owner has as many runs under way as they may, the same press has just
   * begun one, or no new runs are started any more
   */
  admit(ownerId: string, asked?: Pick<StartRequest, 'limits' | 'requestId' | 'press'>): void;
  /**
   * Accepts a run, opens its watcher and trains it in the background.
   * @throws UserError when the data cannot be used, the run is too large, or its owner has as many runs
   * under way as they may
   */
  start(request: StartRequest, open: OpenWatcher): Promise<RunState>;
  /** Asks a run to stop; false when it was already over. */
  stop(runId: string): Promise<boolean>;
  /** Asks a run to rest after the epoch under way, until `resume`; false when it ends or is over. */
  pause(runId: string): Promise<boolean>;
  /** Lets a run that is paused go on; false when it is not. */
  resume(runId: string): Promise<boolean>;
  /** Stops runs that have been paused since before then (Unix ms). */
  stopPausedBefore(ms: number): Promise<void>;
  find(runId: string): Promise<RunState | undefined>;
  /** The owner's runs, newest first. */
  recent(ownerId: string, limit: number): Promise<readonly RunState[]>;
  /** The owner's runs that are not over, oldest first. */
  active(ownerId: string): readonly RunState[];
  /** Resumes every run that was cut off when an earlier process ended. */
  resumeUnfinished(open: OpenWatcher): Promise<void>;
  /** Resolves with the run's last state when it is over. */
  ended(runId: string): Promise<RunState>;
  /** Lets epochs under way finish, starts no more, and leaves the rest to the next process. */
  close(): Promise<void>;
}
