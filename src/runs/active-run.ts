/** One run that is going on: it queues, trains, rests while it is paused, and ends. */
import { BackendGoneError } from './backend-rule.js';
import { EpochLoop, type Trained } from './epoch-loop.js';
import { hasEpochsLeft } from './epochs-left.js';
import { newId } from './ids.js';
import { RunIntents } from './intents.js';
import { RunJournal } from './journal.js';
import type { Checkpoint, RunEvent } from './protocol.js';
import { ReadOtherwiseError } from './reading.js';
import { isOver, isPaused, type RunState } from './run.js';
import { RunBeginning, type Beginning } from './run-beginning.js';
import type { RunTools } from './run-tools.js';
import type { RunWatcher } from './service.js';
import { ThreadsDied } from './surviving-pool.js';
import { whileWorkers } from './worker-wait.js';

export class ActiveRun {
  /** Resolves when the run is over; never, when it is left to the next process. */
  readonly ended: Promise<RunState>;
  readonly #journal: RunJournal;
  #resolveEnded: (state: RunState) => void = () => undefined;
  readonly #intents = new RunIntents();
  readonly #beginning: RunBeginning;
  readonly #epochs: EpochLoop;
  /** Its message may say that it waits, so it has to say when that is over. */
  #saidToWait = false;

  constructor(
    private readonly tools: RunTools,
    state: RunState,
  ) {
    this.#journal = new RunJournal(tools, state, this.#intents.left);
    this.#beginning = new RunBeginning(tools, this.#journal, this.#intents);
    this.#epochs = new EpochLoop(tools, this.#journal, this.#intents);
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
   * Takes a place among the runs under way, or in the queue; its state says which. Called once, before
   * `train`; a paused run takes no place until it is resumed.
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
   * @param begin called again when no worker has the run's backend any more
   */
  async train(begin: () => Promise<Beginning>): Promise<void> {
    try {
      let hasJoined = !isPaused(this.state);
      while (!(await this.#trainUntilPaused(begin, hasJoined))) {
        // Others can have its place meanwhile.
        this.tools.queue.leave(this.state.record.id);
        hasJoined = false;
      }
    } catch (error) {
      await this.fail(error);
    }
    if (isOver(this.state)) this.#resolveEnded(this.state);
  }

  /** Asks the run to stop; false when it was already over. */
  async stop(): Promise<boolean> {
    if (isOver(this.state)) return false;
    if (this.#intents.isStopped) return true;
    this.#intents.stop();
    return this.#journal.recordWish({ kind: 'stop-requested' });
  }

  /** Asks the run to rest after the epoch under way, even across restarts; false when it is ending anyway. */
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

  /** Breaks off the epoch under way, after `leave`. */
  cutShort(): void {
    this.#intents.cutShort();
  }

  /** Ends the run because of a fault of ours: the cause goes to the log, the fault's id to the run. */
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

  /** @returns false when it was paused before its end, even if it has been resumed since */
  async #trainUntilPaused(begin: () => Promise<Beginning>, hasJoined: boolean): Promise<boolean> {
    const intents = this.#intents;
    if (!hasJoined) {
      await intents.unpaused();
      this.#epochs.forgetLateness();
      if (intents.goesOn) this.joinQueue({ resumed: false });
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
          this.#beginning.loseBackend();
        }
      }
    });
  }

  /** @returns false when it was paused before its end */
  async #trainFrom(begin: () => Promise<Beginning>): Promise<boolean> {
    const beginning = await this.#beginning.find(begin);
    if (!beginning) return this.#unbegun();
    const trained = await this.#epochs.train(beginning);
    if (hasEpochsLeft(this.state) && this.#intents.goesOn) return false;
    await this.#end(beginning, trained);
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

  /**
   * For a run that was stopped, paused or left before it could begin.
   * @returns false when it was paused, so it may still begin
   */
  async #unbegun(): Promise<boolean> {
    const { isStopped, isLeft, goesOn } = this.#intents;
    if (isStopped && !isLeft) {
      await this.#journal.record([{ kind: 'stopped', atMs: this.tools.nowMs() }]);
    }
    return !goesOn;
  }

  /** Does the work, and tells whenever no worker can be reached meanwhile. */
  async #whileWorkers<T>(work: () => Promise<T>): Promise<T> {
    const { workers } = this.tools;
    if (!workers) return work();
    return whileWorkers(workers, work, (areThere) => {
      if (isOver(this.state)) return;
      this.#journal.tell({ kind: areThere ? 'workers-found' : 'workers-missing' });
      if (areThere) this.#epochs.forgetLateness();
    });
  }

  /** Tests the weights and records the ending, unless that is left to the next process. */
  async #end({ backend }: Beginning, { checkpoint: last, partial }: Trained): Promise<void> {
    if (this.#intents.isLeft) return;
    const isStopped = hasEpochsLeft(this.state);
    const checkpoint = last && !isStopped ? withBestWeights(last) : last;
    const events: RunEvent[] = [];
    if (checkpoint) {
      const { settings, ownerId } = this.state.record;
      const test = await this.tools.scheduler.run(ownerId, this.#intents.left, () =>
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
}

/** Early stopping keeps the best epoch's weights, not the last one's. */
function withBestWeights({ best, ...checkpoint }: Checkpoint): Checkpoint {
  return best ? { ...checkpoint, weights: best } : checkpoint;
}
