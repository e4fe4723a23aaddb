/** The boards that this process shows: each is looked up on first use, and held until its end is delivered. */
import { once } from 'node:events';
import { LiveMessage } from '../chat/live-message.js';
import type { ChatPort, MessageRef } from '../chat/port.js';
import { translator } from '../content/translator.js';
import type { Topics } from '../render/board/topic.js';
import type { Board } from '../runs/board.js';
import type { RunState } from '../runs/run.js';
import type { Runs } from '../runs/service.js';
import type { BoardMessageRecord, BoardStore } from '../storage/ports/boards.js';
import type { BoardWords } from './board-words.js';
import { LiveBoard } from './live-board.js';
import { Platforms } from './platforms.js';

interface ShownBoardsOptions {
  readonly store: Pick<BoardStore, 'find' | 'save' | 'markDelivered' | 'undelivered'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly topics: Topics;
  readonly words: BoardWords;
  /** All runs so far of a board that is still open are over. */
  readonly onPause: (board: Board, states: readonly (RunState | undefined)[]) => Promise<void>;
  /** Somebody deleted the message of a board that must not outlive it. */
  readonly onDeleted: (boardId: string) => Promise<unknown>;
  readonly onFailure: (boardId: string, error: unknown) => void;
}

export class ShownBoards {
  readonly platforms = new Platforms();
  /** Undelivered boards that this process has looked up. */
  readonly #live = new Map<string, Promise<LiveBoard | undefined>>();
  #closed = false;

  constructor(private readonly options: ShownBoardsOptions) {}

  /** Undefined when the board is over, was never opened, or its platform is not served. */
  of(boardId: string): Promise<LiveBoard | undefined> {
    const known = this.#live.get(boardId) ?? this.#load(boardId);
    this.#live.set(boardId, known);
    // A board that is over or could not be read is looked up again.
    known.then(
      (live) => live ?? this.#live.delete(boardId),
      () => this.#live.delete(boardId),
    );
    return known;
  }

  async #load(boardId: string): Promise<LiveBoard | undefined> {
    const { store, runs } = this.options;
    if (!(await store.undelivered()).includes(boardId)) return undefined;
    const { board, record } = (await store.find(boardId)) ?? {};
    const port = record && this.platforms.find(record.place.platform);
    if (!board || !port) return undefined;
    const states = await Promise.all(
      board.lines.map(async ({ runId }) => (runId === undefined ? undefined : runs.find(runId))),
    );
    return this.show(board, states, record, port);
  }

  show(
    begun: Board,
    states: readonly (RunState | undefined)[],
    record: BoardMessageRecord,
    port: ChatPort,
  ): LiveBoard {
    const { store, topics, words, onFailure, onPause, onDeleted } = this.options;
    const { id, topic } = begun;
    const { ref, place, locale, openedAtMs } = record;
    const t = translator(locale, port);
    const report = (error: unknown): void => {
      onFailure(id, error);
    };
    const orReport = (work: Promise<unknown>): void => {
      work.catch(report);
    };
    const onMoved = (moved: MessageRef): void => {
      orReport(store.save(id, { ...record, ref: moved }));
    };
    const live = new LiveBoard({
      ...{ board: begun, states, openedAtMs, onFailure: report },
      gathers: topics[topic.kind].gathers,
      message: new LiveMessage({ port, ref, place, onMoved, onFailure: report }),
      render: (board, now) => words.render(board, now, port, t),
      conclude: (board, over) => words.conclude(board, over, port, t),
      onPause: (board, now) => {
        orReport(onPause(board, now));
      },
      onDeleted: () => {
        if (!topics[topic.kind].outlivesMessage) orReport(onDeleted(id));
      },
      onDelivered: () => {
        // Only once that is stored: until then a look-up would load it again, and show its end twice.
        orReport(store.markDelivered(id).then(() => this.#live.delete(id)));
      },
    });
    this.#live.set(id, Promise.resolve(live));
    if (this.#closed) live.leave();
    return live;
  }

  /** Called once somebody's data are deleted: what boards still hold of them is no longer drawn or stored. */
  async forget(ownerId: string): Promise<void> {
    // A board that could not be read is read again, without the name.
    for (const loaded of await Promise.allSettled(this.#live.values())) {
      if (loaded.status === 'fulfilled') loaded.value?.forget(ownerId);
    }
    // Boards that were over show their ends again.
    for (const id of await this.options.store.undelivered()) {
      if (!this.#live.has(id)) (await this.of(id))?.redraw();
    }
  }

  /** Resolves when a board's message shows the outcome. */
  async settled(boardId: string): Promise<void> {
    await (
      await this.#live.get(boardId)
    )?.ended;
  }

  /** Gives boards that are over until time is up to show it, and leaves the rest to the next process. */
  async close(timeIsUp: AbortSignal): Promise<void> {
    const all = await Promise.all(this.#live.values());
    const live = all.filter((one) => one !== undefined);
    const ending = live.filter(({ isEnding }) => isEnding).map(({ ended }) => ended);
    await Promise.race([Promise.all(ending), timeIsUp.aborted || once(timeIsUp, 'abort')]);
    this.#closed = true;
    for (const one of live) one.leave();
  }
}
