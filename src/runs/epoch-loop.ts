/** Trains a run's epochs, one task after the other; each is stored before the next begins. */
import { EpochRefusedError } from './accepted-epochs.js';
import { hasEpochsLeft, valLosses } from './epochs-left.js';
import type { RunIntents } from './intents.js';
import type { RunJournal } from './journal.js';
import { Lateness } from './lateness.js';
import type { Checkpoint, RunEvent, StepProgress, TrainedEpoch, TrainResult } from './protocol.js';
import type { Beginning } from './run-beginning.js';
import type { RunTools } from './run-tools.js';
import type { Turn } from './scheduler.js';

/**
 * How long a task of a fast run goes on to further epochs, in ms. Handing a task over costs about 1 ms,
 * less than 1 % of that, and a task is still short enough for others to have their turn.
 */
const FAST_TASK_MS = 200;

/** This many wrong results in a row are no accident. */
const MOST_REFUSALS = 3;

/** Where training got to before it ended, or was ended. */
export interface Trained {
  readonly checkpoint: Checkpoint | undefined;
  /** The unfinished epoch, where its owner stopped the run inside one. */
  readonly partial?: StepProgress;
}

export class EpochLoop {
  readonly #lateness: Lateness;
  #epochUnderWay: number | undefined;
  /** Results in a row that were not the next epochs. */
  #refusals = 0;

  constructor(
    private readonly tools: RunTools,
    private readonly journal: RunJournal,
    private readonly intents: RunIntents,
  ) {
    this.#lateness = new Lateness(tools.monotonicMs);
  }

  /** Trains until no epochs are left, or the run is to do something else. */
  async train(beginning: Beginning): Promise<Trained> {
    let { checkpoint } = beginning;
    while (hasEpochsLeft(this.journal.state)) {
      await this.#watcherReady();
      const from = checkpoint;
      this.#lateness.asks();
      const result = await this.tools.scheduler.run(
        this.journal.state.record.ownerId,
        this.intents.waitNoMore,
        (turn) => this.#trainSome(beginning, from, turn),
        this.#expectedMs,
      );
      this.#epochUnderWay = undefined;
      if (!result) break;
      const done = this.journal.state.finished.length;
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
      if (!this.intents.isStopped || brokenOff.epoch.steps === 0) break;
      return { checkpoint: brokenOff.checkpoint, partial: this.#partial(brokenOff.epoch) };
    }
    return { checkpoint };
  }

  /** What the run has waited for was not a thread: it does not count as lateness. */
  forgetLateness(): void {
    this.#lateness.startAnew();
  }

  /** Stores epochs. @returns `refused` where they are to be trained again, `left` where another process has them */
  async #accept(events: readonly RunEvent[], to: Checkpoint): Promise<'kept' | 'refused' | 'left'> {
    try {
      await this.journal.record(events, to);
      this.#refusals = 0;
      return 'kept';
    } catch (error) {
      this.#refusals += 1;
      if (!(error instanceof EpochRefusedError) || this.#refusals >= MOST_REFUSALS) throw error;
      if (error.finished === this.journal.state.finished.length) return 'refused';
      // More epochs are stored than this process knows of: the run goes on elsewhere.
      this.intents.leave();
      return 'left';
    }
  }

  /** One epoch or, where nobody waits to see each, as many as fit into a task; one checkpoint a task. */
  async #trainSome(
    { data, backend }: Beginning,
    checkpoint: Checkpoint | undefined,
    turn: Turn,
  ): Promise<TrainResult> {
    const { journal, tools } = this;
    this.#lateness.begins();
    if (!journal.state.data) {
      await journal.record([{ kind: 'started', data, backend, atMs: tools.nowMs() }]);
      tools.log.info({ runId: journal.state.record.id, backend }, 'run started');
    }
    const epoch = journal.state.finished.length + 1;
    journal.tell({ kind: 'epoch-started', epoch });
    this.#epochUnderWay = epoch;
    const { settings } = journal.state.record;
    return tools.pool.train(
      {
        settings,
        backend,
        checkpoint: checkpoint ?? null,
        valLosses: settings.patience === undefined ? [] : valLosses(journal.state),
        forMs: settings.pace === 'fast' ? FAST_TASK_MS : 0,
      },
      (progress) => {
        if (this.#epochUnderWay === progress.epoch) journal.tell({ kind: 'step', ...progress });
      },
      this.intents.breakOff,
      turn,
    );
  }

  /** What the next task is likely to take; undefined before the first. */
  get #expectedMs(): number | undefined {
    const { record, finished } = this.journal.state;
    return record.settings.pace === 'fast' ? FAST_TASK_MS : finished.at(-1)?.elapsedMs;
  }

  /** After a turn; shown together with the end of its epochs. */
  #tellLateness(epochs: number): void {
    this.#lateness.ends(epochs);
    const { epochMs } = this.#lateness;
    const others = this.tools.queue.going - 1;
    if (epochMs !== undefined && others > 0) this.journal.tell({ kind: 'late', others, epochMs });
    else if (this.journal.state.delay) this.journal.tell({ kind: 'on-time' });
  }

  #partial({ logs, steps, elapsedMs, firstStepMs }: TrainedEpoch): StepProgress {
    const { loss, metric } = logs;
    const epoch = this.journal.state.finished.length + 1;
    return { epoch, step: steps, loss, metric, elapsedMs, firstStepMs };
  }

  async #watcherReady(): Promise<void> {
    const { watcher, state } = this.journal;
    try {
      await Promise.race([watcher.ready(state), this.intents.waitedEnough]);
    } catch (err) {
      this.tools.log.warn({ runId: this.journal.state.record.id, err }, 'a watcher was not ready');
    }
  }
}
