/** A front's name is one process' own: its runs have one owner. */
import type { RunLog } from '../runs/ports.js';
import type { RedisServer } from './redis.js';

export interface FrontLeaseOptions {
  readonly redis: RedisServer;
  readonly front: string;
  readonly log: Pick<RunLog, 'info' | 'warn'>;
  /** Another process has the name by now, as after this one was frozen for long: it must end. */
  readonly onLost: (sentence: string) => void;
  /** Only tests give less. */
  readonly lifetimeMs?: number;
}

/** Another process has the name; the message is one sentence for whoever starts the program. */
export class FrontTakenError extends Error {
  override readonly name = 'FrontTakenError';
}

export declare class FrontLease {
  constructor(options: FrontLeaseOptions);
  /**
   * Takes the name, once a process that had it is surely gone. Where Redis does not answer it resolves all
   * the same and takes it as soon as that is there.
   * @throws FrontTakenError when another process keeps it
   */
  take(): Promise<void>;
  /** Gives it back. Never rejects. */
  close(): Promise<void>;
}
