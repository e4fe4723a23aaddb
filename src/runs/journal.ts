/** What happens to one run: stored, then told, in order. Its state is the fold over the events told. */
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
  /** Fires when the run begins to wait for disk space. */
  readonly #spaceMissing = new EventTarget();

  /** @param left ends waiting for disk space */
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
   * Stores events, then tells of them, in the order of the calls.
   * @returns false when the run was already over: then nothing happened
   * @throws EpochRefusedError: then nothing happened either, apart from a line in the log
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
   * Stores what the run's owner wants of it. If that has to wait for disk space, the caller does not: the
   * run takes the wish up once there is some.
   */
  recordWish(event: RunEvent, then = (): void => undefined): Promise<boolean> {
    const recorded = this.record([event]).then((isKept) => {
      if (isKept) then();
      return isKept;
    });
    return Promise.race([recorded, this.#stuck().then(() => true)]);
  }

  /** Tells of an event without storing it: for what is true only now. */
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
