/** One run that is going on: it waits, trains epoch after epoch, keeps what happened and tells of it. */
import { once } from 'node:events';
import { earlyStopping } from './early-stopping.js';
import { newId } from './ids.js';
import { Lateness } from './lateness.js';
import type { RunLog, RunStore, TrainingPool } from './ports.js';
import type { DataSummary } from './dataset.js';
import type {
  BackendName,
  Checkpoint,
  RunEvent,
  StepProgress,
  TrainedEpoch,
  TrainResult,
} from './protocol.js';
import { foldEvent, isOver, type RunState } from './run.js';
import type { RunQueue } from './run-queue.js';
import type { FairScheduler, Turn } from './scheduler.js';
import type { RunWatcher } from './service.js';
import { keepOnceSpace } from './space-wait.js';
import { ReadOtherwiseError } from './reading.js';
import { ThreadsDied } from './surviving-pool.js';

export interface RunTools {
  readonly store: RunStore;
  readonly pool: TrainingPool;
  readonly queue: RunQueue;
  readonly scheduler: FairScheduler;
  readonly log: RunLog;
  /** Unix time. */
  readonly nowMs: () => number;
  /** Never goes back: for durations. */
  readonly monotonicMs: () => number;
  /** Told of what happens to runs, to count it. Must not throw. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

/** What training sets out from. */
export interface Beginning {
  readonly data: DataSummary;
  readonly backend: BackendName;
  /** Undefined before the first epoch. */
  readonly checkpoint: Checkpoint | undefined;
  /** The run had begun in an earlier process. */
  readonly resumed?: { readonly otherBackend: boolean };
}

/**
 * For so long a task of a fast run goes on to further epochs, in ms: what a hand-over costs (about 1 ms)
 * is then no more than 1 % of it, and a task is still short enough for others to have their turn.
 */
const FAST_TASK_MS = 200;

const nobody: RunWatcher = { update: () => undefined, ready: () => Promise.resolve() };

export class ActiveRun {
  /** Resolves when the run is over; never, when it is left to the next process. */
  readonly ended: Promise<RunState>;
  #state: RunState;
  #resolveEnded: (state: RunState) => void = () => undefined;
  #watcher = nobody;
  #writes: Promise<unknown> = Promise.resolve();
  #epochUnderWay: number | undefined;
  /** What people see may tell of waiting, so they are to be told when it is over. */
  #saidToWait = false;
  readonly #lateness: Lateness;
  /** Its owner wants it to end. */
  readonly #stop = new AbortController();
  /** The process is about to end: begin nothing more. */
  readonly #leave = new AbortController();
  /** The process ends now: break off the epoch under way, the next process does it again. */
  readonly #cutShort = new AbortController();
  readonly #waitNoMore = AbortSignal.any([this.#stop.signal, this.#leave.signal]);
  readonly #breakOff = AbortSignal.any([this.#stop.signal, this.#cutShort.signal]);
  readonly #waitedEnough: Promise<unknown> = once(this.#waitNoMore, 'abort');
  /** Told when the run begins to wait for disk space. */
  readonly #spaceMissing = new EventTarget();

