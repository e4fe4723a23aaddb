/**
 * What a prober is told: whether the process lives, and whether everything that was configured serves.
 * Names, counts and states only: nothing of anybody's, and nothing that is configured.
 */
import type { PlatformName } from '../chat/port.js';
import type { PlatformState } from '../chat/platform-status.js';
import type { ThreadCounts } from '../runs/pool.js';
import type { WorkforceStanding } from '../runs/workforce.js';

/** An answer as HTTP gives it. */
export interface ProbeAnswer {
  readonly status: 200 | 503;
  readonly body: object;
}

/** Answers a path; undefined where there is nothing. */
export type Probe = (path: string) => Promise<ProbeAnswer | undefined>;

export interface HealthSources {
  readonly platforms: readonly {
    readonly port: { readonly platform: PlatformName };
    readonly status: { readonly state: PlatformState };
  }[];
  /** Reads something. @throws when the database cannot be read */
  readonly readDatabase: () => Promise<unknown>;
  /** Whether there is room for what is written next. @throws when the disk does not answer */
  readonly hasRoom: () => Promise<boolean>;
  readonly threads: () => ThreadCounts;
  /** Undefined where this process trains itself. */
  readonly workforce?: (() => WorkforceStanding) | undefined;
}

export class Health {
  #phase: 'starting' | 'running' | 'closing' = 'starting';
  #sources: HealthSources | undefined;

  /** From now on there is something to tell of. */
  watch(sources: HealthSources): void {
    this.#sources = sources;
  }

  /** The start is over: what does not serve by now is not ready. */
  running(): void {
    if (this.#phase === 'starting') this.#phase = 'running';
  }

  /** Nothing more is taken on. */
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
  /** Counts only: names of hosts are nobody's. */
  readonly workers?: Counted | undefined;
}

interface Counted extends Pick<WorkforceStanding, 'state' | 'share' | 'slots' | 'misfits'> {
  /** Of this version, draining ones too. */
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
