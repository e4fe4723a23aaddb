/** A front's view of the fleet: which workers are alive, and how many of their slots are this front's. */
import type { RunLog } from '../runs/ports.js';
import type { TensorflowBackend } from '../runs/protocol.js';
import type { WorkforceStanding, WorkforceState } from '../runs/workforce.js';
import { BEAT_MS, LIVES_BEATS, SILENT_BEATS, type WorkerBeat } from './beats.js';
import { counted, MisfitNews } from './misfit-news.js';
import { Pulse } from './pulse.js';
import type { RedisServer } from './redis.js';
import { leaveAsFront, readRoll, takeShare, type Roll } from './roll.js';
import { sharesOf } from './shares.js';

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

/** A fleet of which nothing is known. */
const nothing = {
  state: 'no-redis' as WorkforceState,
  slots: 0,
  workers: [] as readonly WorkerBeat[],
  misfits: new Map<string, number>() as ReadonlyMap<string, number>,
  backends: [] as readonly TensorflowBackend[],
};

export class Census {
  readonly #options: CensusOptions;
  readonly #pulse: Pulse;
  readonly #beatMs: number;
  readonly #listeners = new Set<() => void>();
  readonly #misfitNews: MisfitNews;
  #known = nothing;

  constructor(options: CensusOptions) {
    this.#options = options;
    this.#beatMs = options.beatMs ?? BEAT_MS;
    this.#misfitNews = new MisfitNews(options.version, options.log);
    const { redis, log } = options;
    this.#pulse = new Pulse({
      ...{ redis, log, everyMs: this.#beatMs, name: "the front's heartbeat" },
      beat: () => this.#beat(),
      onDue: () => {
        this.#doubt();
      },
    });
  }

  /** How many tasks of this front may be out now: at least 1 if a worker takes any, otherwise 0. */
  get slots(): number {
    return this.#known.slots;
  }

  /** Workers of this version, draining ones included, by host and id. */
  get workers(): readonly WorkerBeat[] {
    return this.#known.workers;
  }

  /** How many workers there are of each other version. */
  get misfits(): ReadonlyMap<string, number> {
    return this.#known.misfits;
  }

  /** The backends that load on all workers that take tasks. */
  get backends(): readonly TensorflowBackend[] {
    return this.#known.backends;
  }

  get state(): WorkforceState {
    return this.#known.state;
  }

  /** Whether a worker of this version takes tasks. */
  get reachable(): boolean {
    return this.state === 'ok';
  }

  standing(): WorkforceStanding {
    const { state, slots: share, workers, misfits } = this.#known;
    const slots = sum(workers.filter(({ draining }) => !draining).map((worker) => worker.slots));
    return { state, share, slots, workers, misfits: sum([...misfits.values()]) };
  }

  /** Called when slots, state or backends change. @returns a function that stops listening */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts beating; resolves after the first answer, or as soon as it is known that none will come. */
  start(): Promise<void> {
    return this.#pulse.start();
  }

  /** Stops beating and leaves its share to the others. Never rejects. */
  close(): Promise<void> {
    const { redis, front } = this.#options;
    return this.#pulse.stop(() => leaveAsFront(redis.now, front));
  }

  async #beat(): Promise<void> {
    const { redis, version, front } = this.#options;
    const roll = await readRoll(redis.now);
    const workers = fitting(roll.workers, version);
    const takers = workers.filter(({ draining }) => !draining);
    const total = sum(takers.map(({ slots }) => slots));
    const demand = this.#options.demand();
    const others = roll.fronts.filter((other) => other.version === version);
    const demands = new Map([
      ...others.map((other): [string, number] => [other.front, other.demand]),
      [front, demand],
    ]);
    const wanted = sharesOf(total, demands).get(front) ?? 0;
    const misfits = counted(roll.workers, version);
    this.#misfitNews.tell(misfits, 'workers');
    const found = {
      ...{ workers, misfits, backends: onAll(takers) },
      state: total > 0 ? ('ok' as const) : stateWithout(workers, misfits),
    };
    // The minimum is never waited for, whatever the others hold.
    const least = Math.min(1, total);
    // Given up before others may take it.
    this.#learn({ ...found, slots: Math.max(least, Math.min(this.slots, wanted)) });
    const mine = { front, version, demand };
    const share = await takeShare(redis.now, mine, wanted, total, LIVES_BEATS * this.#beatMs);
    this.#learn({ ...found, slots: Math.max(least, share) });
  }

  /** Redis may freeze with its connection open. */
  #doubt(): void {
    const isSilent = this.#pulse.silentMs > SILENT_BEATS * this.#beatMs;
    if (isSilent && this.state !== 'no-redis') this.#learn(nothing);
  }

  #learn(now: typeof nothing): void {
    const before = this.#known;
    this.#known = now;
    this.#logNews(before, now);
    const isSame =
      before.slots === now.slots &&
      before.state === now.state &&
      before.backends.join() === now.backends.join();
    if (isSame) return;
    for (const listener of this.#listeners) listener();
  }

  #logNews(before: typeof nothing, now: typeof nothing): void {
    const { log } = this.#options;
    if (now.state === 'no-redis') return;
    const known = new Set(before.workers.map(({ id }) => id));
    const left = new Set(now.workers.map(({ id }) => id));
    for (const { id, host, slots } of now.workers) {
      if (!known.has(id)) log.info({ worker: id, host, slots }, 'a worker is there');
    }
    for (const { id, host } of before.workers) {
      if (!left.has(id)) log.info({ worker: id, host }, 'a worker is gone');
    }
    if (before.state === now.state) return;
    const workers = now.workers.length;
    if (now.state !== 'ok') log.warn({ workers }, 'no worker takes tasks: runs wait for one');
    else if (before.state !== 'no-redis') log.info({ workers }, 'workers take tasks: runs go on');
  }
}

function fitting(workers: Roll['workers'], version: string): readonly WorkerBeat[] {
  const place = ({ host, id }: WorkerBeat): string => `${host} ${id}`;
  return workers
    .filter((worker) => worker.version === version)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function stateWithout(
  workers: readonly WorkerBeat[],
  misfits: ReadonlyMap<string, number>,
): WorkforceState {
  return workers.length === 0 && misfits.size > 0 ? 'misfits' : 'no-workers';
}

function onAll(workers: readonly WorkerBeat[]): readonly TensorflowBackend[] {
  const [first, ...others] = workers;
  return (first?.backends ?? []).filter((backend) =>
    others.every(({ backends }) => backends.includes(backend)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
