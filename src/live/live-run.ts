/** One run in one live message: told of events, it shows states and says when the next epoch may begin. */
import type { Delivery, LiveMessage } from '../chat/live-message.js';
import type { Attachment, ChatMessage } from '../chat/message.js';
import type { RunEvent } from '../runs/protocol.js';
import { isOver, type RunState } from '../runs/run.js';
import type { RunWatcher } from '../runs/service.js';
import { onBeat } from './beat.js';
import { epochsPerEdit } from './pacing.js';

export interface LiveRunOptions {
  readonly message: LiveMessage;
  readonly render: (state: RunState) => ChatMessage;
  /** Chart, history and transcript of a run that is over. */
  readonly attachments: (state: RunState) => Promise<readonly Attachment[]>;
  /** Somebody deleted the message: nobody is watching. */
  readonly onDeleted: (runId: string) => void;
  /** The message shows how the run ended. */
  readonly onDelivered: (runId: string) => void;
}

/** Not worth an edit of their own: another event follows soon. */
const toldWithTheNext: readonly RunEvent['kind'][] = ['epoch-started', 'late', 'on-time'];

/** So that a class is not shown all at once. */
const beatsPerEpoch = 2;

export class LiveRun implements RunWatcher {
  readonly #options: LiveRunOptions;
  /** Resolves when the message shows the end, or never will. */
  readonly ended: Promise<void>;
  /** The newest epoch was shown, and for long enough: what the next epoch waits for. */
  #epochShown: Promise<unknown> = Promise.resolve();
  #markEnded: () => void = () => undefined;
  #isEnding = false;

  constructor(options: LiveRunOptions) {
    this.#options = options;
    this.ended = new Promise((resolve) => {
      this.#markEnded = resolve;
    });
  }

  /** The run is over, and its message may not show that yet. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Leaves what is not shown yet to the next process. */
  leave(): void {
    this.#options.message.leave();
  }

  /** The same state as it is drawn now. One that is over is shown so with its files. */
  redraw(state: RunState): void {
    if (!isOver(state)) void this.#show(state, 'epoch');
    else if (this.#isEnding)
      void this.#options.message.show(() => this.#options.render(state), 'final');
  }

  update(state: RunState, event: RunEvent): void {
    if (isOver(state)) {
      void this.showEnd(state);
    } else if (event.kind === 'step') {
      // Inside an epoch that is quicker than an edit there is nothing to watch, and the edit would
      // only keep the epoch's own waiting.
      if (event.elapsedMs >= this.#options.message.intervalMs()) void this.#show(state, 'progress');
    } else if (event.kind === 'epoch-ended') {
      if (this.#ownsEdit(state)) this.#epochShown = this.#showEpoch(state, event.elapsedMs);
    } else if (!toldWithTheNext.includes(event.kind)) {
      void this.#show(state, 'epoch');
    }
  }

  async ready(state: RunState): Promise<void> {
    if (state.record.settings.pace === 'watch') await this.#epochShown;
  }

  /**
   * Shows a run that is over, first in words, then with its chart and files. Those are made at most
   * once in a process, for whoever sees the words: tries and uploads that fail repeat the same bytes,
   * and where the words do not arrive nothing is drawn. What the end of the process keeps from being
   * shown, the next one makes again: the run's chart is kept nowhere but in its message.
   */
  async showEnd(state: RunState): Promise<void> {
    this.#isEnding = true;
    const message = this.#options.render(state);
    // Files may take a platform half a minute: nobody waits for the words that long.
    const inWords = await this.#options.message.show(() => message, 'final');
    const delivery =
      inWords === 'shown' || inWords === 'unreachable'
        ? await this.#showFiles(state, inWords)
        : inWords;
    if (delivery === 'left') return;
    if (delivery !== 'failed') this.#options.onDelivered(state.record.id);
    this.#markEnded();
  }

  async #showFiles(state: RunState, inWords: Delivery): Promise<Delivery> {
    const attachments = await this.#options.attachments(state);
    if (attachments.length === 0) return inWords;
    return this.#options.message.show(
      () => ({ ...this.#options.render(state), attachments }),
      'final',
    );
  }

  /** The last epoch is shown with the end; of epochs that share an edit, the last one is. */
  #ownsEdit(state: RunState): boolean {
    const { message } = this.#options;
    const { epochs, pace } = state.record.settings;
    const watchedMs = pace === 'watch' ? message.watchedEpochMs() : 0;
    const intervalMs = Math.max(message.intervalMs(), watchedMs);
    return state.finished.length % epochsPerEdit(epochs, intervalMs) === 0;
  }

  /** Resolves when the next epoch may begin: it will take about as long as this one did. */
  async #showEpoch(state: RunState, elapsedMs: number): Promise<void> {
    await this.#show(state, 'epoch');
    if (state.record.settings.pace !== 'watch') return;
    const watchedMs = this.#options.message.watchedEpochMs();
    // Only the next epoch waits for it; a program that ends does not.
    if (watchedMs > elapsedMs) await onBeat(watchedMs - elapsedMs, watchedMs / beatsPerEpoch);
  }

  async #show(state: RunState, urgency: 'progress' | 'epoch'): Promise<Delivery> {
    const delivery = await this.#options.message.show(() => this.#options.render(state), urgency);
    if (delivery === 'deleted') this.#options.onDeleted(state.record.id);
    return delivery;
  }
}
