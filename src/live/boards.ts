/** Boards: opens their messages, has their runs started, and goes on with them after a restart. */
import { steadyNowMs } from '../clock.js';
import type { ChatMessage } from '../chat/message.js';
import type { ChatPort, Invocation, MessageRef, Place } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator } from '../content/translator.js';
import type { AskedBoard, Board, BoardLine } from '../runs/board.js';
import { newId } from '../runs/ids.js';
import { InTurn } from '../runs/in-turn.js';
import type { RunState } from '../runs/run.js';
import type { Runs, RunWatcher } from '../runs/service.js';
import type { BoardStore, StoredBoard } from '../storage/ports/boards.js';
import { BoardDealer } from './board-dealer.js';
import { BoardStarts, type BoardStartsOptions } from './board-starts.js';
import { BoardWords, type BoardWordsOptions } from './board-words.js';
import type { LiveBoard } from './live-board.js';
import { ShownBoards } from './shown-boards.js';

export interface BoardsOptions extends BoardWordsOptions, BoardStartsOptions {
  readonly store: BoardStore;
  readonly runs: Pick<Runs, 'start' | 'find' | 'stop' | 'active' | 'ended'>;
}

export class Boards {
  readonly #options: BoardsOptions;
  readonly #words: BoardWords;
  readonly #shown: ShownBoards;
  readonly #starts: BoardStarts;
  readonly #dealer: BoardDealer;
  /** Boards that lines are being added to. */
  readonly #growing = new Set<string>();
  /** One thing at a time for each request, and for each board that is being opened. */
  readonly #turns = new InTurn();

