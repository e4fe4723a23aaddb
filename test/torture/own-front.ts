/**
 * A third front of the fleet, in this process: one clock sees every turn it deals and both ends of a stop,
 * while its tasks go to the same workers over the same Redis as all others.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Census } from '../../src/fleet/census.js';
import { FleetPool } from '../../src/fleet/fleet-pool.js';
import { RedisServer } from '../../src/fleet/redis.js';
import { fleetVersion } from '../../src/fleet/version.js';
import { loadsFused } from '../../src/runs/loads-fused.js';
import { FairScheduler, type Turn } from '../../src/runs/scheduler.js';
import { SurvivingPool } from '../../src/runs/surviving-pool.js';
import { recordingLog } from '../support/recording-log.js';
import { settings } from '../support/run-samples.js';
import { count, longest, type Finding } from './scenario.js';
import { comes } from './stage.js';
import { Turns } from './turns.js';

const built = new URL('../../dist/workers/', import.meta.url);

/** One learner has this many runs, all others one. */
const RUNS_OF_ONE = 3;
const LEARNERS = 4;
/** Then a learner pauses, so that the fleet has time for others. */
const TURNS_AT_A_TIME = 6;
const REST_MS = 1_500;
/** An epoch of a few ms. */
const short = settings({ batchSize: 10, layers: [32] });
/** An epoch of a second or so, with progress reports. */
const long = settings({ batchSize: 1, layers: [256, 256] });

/** A stop must be visible within this time. */
const STOPS_WITHIN_MS = 200;
/** If this process is later than that, the measurement does not count. */
const ON_TIME_MS = 50;
/** Enough measurements for a conclusion. */
const ENOUGH = 3;
const BETWEEN_STOPS_MS = 1_000;

export class OwnFront {
  readonly #turns = new Turns();
  readonly #over = new AbortController();
  readonly #scheduler = new FairScheduler(0);
  readonly #redis: RedisServer;
  readonly #census: Census;
  readonly #fleet: FleetPool;
  readonly #pool: SurvivingPool;
  readonly #going: Promise<void>[] = [];

  private constructor(
    url: string,
    private readonly finding: Finding,
  ) {
    const { log } = recordingLog();
    this.#redis = new RedisServer({ url, log });
    const hasFused = loadsFused();
    const common = { redis: this.#redis, version: fleetVersion(built, hasFused), log };
    this.#census = new Census({
      ...{ ...common, front: 'own', demand: () => this.#scheduler.demand },
    });
    this.#census.onChange(() => {
      this.#scheduler.setSlots(this.#census.slots);
    });
    const readUpload = (): Promise<undefined> => Promise.resolve(undefined);
    const unread = (): Promise<never> => Promise.reject(new Error('its data is known'));
    const readsHere = { describe: unread, preview: unread };
    this.#fleet = new FleetPool({
      ...common,
      hasFused,
      census: this.#census,
      readUpload,
      readsHere,
    });
    this.#pool = new SurvivingPool(this.#fleet, log);
  }

  static async start(url: string, finding: Finding): Promise<OwnFront> {
    const front = new OwnFront(url, finding);
    await front.#census.start();
    return front;
  }

  /** From now on learners train, and sometimes stop a run. */
  begin(): void {
    for (let learner = 0; learner < LEARNERS; learner += 1) {
      const runs = learner === 0 ? RUNS_OF_ONE : 1;
      for (let run = 0; run < runs; run += 1) this.#going.push(this.#learns(`learner ${learner}`));
    }
  }

  /**
   * Without any disturbance: how long a stop takes until its answer arrives.
   * @param beginMs none begins later than this
   */
  async stopsInPeace(times: number, beginMs: number): Promise<void> {
    const onTime: number[] = [];
    const fromMs = performance.now();
    for (let time = 0; time < times && performance.now() - fromMs < beginMs; time += 1) {
      const lateness = monitorEventLoopDelay({ resolution: 10 });
      lateness.enable();
      const tookMs = await this.#stopsOne();
      lateness.disable();
      if (tookMs === undefined) continue;
      longest(this.finding, 'longest stop in peace, in ms', tookMs);
      if (lateness.max / 1e6 <= ON_TIME_MS) onTime.push(tookMs);
    }
    count(this.finding, 'stops in peace, this process on time', onTime.length);
    const median = onTime.sort((a, b) => a - b)[Math.floor(onTime.length / 2)] ?? NaN;
    if (onTime.length > 0) longest(this.finding, 'their median, in ms', median);
    if (onTime.length >= ENOUGH && median > STOPS_WITHIN_MS) {
      this.finding.problems.push(`half of all stops took ${Math.round(median)} ms and more`);
    }
  }

  /** From now on workers and Redis are killed and frozen: stops must still work. */
  stopNowAndThen(): void {
    this.#going.push(this.#stops());
  }

  async close(): Promise<void> {
    this.#over.abort();
    await this.#fleet.close();
    const ended = Promise.all(this.#going).then(() => true);
    if (!(await comes(() => ended))) this.finding.problems.push('tasks of our own never ended');
    await this.#census.close();
    this.#redis.close();
    count(this.finding, 'turns dealt here', this.#turns.dealt);
    const [unfair] = this.#turns.unfair;
    if (unfair !== undefined) {
      this.finding.problems.push(`${this.#turns.unfair.length} turns too many: ${unfair}`);
    }
  }

  get #isOver(): boolean {
    return this.#over.signal.aborted;
  }

  async #learns(user: string): Promise<void> {
    while (!this.#isOver) {
      for (let turn = 0; turn < TURNS_AT_A_TIME; turn += 1) {
        await this.#turn(user, (dealt) =>
          this.#pool.train(taskOf(short), () => undefined, this.#over.signal, dealt),
        );
      }
      await this.#rest(REST_MS);
    }
  }

  async #stops(): Promise<void> {
    while (!this.#isOver) {
      const tookMs = await this.#stopsOne();
      if (tookMs !== undefined) {
        count(this.finding, 'stops under torture');
        longest(this.finding, 'longest stop under torture, in ms', tookMs);
      }
      await this.#rest(BETWEEN_STOPS_MS);
    }
  }

  /** Starts something long and stops it. @returns undefined if it ended before that */
  #stopsOne(): Promise<number | undefined> {
    return this.#turn('who stops', async (turn) => {
      const stop = new AbortController();
      let saidMs = NaN;
      const say = (): void => {
        if (stop.signal.aborted) return;
        saidMs = performance.now();
        stop.abort();
      };
      this.#over.signal.addEventListener('abort', say);
      const { brokenOff } = await this.#pool.train(taskOf(long), say, stop.signal, turn);
      this.#over.signal.removeEventListener('abort', say);
      return brokenOff && performance.now() - saidMs;
    });
  }

  /** @returns undefined if there was none before everything ended */
  async #turn<T>(user: string, work: (turn: Turn) => Promise<T>): Promise<T | undefined> {
    const dealt = { hasBegun: false };
    this.#turns.asks(user);
    try {
      return await this.#scheduler.run(user, this.#over.signal, (turn) => {
        dealt.hasBegun = true;
        this.#turns.begins(user);
        return work(turn);
      });
    } catch (error) {
      if (!this.#isOver) this.finding.problems.push(`a task of our own failed: ${String(error)}`);
      return undefined;
    } finally {
      if (!dealt.hasBegun) this.#turns.leaves(user);
    }
  }

  #rest(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.#over.signal }).catch(() => undefined);
  }
}

function taskOf(of: typeof short): Parameters<FleetPool['train']>[0] {
  return { settings: of, backend: 'fused', checkpoint: null, valLosses: [], forMs: 0 };
}
