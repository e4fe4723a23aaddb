/** The interface for counting things; `metrics.ts` implements it. */
import type { ChatPort, PlatformName } from '../chat/port.js';
import type { RunEvent } from '../runs/protocol.js';
import type { WorkforceStanding } from '../runs/workforce.js';

/** How a question was understood; `log` where a training log was pasted. */
export type QuestionOutcome = 'sure' | 'likely' | 'unsure' | 'second-opinion' | 'log';

/** Current runs. */
export interface RunCounts {
  readonly going: number;
  readonly waiting: number;
}

export interface Meter {
  /** Called on every scrape. */
  followRuns(counts: () => RunCounts): void;
  /** Called on every scrape; only where worker hosts train. */
  followWorkforce(standing: () => WorkforceStanding): void;
  runEvent(event: RunEvent): void;
  question(outcome: QuestionOutcome): void;
  /** A platform has rate-limited a request (429). */
  rateLimited(platform: PlatformName): void;
  /** Wraps a port to measure how long its edits take. */
  timed(port: ChatPort): ChatPort;
}
