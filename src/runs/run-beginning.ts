/** What a run's training starts from: asked for once, and again when the workers that had its backend are gone. */
import type { DataSummary } from './dataset.js';
import { hasEpochsLeft } from './epochs-left.js';
import type { RunIntents } from './intents.js';
import type { RunJournal } from './journal.js';
import type { BackendName, Checkpoint } from './protocol.js';
import type { RunTools } from './run-tools.js';
import { onceWorkers } from './worker-wait.js';

export interface Beginning {
  readonly data: DataSummary;
  readonly backend: BackendName;
  /** Undefined before the first epoch. */
  readonly checkpoint: Checkpoint | undefined;
  /** The run had begun in an earlier process. */
  readonly resumed?: { readonly otherBackend: boolean };
}

export class RunBeginning {
  /** Undefined until it is known. The checkpoint is not kept here: it would stay in memory during a pause. */
  #known: Pick<Beginning, 'data' | 'backend'> | undefined;
  #hasLostBackend = false;

  constructor(
    private readonly tools: Pick<RunTools, 'store' | 'nowMs'>,
    private readonly journal: RunJournal,
    private readonly intents: RunIntents,
  ) {}

  /**
   * @param begin asked unless data and backend are known already
   * @returns undefined when the run's intents changed before a worker could answer
   */
  async find(begin: () => Promise<Beginning>): Promise<Beginning | undefined> {
    const { state } = this.journal;
    if (this.#known) {
      const checkpoint = await this.tools.store.checkpoint(state.record.id);
      return { ...this.#known, checkpoint };
    }
    // A run that has trained is tested at its end, even when it is stopped or paused now.
    const { left, waitNoMore } = this.intents;
    const beginning = await onceWorkers(begin, state.finished.length > 0 ? left : waitNoMore);
    if (!beginning) return undefined;
    const { data, backend } = beginning;
    this.#known = { data, backend };
    await this.#recordResumption(beginning);
    return beginning;
  }

  /** No worker has its backend any more: the next `find` asks again. */
  loseBackend(): void {
    this.#known = undefined;
    this.#hasLostBackend = true;
  }

  async #recordResumption({ backend, resumed }: Beginning): Promise<void> {
    const { state } = this.journal;
    if (!resumed || this.intents.isStopped || !hasEpochsLeft(state)) return;
    if (this.#hasLostBackend && !resumed.otherBackend) return;
    await this.journal.record([
      {
        kind: 'resumed',
        epoch: state.finished.length,
        atMs: this.tools.nowMs(),
        ...(resumed.otherBackend && { backend }),
        ...(this.#hasLostBackend && { withoutRestart: true as const }),
      },
    ]);
  }
}
