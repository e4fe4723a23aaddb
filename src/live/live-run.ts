/** One run in one live message: told of events, it shows states and says when the next epoch may begin. */
import type { Delivery, LiveMessage } from '../chat/live-message.js';
import type { Attachment, ChatMessage } from '../chat/message.js';
import { steadyNowMs } from '../clock.js';
import type { RunEvent } from '../runs/protocol.js';
import { isOver, isPaused, isResting, type RunState } from '../runs/run.js';
import type { RunWatcher } from '../runs/service.js';
import { setTimeout as delay } from 'node:timers/promises';
import { onBeat } from './beat.js';
import { crowdedEpochMs, epochsPerEdit, isCrowded, isWorthAnEdit } from './pacing.js';

export interface LiveRunOptions {
  /** The run as it is shown now. */
  readonly begun: RunState;
  readonly message: LiveMessage;
  /** Shows it until it is over, and says when the next epoch may begin: the message is for its end alone. */
  readonly line?: RunWatcher | undefined;
  readonly render: (state: RunState) => ChatMessage;
  /** Called at each epoch's end, before it is shown. */
  readonly onEpoch?: (state: RunState) => void;
  /** Chart, history and transcript of a run that is over. */
  readonly attachments: (state: RunState) => Promise<readonly Attachment[]>;
  /** How long its message waited for its place behind others, in ms; 0 unless given. */
  readonly waitedMs?: number;
  /** Somebody deleted the message: nobody is watching. */
  readonly onDeleted: (runId: string) => void;
  /** Announces the run's end beside its message, to the people it matters to. */
  readonly announceEnd: (state: RunState) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
  /** The message shows how the run ended, and the end was announced where it should be. */
  readonly onDelivered: (runId: string) => void;
}

/** Not worth an edit of their own, as another event follows soon. */
const toldWithTheNext: readonly RunEvent['kind'][] = ['epoch-started', 'late', 'on-time'];

/**
 * Shown in its own message as well while a board shows its epochs: otherwise that message would be wrong
 * for long.
 */
const saidBesides: readonly RunEvent['kind'][] = ['waiting', 'admitted', 'paused', 'continued'];

/** How long the words of a run's end wait for its files, in ms, so that both are one edit. */
const WORDS_WAIT_MS = 3_000;
/** Does not keep the process alive. */
const unheld = { ref: false };

/** More than one, so that a class's runs are not all shown at the same moment. */
export const beatsPerEpoch = 2;

export class LiveRun implements RunWatcher {
  readonly #options: LiveRunOptions;
  /** Resolves when the message shows the end, or never will. */
  readonly ended: Promise<void>;
  /** The newest epoch was shown, and for long enough: what the next epoch waits for. */
  #epochShown: Promise<unknown> = Promise.resolve();
  #markEnded: () => void = () => undefined;
  #isEnding = false;
  /** When its message last changed. */
  #shownAtMs = steadyNowMs();
  #isLeft = false;
  /** The newest state that it was told. */
  #state: RunState;
  #event: RunEvent | undefined;
  #line: RunWatcher | undefined;

  constructor(options: LiveRunOptions) {
    this.#options = options;
    this.#state = options.begun;
    this.#line = options.line;
    if (options.line) options.message.end();
    this.ended = new Promise((resolve) => {
      this.#markEnded = resolve;
    });
  }

