/** What happens to one run, kept and then told, in order; its state is the fold over what was told. */
import { once } from 'node:events';
import { EpochRefusedError } from './accepted-epochs.js';
import type { Checkpoint, RunEvent } from './protocol.js';
import { foldEvent, isOver, type RunState } from './run.js';
import type { RunTools } from './run-tools.js';
import { unseen } from './service.js';
import { keepOnceSpace } from './space-wait.js';

export class RunJournal {
  watcher = unseen;
  #state: RunState;
  #writes: Promise<unknown> = Promise.resolve();
  /** Told when the run begins to wait for disk space. */
  readonly #spaceMissing = new EventTarget();

  /** @param left no disk space is waited for any more */
  constructor(
    private readonly tools: Pick<RunTools, 'store' | 'log' | 'onEvent'>,
    state: RunState,
    private readonly left: AbortSignal,
  ) {
    this.#state = state;
  }

  get state(): RunState {
    return this.#state;
  }

  /**
   * Keeps events, then tells of them, in the order of the calls.
   * @returns false when the run was over already: then nothing happened.
   * @throws EpochRefusedError: then nothing happened, either, but for a word in the log
   */
  record(events: readonly RunEvent[], checkpoint?: Checkpoint): Promise<boolean> {
    const write = this.#writes.then(async () => {
      if (isOver(this.#state)) return false;
      const keep = () => this.tools.store.append(this.#state.record.id, events, checkpoint);
      try {
        await keep();
      } catch (error) {
        this.#logRefusal(error);
        await this.#keepOnceSpace(error, keep);
      }
      for (const event of events) this.tell(event);
      return true;
    });
    this.#writes = write.catch(() => undefined);
    return write;
  }

  /**
   * Keeps what its owner wants of it. Where that waits for disk space, whoever asked does not: the run
   * takes it up when there is some.
   */
  recordWish(event: RunEvent, then = (): void => undefined): Promise<boolean> {
    const recorded = this.record([event]).then((isKept) => {
      if (isKept) then();
      return isKept;
    });
    return Promise.race([recorded, this.#stuck().then(() => true)]);
  }

  /** Of what is true only now, and not kept. */
  tell(event: RunEvent): void {
    this.#state = foldEvent(this.#state, event);
    this.tools.onEvent?.(event);
    try {
      this.watcher.update(this.#state, event);
    } catch (err) {
      this.tools.log.error({ runId: this.#state.record.id, err }, 'a watcher failed');
    }
  }

  #logRefusal(error: unknown): void {
    if (!(error instanceof EpochRefusedError)) return;
    const { id: runId } = this.#state.record;
    this.tools.log.error({ runId, err: error }, 'an epoch came twice, or too late: it is not kept');
  }

  /** Waits for disk space as long as the process lives, and says so. */
  async #keepOnceSpace(refusal: unknown, keep: () => Promise<void>): Promise<void> {
    await keepOnceSpace(refusal, keep, this.left, () => {
      this.tell({ kind: 'space-missing' });
      this.#spaceMissing.dispatchEvent(new Event('missing'));
    });
    this.tell({ kind: 'space-found' });
  }

  /** Resolves when the run waits for disk space. */
  async #stuck(): Promise<void> {
    if (!this.#state.waitsForSpace) await once(this.#spaceMissing, 'missing');
  }
}