  constructor(
    private readonly tools: RunTools,
    state: RunState,
  ) {
    this.#state = state;
    this.#lateness = new Lateness(tools.monotonicMs);
    if (state.phase === 'stopping') this.#stop.abort();
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  get state(): RunState {
    return this.#state;
  }

  watch(watcher: RunWatcher): void {
    this.#watcher = watcher;
  }

  /** Takes a place among the runs going on, or in the queue; its state says which. Once, before `train`. */
  joinQueue({ resumed }: { readonly resumed: boolean }): void {
    const { id: runId, ownerId } = this.#state.record;
    const place = this.tools.queue.join({ runId, ownerId, resumed });
    if (place !== undefined) this.#apply({ kind: 'waiting', place });
    this.#saidToWait = place !== undefined || (resumed && !this.#state.data);
  }

  /** Trains until the run is over or left to the next process. Never rejects: a fault ends the run. */
  async train(begin: () => Promise<Beginning>): Promise<void> {
    try {
      if (await this.#queued()) {
        const beginning = await begin();
        await this.#recordResumption(beginning);
        await this.#end(beginning, await this.#trainEpochs(beginning));
      }
    } catch (error) {
      await this.fail(error);
    }
    if (isOver(this.#state)) this.#resolveEnded(this.#state);
  }

  /** Asks the run to stop; false when it was over already. */
  async stop(): Promise<boolean> {
    if (isOver(this.#state)) return false;
    if (this.#stop.signal.aborted) return true;
    this.#stop.abort();
    const recorded = this.#record([{ kind: 'stop-requested' }]);
    // Where that waits for disk space, whoever asked does not: the run takes it up when there is some.
    return Promise.race([recorded, this.#stuck().then(() => true)]);
  }

  /** Begins nothing more. */
  leave(): void {
    this.#leave.abort();
  }

  /** Breaks the epoch under way off, after `leave`. */
  cutShort(): void {
    this.#cutShort.abort();
  }

  /** Ends the run by a fault of ours: the cause goes to the log, its id to the run. */
  async fail(cause: unknown): Promise<void> {
    const runId = this.#state.record.id;
    // What fails while everything is being shut down is tried again by the next process.
    if (this.#leave.signal.aborted) {
      this.tools.log.warn({ runId, err: cause }, 'run broken off at shutdown');
      return;
    }
    const faultId = newId();
    this.tools.log.error({ runId, faultId, err: cause }, 'run failed');
    const why = {
      ...(cause instanceof ThreadsDied && { died: cause.why }),
      ...(cause instanceof ReadOtherwiseError && { readOtherwise: true as const }),
    };
    const event: RunEvent = { kind: 'failed', atMs: this.tools.nowMs(), faultId, ...why };
    try {
      await this.#record([event]);
    } catch (error) {
      this.tools.log.error({ runId, faultId, err: error }, 'the failure could not be kept');
      this.#apply(event);
    }
  }

  /** Waits in the queue. @returns false when the process ends first */
  async #queued(): Promise<boolean> {
    const { id } = this.#state.record;
    const isAdmitted = await this.tools.queue.turn(id, this.#waitNoMore, (place) => {
      this.#apply({ kind: 'waiting', place });
    });
    if (isAdmitted && this.#saidToWait) this.#apply({ kind: 'admitted' });
    return !this.#leave.signal.aborted;
  }

  async #recordResumption({ backend, resumed }: Beginning): Promise<void> {
    if (!resumed || this.#stop.signal.aborted || !this.#epochsLeft()) return;
    await this.#record([
      {
        kind: 'resumed',
        epoch: this.#state.finished.length,
        atMs: this.tools.nowMs(),
        ...(resumed.otherBackend && { backend }),
      },
    ]);
  }

  /** @returns the last checkpoint, and the unfinished epoch when its owner stopped the run inside one. */
  async #trainEpochs(beginning: Beginning): Promise<Outcome> {
    let { checkpoint } = beginning;
    while (this.#epochsLeft()) {
      await this.#watcherReady();
      const from = checkpoint;
      this.#lateness.asks();
      const result = await this.tools.scheduler.run(
        this.#ownerId,
        this.#waitNoMore,
        (turn) => this.#trainSome(beginning, from, turn),
        this.#expectedMs,
      );
      this.#epochUnderWay = undefined;
      if (!result) break;
      const done = this.#state.finished.length;
      const events = result.epochs.map((epoch, index): RunEvent => {
        return { kind: 'epoch-ended', epoch: done + index + 1, ...epoch };
      });
      if (result.checkpoint && events.length > 0) {
        ({ checkpoint } = result);
        this.#tellLateness(events.length);
        await this.#record(events, checkpoint);
      }
      const { brokenOff } = result;
      if (!brokenOff) continue;
      if (!this.#stop.signal.aborted || brokenOff.epoch.steps === 0) break;
      return { checkpoint: brokenOff.checkpoint, partial: this.#partial(brokenOff.epoch) };
    }
    return { checkpoint };
  }

  /** An epoch, or where nobody waits to see each, as many as a task may carry: one checkpoint a task. */
  async #trainSome(
    { data, backend }: Beginning,
    checkpoint: Checkpoint | undefined,
    turn: Turn,
  ): Promise<TrainResult> {
    this.#lateness.begins();
    if (!this.#state.data) {
      await this.#record([{ kind: 'started', data, backend, atMs: this.tools.nowMs() }]);
      this.tools.log.info({ runId: this.#state.record.id, backend }, 'run started');
    }
    const epoch = this.#state.finished.length + 1;
    this.#apply({ kind: 'epoch-started', epoch });
    this.#epochUnderWay = epoch;
    const { settings } = this.#state.record;
    return this.tools.pool.train(
      {
        settings,
        backend,
        checkpoint: checkpoint ?? null,
        valLosses: settings.patience === undefined ? [] : this.#valLosses(),
        forMs: settings.pace === 'fast' ? FAST_TASK_MS : 0,
      },
      (progress) => {
        if (this.#epochUnderWay === progress.epoch) this.#apply({ kind: 'step', ...progress });
      },
      this.#breakOff,
      turn,
    );
  }

  /** What the next task is likely to take; undefined before the first. */
  get #expectedMs(): number | undefined {
    if (this.#state.record.settings.pace === 'fast') return FAST_TASK_MS;
    return this.#state.finished.at(-1)?.elapsedMs;
  }

  /** After a turn; said with the end of its epochs. */
  #tellLateness(epochs: number): void {
    this.#lateness.ends(epochs);
    const { epochMs } = this.#lateness;
    const others = this.tools.queue.going - 1;
    if (epochMs !== undefined && others > 0) this.#apply({ kind: 'late', others, epochMs });
    else if (this.#state.delay) this.#apply({ kind: 'on-time' });
  }

  /** Tests the weights and records the ending, unless that is left to the next process. */
  async #end({ backend }: Beginning, { checkpoint: last, partial }: Outcome): Promise<void> {
    if (this.#leave.signal.aborted) return;
    const isStopped = this.#epochsLeft();
    const checkpoint = last && !isStopped ? withBestWeights(last) : last;
    const events: RunEvent[] = [];
    if (checkpoint) {
      const { settings } = this.#state.record;
      const test = await this.tools.scheduler.run(this.#ownerId, this.#leave.signal, () =>
        this.tools.pool.evaluate({ settings, backend, checkpoint }),
      );
      if (!test) return;
      events.push({ kind: 'evaluated', test });
    }
    const atMs = this.tools.nowMs();
    if (isStopped) events.push({ kind: 'stopped', atMs, ...(partial && { partial }) });
    else events.push({ kind: 'completed', atMs });
    await this.#record(events, checkpoint);
    const { record, phase, finished } = this.#state;
    this.tools.log.info({ runId: record.id, phase, epochs: finished.length }, 'run over');
  }

  #partial({ logs, steps, elapsedMs, firstStepMs }: TrainedEpoch): StepProgress {
    const { loss, metric } = logs;
    const epoch = this.#state.finished.length + 1;
    return { epoch, step: steps, loss, metric, elapsedMs, firstStepMs };
  }

  get #ownerId(): string {
    return this.#state.record.ownerId;
  }

  #epochsLeft(): boolean {
    const { finished, record } = this.#state;
    const { epochs, patience } = record.settings;
    if (finished.length >= epochs) return false;
    return patience === undefined || !earlyStopping(this.#valLosses(), patience).isDue;
  }

  #valLosses(): readonly number[] {
    return this.#state.finished.map(({ logs }) => logs.valLoss ?? NaN);
  }

  async #watcherReady(): Promise<void> {
    try {
      await Promise.race([this.#watcher.ready(this.#state), this.#waitedEnough]);
    } catch (err) {
      this.tools.log.warn({ runId: this.#state.record.id, err }, 'a watcher was not ready');
    }
  }

  /**
   * Keeps events, then tells of them, in the order of the calls.
   * @returns false when the run was over already: then nothing happened.
   */
  #record(events: readonly RunEvent[], checkpoint?: Checkpoint): Promise<boolean> {
    const write = this.#writes.then(async () => {
      if (isOver(this.#state)) return false;
      const keep = () => this.tools.store.append(this.#state.record.id, events, checkpoint);
      try {
        await keep();
      } catch (error) {
        await this.#keepOnceSpace(error, keep);
      }
      for (const event of events) this.#apply(event);
      return true;
    });
    this.#writes = write.catch(() => undefined);
    return write;
  }

  /** Waits for disk space as long as the process lives, and says so. */
  async #keepOnceSpace(refusal: unknown, keep: () => Promise<void>): Promise<void> {
    await keepOnceSpace(refusal, keep, this.#leave.signal, () => {
      this.#apply({ kind: 'space-missing' });
      this.#spaceMissing.dispatchEvent(new Event('missing'));
    });
    this.#apply({ kind: 'space-found' });
  }

  /** Resolves when the run waits for disk space. */
  async #stuck(): Promise<void> {
    if (!this.#state.waitsForSpace) await once(this.#spaceMissing, 'missing');
  }

  #apply(event: RunEvent): void {
    this.#state = foldEvent(this.#state, event);
    this.tools.onEvent?.(event);
    try {
      this.#watcher.update(this.#state, event);
    } catch (err) {
      this.tools.log.error({ runId: this.#state.record.id, err }, 'a watcher failed');
    }
  }
}

/** Early stopping keeps the best epoch's weights, not the last one's. */
function withBestWeights({ best, ...checkpoint }: Checkpoint): Checkpoint {
  return best ? { ...checkpoint, weights: best } : checkpoint;
}

interface Outcome {
  readonly checkpoint: Checkpoint | undefined;
  readonly partial?: StepProgress;
}
