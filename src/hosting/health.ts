/**
 * Health checks: whether the process is alive, and whether everything configured is serving.
 * Only names, counts and states: no personal data, and no configuration.
 */
import type { PlatformName } from '../chat/port.js';
import type { PlatformState } from '../chat/platform-status.js';
import type { ThreadCounts } from '../runs/pool.js';
import type { WorkforceStanding } from '../runs/workforce.js';

/** An HTTP response. */
export interface ProbeAnswer {
  readonly status: 200 | 503;
  readonly body: object;
}

/** Answers a path; undefined for unknown paths. */
export type Probe = (path: string) => Promise<ProbeAnswer | undefined>;

export interface HealthSources {
  readonly platforms: readonly {
    readonly port: { readonly platform: PlatformName };
    readonly status: { readonly state: PlatformState };
  }[];
  /** Test query. @throws when the database cannot be read */
  readonly readDatabase: () => Promise<unknown>;
  /** Whether there is disk space for the next write. @throws when the disk does not answer */
  readonly hasRoom: () => Promise<boolean>;
  readonly threads: () => ThreadCounts;
  /** Undefined where this process trains by itself. */
  readonly workforce?: (() => WorkforceStanding) | undefined;
}

export class Health {
  #phase: 'starting' | 'running' | 'closing' = 'starting';
  #sources: HealthSources | undefined;

  /** Starts reporting on the services. */
  watch(sources: HealthSources): void {
    this.#sources = sources;
  }

  /** Startup is over: whatever is not serving by now is not ready. */
  running(): void {
    if (this.#phase === 'starting') this.#phase = 'running';
  }

  /** No new work is accepted. */
  closing(): void {
    this.#phase = 'closing';
  }

  readonly probe: Probe = async (path) => {
    if (path === '/healthz') return { status: 200, body: { status: 'alive' } };
    return path === '/readyz' ? this.#readiness() : undefined;
  };

  async #readiness(): Promise<ProbeAnswer> {
    const parts = this.#sources && (await partsOf(this.#sources));
    const serves =
      parts?.database === 'ok' &&
      parts.threads.state === 'ok' &&
      (parts.workers?.state ?? 'ok') === 'ok' &&
      Object.values(parts.platforms).every((state) => state === 'serving');
    if (this.#phase !== 'running') return { status: 503, body: { status: this.#phase, ...parts } };
    return serves
      ? { status: 200, body: { status: 'ready', ...parts } }
      : { status: 503, body: { status: 'not ready', ...parts } };
  }
}

interface Parts {
  readonly platforms: Readonly<Record<string, PlatformState>>;
  readonly database: 'ok' | 'waiting for disk space' | 'failing';
  readonly threads: ThreadCounts;
  /** Only counts: host names are not disclosed. */
  readonly workers?: Counted | undefined;
}

interface Counted extends Pick<WorkforceStanding, 'state' | 'share' | 'slots' | 'misfits'> {
  /** Workers of this version, including draining ones. */
  readonly count: number;
}

async function partsOf({
  platforms,
  threads,
  workforce,
  ...storage
}: HealthSources): Promise<Parts> {
  const database = await stateOf(storage).catch(() => 'failing' as const);
  return {
    platforms: Object.fromEntries(
      platforms.map(({ port, status }) => [port.platform, status.state]),
    ),
    database,
    threads: threads(),
    ...(workforce && { workers: counted(workforce()) }),
  };
}

function counted({ workers, ...standing }: WorkforceStanding): Counted {
  return { ...standing, count: workers.length };
}

async function stateOf({
  readDatabase,
  hasRoom,
}: Pick<HealthSources, 'readDatabase' | 'hasRoom'>): Promise<Parts['database']> {
  await readDatabase();
  return (await hasRoom()) ? 'ok' : 'waiting for disk space';
}