  /** The run is over; its message may not show that yet. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  get state(): RunState {
    return this.#state;
  }

  /** No epoch begins until somebody resumes it. */
  get isPaused(): boolean {
    return isPaused(this.#state);
  }

  /** Whether it should move to a board: its message shares its edits with others. */
  get isToMove(): boolean {
    const { message } = this.#options;
    if (this.#line || this.#isEnding || this.isPaused || message.isDeleted) return false;
    return message.sharing() > 1;
  }

  /** From now on a board shows its epochs. Its own message says so, and is edited again only for its end. */
  moveTo(line: RunWatcher): void {
    this.#line = line;
    // It has gone on, or ended, while it was added to the board.
    if (this.#event) line.update(this.#state, this.#event);
    this.redraw();
  }

  /** Leaves what is not shown yet to the next process. */
  leave(): void {
    this.#isLeft = true;
    this.#options.message.leave();
  }

  /** Draws the newest state again, unless the run is over: the end's own edits must not be overtaken. */
  redraw(): void {
    if (!this.#isEnding && this.#hasMessage) void this.#show(this.#state, 'epoch');
  }

  /** Shows that a run rests, as the last process may not have done so. */
  showResting(state: RunState): void {
    this.#state = state;
    if (this.#hasMessage) void this.#show(state, 'epoch');
  }

  /** A run on a board has none before its end. */
  get #hasMessage(): boolean {
    return !this.#line || this.#options.message.isThere;
  }

  update(state: RunState, event: RunEvent): void {
    const { onEpoch } = this.#options;
    this.#state = state;
    this.#event = event;
    this.#line?.update(state, event);
    if (isOver(state)) {
      void this.showEnd(state);
      return;
    }
    if (this.#line) {
      if (this.#hasMessage && saidBesides.includes(event.kind)) void this.#show(state, 'epoch');
      return;
    }
    if (event.kind === 'epoch-ended') onEpoch?.(state);
    if (event.kind === 'step') {
      // Within an epoch that is quicker than an edit there is nothing to watch, and this edit would only
      // delay the one of the epoch's end.
      if (event.elapsedMs >= this.#options.message.intervalMs()) void this.#show(state, 'progress');
    } else if (event.kind === 'epoch-ended' && !isPaused(state)) {
      if (this.#isCrowded(state)) this.#epochShown = this.#showInCrowd(state, event.elapsedMs);
      else if (this.#ownsEdit(state)) this.#epochShown = this.#showEpoch(state, event.elapsedMs);
    } else if (!toldWithTheNext.includes(event.kind)) {
      // Where edits are scarce, the beginning is shown together with the first progress.
      if (event.kind === 'started' && this.#isCrowded(state)) return;
      void this.#show(state, 'epoch');
    }
  }

  async ready(state: RunState): Promise<void> {
    if (this.#line) await this.#line.ready(state);
    else if (state.record.settings.pace === 'watch') await this.#epochShown;
  }

  /**
   * Shows a run that is over, first in words, then with its chart and files. The files are made at most
   * once in a process, and only if the words arrived: retries and failed uploads send the same bytes
   * again. What this process does not get to show, the next one makes again: a run's chart is stored
   * nowhere but in its message.
   */
  async showEnd(state: RunState): Promise<void> {
    this.#isEnding = true;
    const files = this.#prepared(state);
    const soon = files && (await Promise.race([files, delay(WORDS_WAIT_MS, undefined, unheld)]));
    const delivery = soon
      ? await this.#showFiles(state, soon)
      : await this.#showWordsFirst(state, files ?? (() => this.#options.attachments(state)));
    if (delivery === 'left') return;
    // The announcement may have to wait its turn; the message's share of the edits goes to the others
    // now.
    this.#options.message.end();
    if (delivery === 'shown' && !(await this.#announceEnd(state))) return;
    if (delivery !== 'failed') this.#options.onDelivered(state.record.id);
    this.#markEnded();
  }

  /** @returns false where it is left to the next process, which then shows the end once more */
  async #announceEnd(state: RunState): Promise<boolean> {
    const { announceEnd, onFailure } = this.#options;
    try {
      await announceEnd(state);
    } catch (error) {
      if (this.#isLeft) return false;
      onFailure(error);
    }
    return true;
  }

  /**
   * Its files, once the platform has them; undefined where the platform takes them with the edit that
   * shows them.
   */
  #prepared(state: RunState): Promise<readonly Attachment[]> | undefined {
    const { message, attachments } = this.#options;
    const { prepare } = message;
    if (!prepare || message.isDeleted) return undefined;
    return attachments(state).then(async (files) => {
      await prepare(files);
      return files;
    });
  }

  async #showWordsFirst(
    state: RunState,
    files: Promise<readonly Attachment[]> | (() => Promise<readonly Attachment[]>),
  ): Promise<Delivery> {
    // A platform may take half a minute for files: the words must not wait that long.
    const inWords = await this.#options.message.show(() => this.#options.render(state), 'final');
    if (inWords !== 'shown' && inWords !== 'unreachable') return inWords;
    const attachments = await (typeof files === 'function' ? files() : files);
    return attachments.length === 0 ? inWords : this.#showFiles(state, attachments);
  }

  /** With the words as they are now: somebody may have chosen another view. */
  #showFiles(state: RunState, attachments: readonly Attachment[]): Promise<Delivery> {
    return this.#options.message.show(() => {
      const { field, ...message } = this.#options.render(state);
      const isPictured = attachments.some(({ name }) => name === field?.picture);
      return { ...message, ...(field && !isPictured && { field }), attachments };
    }, 'final');
  }

  /** Whether this epoch's end gets an edit: of epochs that share one, the last does. */
  #ownsEdit(state: RunState): boolean {
    const { message } = this.#options;
    const { epochs, pace } = state.record.settings;
    const watchedMs = pace === 'watch' ? message.watchedEpochMs() : 0;
    const intervalMs = Math.max(message.intervalMs(), watchedMs);
    return state.finished.length % epochsPerEdit(epochs, intervalMs) === 0;
  }

  /** As of now: other runs begin and end. */
  #isCrowded({ record: { settings } }: RunState): boolean {
    const { message } = this.#options;
    return isCrowded(settings.epochs, message.intervalMs(), message.sharing());
  }

  /** Resolves when the next epoch may begin, whether or not this one was shown. */
  async #showInCrowd(state: RunState, elapsedMs: number): Promise<void> {
    const { message } = this.#options;
    const { epochs, pace } = state.record.settings;
    const epochMs = Math.max(elapsedMs, pace === 'watch' ? this.#crowdedEpochMs(epochs) : 0);
    const restMs = (epochs - state.finished.length) * epochMs;
    message.expectEnd(restMs);
    const stoodMs = steadyNowMs() - this.#shownAtMs;
    if (isWorthAnEdit(stoodMs, restMs, message.intervalMs())) void this.#show(state, 'epoch');
    else message.withdraw();
    if (epochMs > elapsedMs) await delay(epochMs - elapsedMs, undefined, unheld);
  }

  /** Resolves when the next epoch may begin, assuming that it takes about as long as this one did. */
  async #showEpoch(state: RunState, elapsedMs: number): Promise<void> {
    const { epochs, pace } = state.record.settings;
    const shown = this.#show(state, 'epoch');
    // The edit may take long to come, now that others have begun.
    const isShared = this.#options.message.sharing() > 1;
    await (isShared
      ? Promise.race([shown, delay(this.#crowdedEpochMs(epochs), undefined, unheld)])
      : shown);
    if (pace !== 'watch') return;
    const watchedMs = this.#options.message.watchedEpochMs();
    // Only the next epoch waits for it; it does not keep the program alive.
    if (watchedMs > elapsedMs) await onBeat(watchedMs - elapsedMs, watchedMs / beatsPerEpoch);
  }

  /** A run whose message had to wait still ends with the others, where the platform can show that. */
  #crowdedEpochMs(epochs: number): number {
    const { message, waitedMs = 0 } = this.#options;
    return crowdedEpochMs(epochs, message.endsWithOthers ? waitedMs : 0);
  }

  async #show(state: RunState, urgency: 'progress' | 'epoch'): Promise<Delivery> {
    const delivery = await this.#options.message.show(() => this.#options.render(state), urgency);
    if (delivery === 'shown') this.#shownAtMs = steadyNowMs();
    if (delivery === 'deleted') this.#options.onDeleted(state.record.id);
    if (this.#line || isResting(this.#state)) this.#options.message.end();
    return delivery;
  }
}
