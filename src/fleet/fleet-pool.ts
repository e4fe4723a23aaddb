/**
 * Replaces a front's threads: tasks go to workers on other machines. It has the same methods as the pool
 * of threads, so nothing else in the tutor knows where it trains.
 */
import { NoWorkersError } from '../errors.js';
import type { ThreadCounts } from '../runs/pool.js';
import type { PlaneTask } from '../runs/plane.js';
import type { DeskPool, RunLog, TrainingPool } from '../runs/ports.js';
import type { TensorflowBackend, TrainResult } from '../runs/protocol.js';
import type { Turn } from '../runs/scheduler.js';
import type { Census } from './census.js';
import type { Ask } from './errand.js';
import { lanesOf, type AskedMethod, type Call } from './messages.js';
import type { Lane } from './names.js';
import { ALONE_MS } from './no-worker.js';
import { Outbox } from './outbox.js';
import type { RedisServer } from './redis.js';

export interface FleetPoolOptions {
  readonly redis: RedisServer;
  readonly version: string;
  /** Part of the version: the fused engine loads on all workers of this version, or on none. */
  readonly hasFused: boolean;
  readonly census: Pick<Census, 'reachable' | 'backends' | 'slots' | 'workers' | 'onChange'>;
  readonly log: Pick<RunLog, 'warn'>;
  /** Resolves to undefined where the file is gone. */
  readonly readUpload: (sha256: string) => Promise<Uint8Array | undefined>;
  /**
   * Reads data here while no worker can be reached: a run is then accepted and waits, or is refused for
   * what is wrong with its data.
   */
  readonly readsHere: DataReader;
}

type DataReader = Pick<TrainingPool, 'describe' | 'preview'>;

export class FleetPool implements TrainingPool, DeskPool {
  readonly hasFused: boolean;
  readonly #census: FleetPoolOptions['census'];
  readonly #outbox: Outbox;
  readonly #readsHere: DataReader;
  /** Turns whose tasks are being collected. */
  readonly #turns = new Map<Turn, Ask[]>();
  #isClosed = false;

  constructor({ hasFused, census, readsHere, ...options }: FleetPoolOptions) {
    this.hasFused = hasFused;
    this.#readsHere = readsHere;
    this.#census = census;
    this.#outbox = new Outbox({
      ...options,
      isReachable: () => census.reachable,
      isLoaded: (backend) =>
        backend === 'fused'
          ? hasFused
          : census.workers.some((one) => !one.draining && one.backends.includes(backend)),
    });
  }

  /** @throws NoWorkersError */
  async tensorflowBackends(): Promise<readonly TensorflowBackend[]> {
    if (!this.#census.reachable) await this.#firstWorker();
    return this.#census.backends;
  }

  train: TrainingPool['train'] = (task, onProgress, stop, turn = { left: 1 }) =>
    new Promise<TrainResult>((resolve, reject) => {
      const untouched: TrainResult = { epochs: [], checkpoint: task.checkpoint };
      this.#turnOf(turn).push({
        ...{ call: { method: 'train', task }, onProgress, stop, untouched, isWaitedFor: false },
        resolve: resolve as Ask['resolve'],
        reject,
      });
    });

  evaluate: TrainingPool['evaluate'] = (task) =>
    this.#ask({ method: 'evaluate', args: [task] }, { isWaitedFor: false });

  describe: TrainingPool['describe'] = (...args) =>
    this.#orHere(
      () => this.#ask({ method: 'describe', args }),
      () => this.#readsHere.describe(...args),
    );

  preview: TrainingPool['preview'] = (...args) =>
    this.#orHere(
      () => this.#ask({ method: 'preview', args }),
      () => this.#readsHere.preview(...args),
    );

  tryRow: DeskPool['tryRow'] = (task) => this.#ask({ method: 'tryRow', args: [task] });

  sampleModel: DeskPool['sampleModel'] = (task) =>
    this.#ask({ method: 'sampleModel', args: [task] });

  findMistakes: DeskPool['findMistakes'] = (task) =>
    this.#ask({ method: 'findMistakes', args: [task] });

  stepThrough: DeskPool['stepThrough'] = (task) =>
    this.#ask({ method: 'stepThrough', args: [task] });

  drawChart: DeskPool['drawChart'] = (description) =>
    this.#ask({ method: 'drawChart', args: [description] });

  planeAnswers: DeskPool['planeAnswers'] = (task) =>
    this.#ask({ method: 'planeAnswers', args: [task] }, manyEpochs(task));

  planeField: DeskPool['planeField'] = (task) => this.#ask({ method: 'planeField', args: [task] });

  drawPlane: DeskPool['drawPlane'] = (picture) =>
    this.#ask({ method: 'drawPlane', args: [picture] });

  drawFilm: DeskPool['drawFilm'] = (picture) => this.#ask({ method: 'drawFilm', args: [picture] });

  /** The threads of all workers; this process has none of its own. */
  get threads(): ThreadCounts {
    const busy = this.#census.workers.reduce((sum, worker) => sum + worker.busy, 0);
    const { slots } = this.#census;
    const waiting = Math.max(0, this.#outbox.size - slots);
    return {
      state: this.#isClosed ? 'closed' : 'ok',
      started: busy,
      most: slots,
      waiting,
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#outbox.close();
  }

  async #orHere<T>(there: () => Promise<T>, here: () => Promise<T>): Promise<T> {
    if (!this.#census.reachable) return here();
    try {
      return await there();
    } catch (error) {
      if (!(error instanceof NoWorkersError)) throw error;
      return here();
    }
  }

  /** @throws NoWorkersError if none appears soon */
  #firstWorker(): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(patience);
        unfollow();
      };
      const patience = setTimeout(() => {
        done();
        reject(new NoWorkersError());
      }, ALONE_MS);
      const unfollow = this.#census.onChange(() => {
        if (!this.#census.reachable) return;
        done();
        resolve();
      });
    });
  }

  /** Tasks of one turn that arrive at the same moment are sent together. */
  #turnOf(turn: Turn): Ask[] {
    const begun = this.#turns.get(turn);
    if (begun) return begun;
    const asks: Ask[] = [];
    this.#turns.set(turn, asks);
    // At the end of this tick: tasks of a turn arrive one after another.
    setImmediate(() => {
      this.#turns.delete(turn);
      this.#outbox.send('training', asks);
    });
    return asks;
  }

  #ask<T>(call: Call & { readonly method: AskedMethod }, how: Handling = {}): Promise<T> {
    const { isWaitedFor = true, lane = lanesOf[call.method] } = how;
    return new Promise<T>((resolve, reject) => {
      this.#outbox.send(lane, [{ call, resolve: resolve as Ask['resolve'], reject, isWaitedFor }]);
    });
  }
}

interface Handling {
  readonly isWaitedFor?: boolean;
  readonly lane?: Lane;
}

/** A film asks for many epochs' planes at once: that takes seconds, so it queues with training tasks. */
function manyEpochs({ weights }: PlaneTask): Handling {
  return weights.length > 1 ? { lane: 'training' } : {};
}
