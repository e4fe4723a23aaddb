/** The run service on a pool the test drives, in one process and, on the same store, in the next. */
import type { RunLog, RunStore } from '../../src/runs/ports.js';
import type { FitSettings, RunEvent } from '../../src/runs/protocol.js';
import type { RunState } from '../../src/runs/run.js';
import { RunQueue } from '../../src/runs/run-queue.js';
import { FairScheduler } from '../../src/runs/scheduler.js';
import type { RunWatcher } from '../../src/runs/service.js';
import type { Reach } from '../../src/runs/worker-wait.js';
import { TrainingRuns } from '../../src/runs/training-runs.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { settings } from './run-samples.js';
import { ScriptedPool } from './scripted-pool.js';

export class Recorder implements RunWatcher {
  readonly events: RunEvent[] = [];
  readonly states: RunState[] = [];
  update(state: RunState, event: RunEvent): void {
    this.events.push(event);
    this.states.push(state);
  }
  ready(): Promise<void> {
    return Promise.resolve();
  }
  get kinds(): string[] {
    return this.events.map((event) => event.kind);
  }
}

export const by = (ownerId: string, more: Partial<FitSettings> = {}) => ({
  ownerId,
  ownerName: ownerId,
  settings: settings(more),
});

export const unseen = () => Promise.resolve(new Recorder());

export class RunProcesses {
  readonly logged: string[] = [];
  pool = new ScriptedPool();
  runs: TrainingRuns;
  /** The clock that runs use: it stands still unless a test advances it. */
  clockMs = 0;
  /** Deals this process's turns. */
  scheduler!: FairScheduler;

  /** @param maxRuns enough for all by default */
  constructor(
    threads = 2,
    public maxRuns = Infinity,
    readonly store: RunStore = new DatabaseRunStore(openMemoryDatabase()),
    readonly workers?: Reach,
  ) {
    this.runs = this.#service(threads);
  }

  /** Starts the next process: only what was stored survives. */
  restart(pool = new ScriptedPool(), threads = 2): void {
    this.pool = pool;
    this.runs = this.#service(threads);
  }

  async begin(more: Partial<FitSettings> = {}, owner = 'web:ada') {
    const watcher = new Recorder();
    const state = await this.runs.start(by(owner, more), () => Promise.resolve(watcher));
    return { id: state.record.id, watcher };
  }

  async storedEvents(id: string): Promise<readonly RunEvent[]> {
    return (await this.store.find(id))?.events ?? [];
  }

  #service(threads: number): TrainingRuns {
    const line = (_: object, message: string): void => {
      this.logged.push(message);
    };
    const log: RunLog = { info: line, warn: line, error: line };
    let nowMs = 1000;
    this.scheduler = new FairScheduler(threads);
    return new TrainingRuns({
      store: this.store,
      pool: this.pool,
      log,
      queue: new RunQueue(this.maxRuns),
      scheduler: this.scheduler,
      workers: this.workers,
      nowMs: () => (nowMs += 1),
      monotonicMs: () => this.clockMs,
      backend: 'auto',
      graceMs: 1,
    });
  }
}
