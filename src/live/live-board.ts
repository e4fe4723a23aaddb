/** One board in one message: told of its runs' events, it shows them, and says when each may go on. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Delivery, LiveMessage } from '../chat/live-message.js';
import type { Attachment, ChatMessage } from '../chat/message.js';
import { withoutPerson, type Board, type BoardLine } from '../runs/board.js';
import type { RunEvent } from '../runs/protocol.js';
import { isOver, isPaused, type RunState } from '../runs/run.js';
import type { RunWatcher } from '../runs/service.js';
import { onBeat } from './beat.js';
import { epochsPerEdit } from './pacing.js';

export interface LiveBoardOptions {
  readonly board: Board;
  /** One for each line; undefined where its run has not started, or is no longer stored. */
  readonly states: readonly (RunState | undefined)[];
  readonly message: LiveMessage;
  /** When its message could first be read; undefined for boards from before that was stored. */
  readonly openedAtMs?: number | undefined;
  /** Lines join it while any of its runs goes on; then it is over, without being closed. */
  readonly gathers?: true | undefined;
  readonly render: (board: Board, states: readonly (RunState | undefined)[]) => ChatMessage;
  /**
   * The board's end, with its outcome.
   * @param states of all runs that were started
   */
  readonly conclude: (
    board: Board,
    states: readonly RunState[],
  ) => Promise<{ readonly words: ChatMessage; readonly files: readonly Attachment[] }>;
  /** All its runs so far are over, and more may come. */
  readonly onPause: (board: Board, states: readonly (RunState | undefined)[]) => void;
  /** Somebody deleted the message. */
  readonly onDeleted: () => void;
  readonly onFailure: (error: unknown) => void;
  /** The message shows the outcome, or never will. */
  readonly onDelivered: () => void;
}

/** Not worth an edit of their own: another event follows soon. */
const toldWithTheNext: readonly RunEvent['kind'][] = ['epoch-started', 'step', 'late', 'on-time'];
/**
 * How long an edit's turn may be in coming, in ms: it comes within an interval, except that other
 * messages' ends go first, and a whole class may end at once.
 */
const ENDS_TAKE_MS = 15_000;
/** Does not keep the process alive. */
const unheld = { ref: false };

export class LiveBoard {
  readonly #options: LiveBoardOptions;
  readonly #states: (RunState | undefined)[];
  /** By line: the newest epoch was shown, and for long enough. */
  readonly #epochsShown = new Map<number, Promise<unknown>>();
  #board: Board;
  #isEnding = false;
  /** Lines that are being added. */
  #joining = 0;
  #markEnded: () => void = () => undefined;
  /** Resolves when the message shows the outcome, or never will. */
  readonly ended: Promise<void>;

  constructor(options: LiveBoardOptions) {
    this.#options = options;
    this.#board = options.board;
    this.#states = [...options.states];
    this.ended = new Promise((resolve) => {
      this.#markEnded = resolve;
    });
  }

  get id(): string {
    return this.#board.id;
  }

  get board(): Board {
    return this.#board;
  }

  /** Its runs do not begin before (Unix ms). */
  get startsAtMs(): number {
    const { topic } = this.#board;
    const { openedAtMs = 0 } = this.#options;
    return topic.kind === 'duel' ? openedAtMs + (topic.timeToBetMs ?? 0) : 0;
  }

  /** All its runs are over; its message may not show that yet. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Lines whose runs have not started. */
  waiting(): readonly { readonly index: number; readonly line: BoardLine }[] {
    return this.#board.lines
      .map((line, index) => ({ line, index }))
      .filter(({ line }) => line.runId === undefined && !line.isRefused);
  }

  /** Runs that were started and are not over. */
  going(): readonly RunState[] {
    return this.#states.filter((state) => state !== undefined).filter((state) => !isOver(state));
  }

  /** A line that is new, or has changed. @param state of its run, once there is one */
  setLine(index: number, line: BoardLine, state?: RunState): void {
    if (state) this.#states[index] = state;
    this.#board = { ...this.#board, lines: this.#board.lines.toSpliced(index, 1, line) };
    this.redraw();
  }

  get states(): readonly (RunState | undefined)[] {
    return this.#states;
  }

