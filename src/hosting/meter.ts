/** What is counted, as those who have something to count see it; `metrics.ts` counts. */
import type { ChatPort, PlatformName } from '../chat/port.js';
import type { RunEvent } from '../runs/protocol.js';
import type { WorkforceStanding } from '../runs/workforce.js';

/** How a question was understood; `log` where a training log was pasted. */
export type QuestionOutcome = 'sure' | 'likely' | 'unsure' | 'second-opinion' | 'log';

/** Runs as they stand now. */
export interface RunCounts {
  readonly going: number;
  readonly waiting: number;
}

export interface Meter {
  /** Asked whenever somebody looks. */
  followRuns(counts: () => RunCounts): void;
  /** Asked whenever somebody looks; only where worker hosts train. */
  followWorkforce(standing: () => WorkforceStanding): void;
  runEvent(event: RunEvent): void;
  question(outcome: QuestionOutcome): void;
  /** A platform has limited a request (429). */
  rateLimited(platform: PlatformName): void;
  /** The same port; how long its edits take is measured. */
  timed(port: ChatPort): ChatPort;
}
