/** One run that is going on: it waits, trains epoch after epoch, keeps what happened and tells of it. */
import { EpochRefusedError } from './accepted-epochs.js';
import { BackendGoneError } from './backend-rule.js';
import { earlyStopping } from './early-stopping.js';
import { newId } from './ids.js';
import { RunIntents } from './intents.js';
import { RunJournal } from './journal.js';
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
import { isOver, isPaused, type RunState } from './run.js';
import type { RunQueue } from './run-queue.js';
import type { FairScheduler, Turn } from './scheduler.js';
import type { RunWatcher } from './service.js';
import { ReadOtherwiseError } from './reading.js';
import { ThreadsDied } from './surviving-pool.js';
import { onceWorkers, whileWorkers, type Reach } from './worker-wait.js';

export interface RunTools {
  readonly store: RunStore;
  readonly pool: TrainingPool;
  readonly queue: RunQueue;
  readonly scheduler: FairScheduler;
  /** Where worker hosts train. */
  readonly workers?: Reach | undefined;
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

/** So many wrong results in a row are no accident. */
const MOST_REFUSALS = 3;

export class ActiveRun {
  /** Resolves when the run is over; never, when it is left to the next process. */
  readonly ended: Promise<RunState>;
  readonly #journal: RunJournal;
  #resolveEnded: (state: RunState) => void = () => undefined;
  #epochUnderWay: number | undefined;
  /** What people see may tell of waiting, so they are to be told when it is over. */
  #saidToWait = false;
  #lateness: Lateness;
  readonly #intents = new RunIntents();
  /** Results in a row that were not the next epochs. */
  #refusals = 0;
  /** What it set out from, once it has. */
  #begun: Pick<Beginning, 'data' | 'backend'> | undefined;
  /** What computed it was on workers that are gone. */
  #hasLostBackend = false;

  constructor(
    private readonly tools: RunTools,
    state: RunState,
  ) {
    this.#journal = new RunJournal(tools, state, this.#intents.left);
    this.#lateness = new Lateness(tools.monotonicMs);
    if (state.phase === 'stopping') this.#intents.stop();
    if (isPaused(state)) this.#intents.pause();
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  get state(): RunState {
    return this.#journal.state;
  }

  watch(watcher: RunWatcher): void {
    this.#journal.watcher = watcher;
  }

  /**
   * Takes a place among the runs going on, or in the queue; its state says which. Once, before `train`;
   * a run that is paused takes none before it goes on.
   */
  joinQueue({ resumed }: { readonly resumed: boolean }): void {
    if (isPaused(this.state)) return;
    const { id: runId, ownerId } = this.state.record;
    const place = this.tools.queue.join({ runId, ownerId, resumed });
    if (place !== undefined) this.#journal.tell({ kind: 'waiting', place });
    this.#saidToWait = place !== undefined || (resumed && !this.state.data);
  }

  /**
   * Trains until the run is over or left to the next process. Never rejects: a fault ends the run.
   * @param begin asked again where what computes the run is gone
   */
  async train(begin: () => Promise<Beginning>): Promise<void> {
    try {
      let hasJoined = !isPaused(this.state);
      while (!(await this.#trainUntilPaused(begin, hasJoined))) {
        // Its place is for others meanwhile.
        this.tools.queue.leave(this.state.record.id);
        hasJoined = false;
      }
    } catch (error) {
      await this.fail(error);
    }
    if (isOver(this.state)) this.#resolveEnded(this.state);
  }

  /** Asks the run to stop; false when it was over already. */
  async stop(): Promise<boolean> {
    if (isOver(this.state)) return false;
    if (this.#intents.isStopped) return true;
    this.#intents.stop();
    return this.#journal.recordWish({ kind: 'stop-requested' });
  }

  /** Asks the run to rest after the epoch under way, over restarts; false when it is to end anyway. */
  async pause(): Promise<boolean> {
    if (isOver(this.state) || this.#intents.isStopped) return false;
    if (isPaused(this.state)) return true;
    return this.#journal.recordWish({ kind: 'paused', atMs: this.tools.nowMs() }, () => {
      this.#intents.pause();
    });
  }

  /** Lets it go on; false when it was not paused. */
  async resume(): Promise<boolean> {
    if (!isPaused(this.state)) return false;
    return this.#journal.recordWish({ kind: 'continued', atMs: this.tools.nowMs() }, () => {
      this.#intents.goOn();
    });
  }

  /** Begins nothing more. */
  leave(): void {
    this.#intents.leave();
  }

  /** Breaks the epoch under way off, after `leave`. */
  cutShort(): void {
    this.#intents.cutShort();
  }

