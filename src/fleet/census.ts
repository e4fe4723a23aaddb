/** A front's view of the fleet: which workers live, and how many of their slots are this front's. */
import type { RunLog } from '../runs/ports.js';
import type { TensorflowBackend } from '../runs/protocol.js';
import type { WorkerBeat } from './beats.js';
import type { RedisServer } from './redis.js';

export interface CensusOptions {
  readonly redis: RedisServer;
  /** Name of this front, as `FRONT` has it. */
  readonly front: string;
  readonly version: string;
  /** How much this front has to do: `FairScheduler.demand`. */
  readonly demand: () => number;
  readonly log: Pick<RunLog, 'info' | 'warn'>;
  /** Only tests give less. */
  readonly beatMs?: number;
}

/** `no-redis`: not known how it stands, as Redis does not answer. `misfits`: there are only workers of other versions. */
export type FleetState = 'ok' | 'no-redis' | 'no-workers' | 'misfits';

export declare class Census {
  constructor(options: CensusOptions);
  /** How many tasks of this front may be out now; at least 1 where a worker takes any, else 0. */
  get slots(): number;
  /** Of this version, those that drain too. */
  get workers(): readonly WorkerBeat[];
  /** How many workers there are of each other version. */
  get misfits(): ReadonlyMap<string, number>;
  /** What loads on all of `workers`. */
  get backends(): readonly TensorflowBackend[];
  get state(): FleetState;
  /** A worker that fits takes tasks: `state` is `ok`. */
  get reachable(): boolean;
  /** Of slots, state, backends. @returns what ends the listening */
  onChange(listener: () => void): () => void;
  /** Begins to beat; resolves after the first answer, or as soon as it is known that there is none. */
  start(): Promise<void>;
  /** Beats no more and leaves its share to the others. Never rejects. */
  close(): Promise<void>;
}