  /**
   * Keeps the board from being over until a line that is on its way has been added or refused.
   * @returns undefined when it is over, its message is deleted, or all its runs are paused
   */
  async joined<T>(join: () => Promise<T>): Promise<T | undefined> {
    if (this.#isEnding || this.#options.message.isDeleted) return undefined;
    if (this.going().every(isPaused)) return undefined;
    this.#joining += 1;
    try {
      return await join();
    } finally {
      this.#joining -= 1;
      this.redraw();
    }
  }

  /** The lines and their numbers stay, their owner's name goes. */
  forget(ownerId: string): void {
    this.#board = withoutPerson(this.#board, ownerId);
    for (const [index, state] of this.#states.entries()) {
      if (state?.record.ownerId !== ownerId) continue;
      this.#states[index] = { ...state, record: { ...state.record, ownerId: '', ownerName: '' } };
    }
    this.redraw();
  }

  close(): void {
    this.#board = { ...this.#board, isClosed: true };
    this.redraw();
  }

  /** Draws it as it is now; its end has edits of its own. */
  redraw(): void {
    if (this.#endsNow()) void this.#showEnd();
    else if (!this.#isEnding) void this.#show();
  }

  /** Leaves what is not yet shown to the next process. */
  leave(): void {
    this.#options.message.leave();
  }

  /** Shows a line's run. */
  watcher(index: number): RunWatcher {
    return {
      update: (state, event) => {
        this.#states[index] = state;
        if (this.#endsNow()) void this.#showEnd();
        else if (event.kind === 'epoch-ended' && !isPaused(state)) {
          if (this.#ownsEdit(state)) this.#epochsShown.set(index, this.#showEpoch(state, event));
        } else if (!toldWithTheNext.includes(event.kind)) void this.#show();
      },
      ready: async ({ record }) => {
        if (record.settings.pace === 'watch') await this.#epochsShown.get(index);
      },
    };
  }

  #endsNow(): boolean {
    if (this.#isEnding || !this.#areAllOver()) return false;
    if (this.#board.isClosed) return true;
    if (this.#options.gathers) return this.#joining === 0;
    this.#options.onPause(this.#board, this.#states);
    return false;
  }

  #areAllOver(): boolean {
    return this.#board.lines.every(({ runId, isRefused }, index) => {
      const state = this.#states[index];
      // A run that is no longer stored has no end to wait for.
      return isRefused ?? (runId !== undefined && (!state || isOver(state)));
    });
  }

  async #showEnd(): Promise<void> {
    this.#isEnding = true;
    this.#board = { ...this.#board, isClosed: true };
    const { message, conclude, onDelivered, onFailure } = this.#options;
    try {
      const states = this.#states.filter((state) => state !== undefined);
      const { words, files } = await conclude(this.#board, states);
      await message.prepare?.(files);
      const delivery = await message.show(() => ({ ...words, attachments: files }), 'final');
      if (delivery === 'left') return;
      if (delivery !== 'failed') onDelivered();
    } catch (error) {
      onFailure(error);
    }
    message.end();
    this.#markEnded();
  }

  /** Of epochs that share an edit, the last one triggers it. */
  #ownsEdit({ record, finished }: RunState): boolean {
    const { epochs } = record.settings;
    return finished.length % epochsPerEdit(epochs, this.#intervalMs(record.settings.pace)) === 0;
  }

  #intervalMs(pace: 'watch' | 'fast'): number {
    const { message } = this.#options;
    const watchedMs = pace === 'watch' ? message.watchedEpochMs() : 0;
    return Math.max(message.intervalMs(), watchedMs);
  }

  /** Resolves when the next epoch may begin: this one was shown, or its edit is taking too long to come. */
  async #showEpoch(
    { record }: RunState,
    { elapsedMs }: Extract<RunEvent, { kind: 'epoch-ended' }>,
  ): Promise<void> {
    const { pace } = record.settings;
    const { message } = this.#options;
    const shown = this.#show();
    const patienceMs = Math.max(ENDS_TAKE_MS, 2 * message.intervalMs());
    await Promise.race([shown, delay(patienceMs, undefined, unheld)]);
    const watchedMs = pace === 'watch' ? message.watchedEpochMs() : 0;
    if (watchedMs > elapsedMs) await onBeat(watchedMs - elapsedMs, watchedMs);
  }

  async #show(): Promise<Delivery> {
    const { message, render, onDeleted } = this.#options;
    const delivery = await message.show(() => render(this.#board, this.#states), 'epoch');
    if (delivery === 'deleted') onDeleted();
    // The other messages get its share of the edits until something happens on it.
    if (!this.#isEnding && this.going().every(isPaused)) message.end();
    return delivery;
  }
}