  /** Ends the run by a fault of ours: the cause goes to the log, its id to the run. */
  async fail(cause: unknown): Promise<void> {
    const runId = this.state.record.id;
    // What fails while everything is being shut down is tried again by the next process.
    if (this.#intents.isLeft) {
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
      await this.#journal.record([event]);
    } catch (error) {
      this.tools.log.error({ runId, faultId, err: error }, 'the failure could not be kept');
      this.#journal.tell(event);
    }
  }

  /** @returns false when it was paused before its end, even if it is to go on by now */
  async #trainUntilPaused(begin: () => Promise<Beginning>, hasJoined: boolean): Promise<boolean> {
    const intents = this.#intents;
    if (!hasJoined) {
      await intents.unpaused();
      this.#lateness = new Lateness(this.tools.monotonicMs);
      if (!intents.isStopped && !intents.isLeft) this.joinQueue({ resumed: false });
    }
    const isAdmitted = await this.#queued();
    if (intents.isLeft) return true;
    if (!isAdmitted && !intents.isStopped) return false;
    return this.#whileWorkers(async () => {
      for (;;) {
        try {
          return await this.#trainFrom(begin);
        } catch (error) {
          if (!(error instanceof BackendGoneError)) throw error;
          this.#begun = undefined;
          this.#hasLostBackend = true;
        }
      }
    });
  }

  /** @returns false when it was paused before its end */
  async #trainFrom(begin: () => Promise<Beginning>): Promise<boolean> {
    const intents = this.#intents;
    const beginning = await this.#beginning(begin);
    if (!beginning) return this.#unbegun();
    const outcome = await this.#trainEpochs(beginning);
    if (this.#epochsLeft() && !intents.isStopped && !intents.left.aborted) return false;
    await this.#end(beginning, outcome);
    return true;
  }

  /** Waits in the queue. @returns false when something else came first */
  async #queued(): Promise<boolean> {
    const { id } = this.state.record;
    const isAdmitted = await this.tools.queue.turn(id, this.#intents.waitNoMore, (place) => {
      this.#journal.tell({ kind: 'waiting', place });
    });
    if (isAdmitted && this.#saidToWait) this.#journal.tell({ kind: 'admitted' });
    return isAdmitted;
  }

  /** After a pause from where it was: what it has learned is not held meanwhile. */
  async #beginning(begin: () => Promise<Beginning>): Promise<Beginning | undefined> {
    if (this.#begun) {
      const checkpoint = await this.tools.store.checkpoint(this.state.record.id);
      return { ...this.#begun, checkpoint };
    }
    // What has trained is to be tested whatever comes.
    const { left, waitNoMore } = this.#intents;
    const beginning = await onceWorkers(begin, this.state.finished.length > 0 ? left : waitNoMore);
    if (!beginning) return undefined;
    const { data, backend } = beginning;
    this.#begun = { data, backend };
    await this.#recordResumption(beginning);
    return beginning;
  }

  async #recordResumption({ backend, resumed }: Beginning): Promise<void> {
    if (!resumed || this.#intents.isStopped || !this.#epochsLeft()) return;
    if (this.#hasLostBackend && !resumed.otherBackend) return;
    await this.#journal.record([
      {
        kind: 'resumed',
        epoch: this.state.finished.length,
        atMs: this.tools.nowMs(),
        ...(resumed.otherBackend && { backend }),
        ...(this.#hasLostBackend && { withoutRestart: true as const }),
      },
    ]);
  }

  /** Something came before it could begin. @returns false when it rests, and may begin yet */
  async #unbegun(): Promise<boolean> {
    const { isStopped, isLeft } = this.#intents;
    if (isStopped && !isLeft) {
      await this.#journal.record([{ kind: 'stopped', atMs: this.tools.nowMs() }]);
    }
    return isStopped || isLeft;
  }

  /** Says whenever no worker can be reached meanwhile. */
  async #whileWorkers<T>(work: () => Promise<T>): Promise<T> {
    const { workers } = this.tools;
    if (!workers) return work();
    return whileWorkers(workers, work, (areThere) => {
      if (isOver(this.state)) return;
      this.#journal.tell({ kind: areThere ? 'workers-found' : 'workers-missing' });
      if (areThere) this.#lateness.startAnew();
    });
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
        this.#intents.waitNoMore,
        (turn) => this.#trainSome(beginning, from, turn),
        this.#expectedMs,
      );
      this.#epochUnderWay = undefined;
      if (!result) break;
      const done = this.state.finished.length;
      const events = result.epochs.map((epoch, index): RunEvent => {
        return { kind: 'epoch-ended', epoch: done + index + 1, ...epoch };
      });
      if (result.checkpoint && events.length > 0) {
        this.#tellLateness(events.length);
        const fate = await this.#accept(events, result.checkpoint);
        if (fate === 'refused') continue;
        if (fate === 'left') break;
        ({ checkpoint } = result);
      }
      const { brokenOff } = result;
      if (!brokenOff) continue;
      if (!this.#intents.isStopped || brokenOff.epoch.steps === 0) break;
      return { checkpoint: brokenOff.checkpoint, partial: this.#partial(brokenOff.epoch) };
    }
    return { checkpoint };
  }

  /** Keeps epochs. @returns `refused` where they are to be trained again, `left` where another has them */
  async #accept(events: readonly RunEvent[], to: Checkpoint): Promise<'kept' | 'refused' | 'left'> {
    try {
      await this.#journal.record(events, to);
      this.#refusals = 0;
      return 'kept';
    } catch (error) {
      this.#refusals += 1;
      if (!(error instanceof EpochRefusedError) || this.#refusals >= MOST_REFUSALS) throw error;
      if (error.finished === this.state.finished.length) return 'refused';
      // More is kept than this process knows of: the run goes on elsewhere.
      this.leave();
      return 'left';
    }
  }

  /** An epoch, or where nobody waits to see each, as many as a task may carry: one checkpoint a task. */
  async #trainSome(
    { data, backend }: Beginning,
    checkpoint: Checkpoint | undefined,
    turn: Turn,
  ): Promise<TrainResult> {
    this.#lateness.begins();
    if (!this.state.data) {
      await this.#journal.record([{ kind: 'started', data, backend, atMs: this.tools.nowMs() }]);
      this.tools.log.info({ runId: this.state.record.id, backend }, 'run started');
    }
    const epoch = this.state.finished.length + 1;
    this.#journal.tell({ kind: 'epoch-started', epoch });
    this.#epochUnderWay = epoch;
    const { settings } = this.state.record;
    return this.tools.pool.train(
      {
        settings,
        backend,
        checkpoint: checkpoint ?? null,
        valLosses: settings.patience === undefined ? [] : this.#valLosses(),
        forMs: settings.pace === 'fast' ? FAST_TASK_MS : 0,
      },
      (progress) => {
        if (this.#epochUnderWay === progress.epoch)
          this.#journal.tell({ kind: 'step', ...progress });
      },
      this.#intents.breakOff,
      turn,
    );
  }

  /** What the next task is likely to take; undefined before the first. */
  get #expectedMs(): number | undefined {
    if (this.state.record.settings.pace === 'fast') return FAST_TASK_MS;
    return this.state.finished.at(-1)?.elapsedMs;
  }

  /** After a turn; said with the end of its epochs. */
  #tellLateness(epochs: number): void {
    this.#lateness.ends(epochs);
    const { epochMs } = this.#lateness;
    const others = this.tools.queue.going - 1;
    if (epochMs !== undefined && others > 0) this.#journal.tell({ kind: 'late', others, epochMs });
    else if (this.state.delay) this.#journal.tell({ kind: 'on-time' });
  }

  /** Tests the weights and records the ending, unless that is left to the next process. */
  async #end({ backend }: Beginning, { checkpoint: last, partial }: Outcome): Promise<void> {
    if (this.#intents.isLeft) return;
    const isStopped = this.#epochsLeft();
    const checkpoint = last && !isStopped ? withBestWeights(last) : last;
    const events: RunEvent[] = [];
    if (checkpoint) {
      const { settings } = this.state.record;
      const test = await this.tools.scheduler.run(this.#ownerId, this.#intents.left, () =>
        this.tools.pool.evaluate({ settings, backend, checkpoint }),
      );
      if (!test) return;
      events.push({ kind: 'evaluated', test });
    }
    const atMs = this.tools.nowMs();
    if (isStopped) events.push({ kind: 'stopped', atMs, ...(partial && { partial }) });
    else events.push({ kind: 'completed', atMs });
    await this.#journal.record(events, checkpoint);
    const { record, phase, finished } = this.state;
    this.tools.log.info({ runId: record.id, phase, epochs: finished.length }, 'run over');
  }

  #partial({ logs, steps, elapsedMs, firstStepMs }: TrainedEpoch): StepProgress {
    const { loss, metric } = logs;
    const epoch = this.state.finished.length + 1;
    return { epoch, step: steps, loss, metric, elapsedMs, firstStepMs };
  }

  get #ownerId(): string {
    return this.state.record.ownerId;
  }

  #epochsLeft(): boolean {
    const { finished, record } = this.state;
    const { epochs, patience } = record.settings;
    if (finished.length >= epochs) return false;
    return patience === undefined || !earlyStopping(this.#valLosses(), patience).isDue;
  }

  #valLosses(): readonly number[] {
    return this.state.finished.map(({ logs }) => logs.valLoss ?? NaN);
  }

  async #watcherReady(): Promise<void> {
    try {
      await Promise.race([this.#journal.watcher.ready(this.state), this.#intents.waitedEnough]);
    } catch (err) {
      this.tools.log.warn({ runId: this.state.record.id, err }, 'a watcher was not ready');
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
