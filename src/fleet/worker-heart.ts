/** Tells the fronts that this worker is alive, and in what state. */
import type { RunLog } from '../runs/ports.js';
import { BEAT_MS, LIVES_BEATS, type WorkerBeat } from './beats.js';
import { counted, MisfitNews } from './misfit-news.js';
import { Pulse } from './pulse.js';
import type { RedisServer } from './redis.js';
import { leaveAsWorker, readRoll, tellWorker } from './roll.js';

export interface WorkerHeartOptions {
  readonly redis: RedisServer;
  /** Its current state; `id` and `version` never change. */
  readonly beat: () => WorkerBeat;
  readonly log: Pick<RunLog, 'info' | 'warn'>;
  /** Only tests give less. */
  readonly beatMs?: number;
}

export class WorkerHeart {
  readonly #options: WorkerHeartOptions;
  readonly #pulse: Pulse;
  readonly #beatMs: number;
  readonly #misfitNews: MisfitNews;

  constructor(options: WorkerHeartOptions) {
    this.#options = options;
    const { redis, log, beat } = options;
    this.#beatMs = options.beatMs ?? BEAT_MS;
    this.#misfitNews = new MisfitNews(beat().version, log);
    this.#pulse = new Pulse({
      ...{ redis, log, everyMs: this.#beatMs, name: "the worker's heartbeat" },
      beat: () => this.#beat(),
    });
  }

  /** Starts beating. Never rejects. */
  start(): Promise<void> {
    return this.#pulse.start();
  }

  /** Beats at once, as its state has changed, for example to draining. Never rejects. */
  beatNow(): Promise<void> {
    return this.#pulse.beatNow();
  }

  /** Stops beating: from now on nobody counts on this worker. Never rejects. */
  close(): Promise<void> {
    const { redis, beat } = this.#options;
    return this.#pulse.stop(() => leaveAsWorker(redis.now, beat().id));
  }

  async #beat(): Promise<void> {
    const { redis, beat } = this.#options;
    const mine = beat();
    await tellWorker(redis.now, mine, LIVES_BEATS * this.#beatMs);
    const { fronts } = await readRoll(redis.now);
    this.#misfitNews.tell(counted(fronts, mine.version), 'fronts');
  }
}
