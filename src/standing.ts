/** The program's current status, measured on demand, for `/status`. */
import { createRequire } from 'node:module';
import type { Standing } from '../commands/services.js';
import type { Place, Platform } from './chat/port.js';
import type { LiveRuns } from './live/live-runs.js';
import type { ThreadCounts } from './runs/pool.js';
import type { WorkforceStanding } from './runs/workforce.js';

export interface StandingSources {
  readonly platforms: readonly Pick<Platform, 'status' | 'port' | 'part'>[];
  readonly queue: { readonly going: number; readonly waiting: number };
  readonly liveRuns: Pick<LiveRuns, 'goingAt'>;
  readonly threads: () => ThreadCounts;
  /** Undefined where this process trains by itself. */
  readonly workforce?: (() => WorkforceStanding) | undefined;
  readonly usedBytes: () => Promise<number>;
  /** @throws when the disk does not answer */
  readonly freeBytes: () => Promise<number>;
  /** 0 for no limit. */
  readonly maxBytes: number;
}

/** Our own `package.json`, found both from the sources and from the built program. */
const { version } = createRequire(import.meta.url)('#package') as { readonly version: string };

export async function standingOf(sources: StandingSources, place: Place): Promise<Standing> {
  const { platforms, queue, liveRuns, threads, workforce, maxBytes } = sources;
  const [here, usedBytes, freeBytes] = await Promise.all([
    liveRuns.goingAt(place),
    sources.usedBytes(),
    sources.freeBytes().catch(() => undefined),
  ]);
  return {
    runs: { going: queue.going, waiting: queue.waiting, here },
    threads: threads(),
    workforce: workforce?.(),
    platforms: platforms.map(({ port, status, part }) => ({
      ...{ name: port.platform, state: status.state, part: part?.() },
    })),
    disk: { usedBytes, freeBytes, maxBytes },
    versions: { tutor: version, node: process.versions.node },
    runningMs: performance.now(),
  };
}