  constructor(options: BoardsOptions) {
    this.#options = options;
    const { store, runs, topics, onFailure } = options;
    this.#words = new BoardWords(options);
    this.#shown = new ShownBoards({
      ...{ store, runs, topics, words: this.#words, onFailure },
      onPause: (board, states) => this.#grow(board, states),
      onDeleted: (id) => this.stop(id),
    });
    this.#starts = new BoardStarts(options);
    this.#dealer = new BoardDealer({
      ...{ runs, onFailure },
      open: (live, index) => this.#starts.opens(live, index),
      refuse: (live, index) => this.#starts.refuse(live, index),
    });
  }

  /** Boards are shown only on platforms that were added. */
  addPlatform(port: ChatPort): void {
    this.#shown.platforms.add(port);
  }

  /**
   * Answers with a board and starts its runs. A request begins one board, however often it is made.
   * @returns the board's id
   */
  begin(asked: AskedBoard, invocation: Invocation, locale: Locale): Promise<string> {
    const { requested } = invocation;
    const work = () => this.#begin(asked, invocation, locale);
    return requested ? this.#turns.take(`request ${requested.id}`, work) : work();
  }

  async #begin(asked: AskedBoard, invocation: Invocation, locale: Locale): Promise<string> {
    const requestId = invocation.requested?.id;
    const begun =
      requestId === undefined ? undefined : await this.#options.store.ofRequest(requestId);
    if (begun?.record) return begun.board.id;
    const board = begun?.board ?? (await this.#create(asked, requestId));
    return this.#open(board, invocation.place, locale, (first) =>
      invocation.reply(first, 'everyone'),
    );
  }

  /**
   * The same, in a message of its own.
   * @param states of lines whose runs were started by themselves
   * @returns the board's id
   */
  async beginAt(
    asked: AskedBoard,
    place: Place,
    locale: Locale,
    states: readonly RunState[] = [],
  ): Promise<string> {
    const board = await this.#create(asked, undefined);
    const port = this.#shown.platforms.of(place.platform);
    return this.#open(board, place, locale, (first) => port.post(place, first), states);
  }

  /**
   * One more line; its run starts when its owner may have one.
   * @returns false when the board takes no more
   */
  async add(boardId: string, line: BoardLine): Promise<boolean> {
    const live = await this.#shown.of(boardId);
    if (!live || live.isEnding) return false;
    const index = await this.#options.store.addLine(boardId, line);
    if (index === undefined) return false;
    live.setLine(index, line);
    this.#dealer.deal(live);
    return true;
  }

  /**
   * One more line, of a run that was started by itself.
   * @returns its index; undefined when the board takes no more, or would not show all of its lines
   */
  async join(boardId: string, line: BoardLine, state: RunState): Promise<number | undefined> {
    const live = await this.#shown.of(boardId);
    if (!live || !(await this.#hasRoomFor(live, line))) return undefined;
    return live.joined(async () => {
      const index = await this.#options.store.addLine(boardId, line);
      if (index !== undefined) live.setLine(index, line, state);
      return index;
    });
  }

  /** Takes back somebody's lines: their runs stop, and are not shown any more. */
  async withdraw(boardId: string, ownerId: string): Promise<void> {
    const live = await this.#shown.of(boardId);
    for (const [index, line] of live?.board.lines.entries() ?? []) {
      if (!live || line.ownerId !== ownerId || line.isGone) continue;
      const gone = { ...line, isRefused: true, isGone: true } as const;
      // At once, before it is stored: its run may be about to begin.
      live.setLine(index, gone);
      await this.#options.store.setLine(boardId, index, gone);
      if (line.runId !== undefined) await this.#options.runs.stop(line.runId);
    }
  }

  /** No more lines are taken: once all its runs are over, the board shows the outcome. */
  async closeBoard(boardId: string): Promise<void> {
    await this.#options.store.close(boardId);
    (await this.#shown.of(boardId))?.close();
  }

  /** Stops all its runs and starts no more. @returns false when it was already over */
  async stop(boardId: string): Promise<boolean> {
    const live = await this.#shown.of(boardId);
    if (!live || live.isEnding) return false;
    for (const { index } of live.waiting()) await this.#starts.refuse(live, index);
    await this.closeBoard(boardId);
    await Promise.all(live.going().map(({ record }) => this.#options.runs.stop(record.id)));
    return true;
  }

  /**
   * Stops somebody's boards, and starts none of their waiting lines on other boards: those would only
   * take the places of the runs that are stopped.
   * @returns ids of the boards that were theirs
   */
  async stopFor(ownerId: string): Promise<readonly string[]> {
    const own: string[] = [];
    for (const board of await this.undelivered()) {
      if (board.ownerId === ownerId) {
        own.push(board.id);
        await this.stop(board.id);
        continue;
      }
      const live = await this.#shown.of(board.id);
      for (const { index, line } of live?.waiting() ?? []) {
        if (live && line.ownerId === ownerId) await this.#starts.refuse(live, index);
      }
    }
    return own;
  }

  /** Waits its turn: quick fingers press a button before it is stored where the message is. */
  find(boardId: string): Promise<StoredBoard | undefined> {
    return this.#turns.take(`board ${boardId}`, () => this.#options.store.find(boardId));
  }

  ofRequest(requestId: string): Promise<StoredBoard | undefined> {
    return this.#options.store.ofRequest(requestId);
  }

  /** Boards with something left to do, oldest first. */
  async undelivered(): Promise<readonly Board[]> {
    const { store } = this.#options;
    const ids = await store.undelivered();
    const found = await Promise.all(ids.map((id) => store.find(id)));
    return found.flatMap((stored) => (stored ? [stored.board] : []));
  }

  /** Draws it again: something beside its lines has changed. */
  async redraw(boardId: string): Promise<void> {
    (await this.#shown.of(boardId))?.redraw();
  }

  /** The watcher of a run that is shown on a board, for a process that finds the run under way. */
  async watcherOf(runId: string): Promise<RunWatcher | undefined> {
    const where = await this.#options.store.ofRun(runId);
    if (!where) return undefined;
    return (await this.#shown.of(where.boardId))?.watcher(where.index);
  }

  /** Takes up what an earlier process left, once its runs have been resumed. */
  async resume(): Promise<void> {
    for (const id of await this.#options.store.undelivered()) {
      const live = await this.#shown.of(id);
      if (!live) continue;
      live.redraw();
      this.#dealer.deal(live);
    }
  }

  /** Called once somebody's data are deleted: what boards still hold of them is no longer drawn or stored. */
  forget(ownerId: string): Promise<void> {
    return this.#shown.forget(ownerId);
  }

  /** Resolves when a board's message shows the outcome. */
  settled(boardId: string): Promise<void> {
    return this.#shown.settled(boardId);
  }

  /** Gives boards that are over until time is up to show it, and leaves the rest to the next process. */
  close(timeIsUp: AbortSignal): Promise<void> {
    return this.#shown.close(timeIsUp);
  }

  async #create(
    { topic, ownerId, limits, lines, isOpen }: AskedBoard,
    requestId: string | undefined,
  ): Promise<Board> {
    const board = { id: newId(), ownerId, topic, limits, lines, isClosed: !isOpen };
    await this.#options.store.create(board, requestId);
    return board;
  }

  #open(
    board: Board,
    place: Place,
    locale: Locale,
    say: (first: ChatMessage) => Promise<MessageRef>,
    states?: readonly RunState[],
  ): Promise<string> {
    const work = () => this.#openInTurn(board, place, locale, say, states);
    return this.#turns.take(`board ${board.id}`, work);
  }

  async #openInTurn(
    board: Board,
    place: Place,
    locale: Locale,
    say: (first: ChatMessage) => Promise<MessageRef>,
    states: readonly RunState[] = [],
  ): Promise<string> {
    const port = this.#shown.platforms.of(place.platform);
    const first = this.#words.render(board, states, port, translator(locale, port));
    const ref = await say(first);
    const record = { place, ref, locale, view: 'keras', openedAtMs: steadyNowMs() } as const;
    await this.#options.store.save(board.id, record);
    const live = this.#shown.show(board, states, record, port);
    this.#dealer.deal(live);
    return board.id;
  }

  /** Adds the further lines of a board that grows by itself, then takes no more. */
  async #grow(board: Board, states: readonly (RunState | undefined)[]): Promise<void> {
    const topic = this.#options.topics[board.topic.kind];
    if (!topic.furtherLines || this.#growing.has(board.id)) return;
    this.#growing.add(board.id);
    try {
      for (const line of topic.furtherLines(board, states)) await this.add(board.id, line);
      await this.closeBoard(board.id);
    } finally {
      this.#growing.delete(board.id);
    }
  }

  async #hasRoomFor(live: LiveBoard, line: BoardLine): Promise<boolean> {
    const { place, locale } = (await this.#options.store.find(live.id))?.record ?? {};
    if (!place || !locale) return false;
    const port = this.#shown.platforms.of(place.platform);
    return this.#words.hasRoomFor(line, live, port, translator(locale, port));
  }
}
