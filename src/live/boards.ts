/** Boards: opens their messages, has their runs started, and goes on with them after a restart. */
import { once } from 'node:events';
import { LiveMessage } from '../chat/live-message.js';
import type { ChatMessage } from '../chat/message.js';
import type { ChatPort, Invocation, MessageRef, Place, PlatformName } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator } from '../content/translator.js';
import type { AskedBoard, Board, BoardLine } from '../runs/board.js';
import { newId } from '../runs/ids.js';
import { InTurn } from '../runs/in-turn.js';
import type { RunState } from '../runs/run.js';
import type { Runs, RunWatcher } from '../runs/service.js';
import type { BoardStore, LiveMessageRecord, StoredBoard } from '../storage/ports.js';
import { BoardDealer } from './board-dealer.js';
import { BoardStarts, type BoardStartsOptions } from './board-starts.js';
import { BoardWords, type BoardWordsOptions } from './board-words.js';
import { LiveBoard } from './live-board.js';

export interface BoardsOptions extends BoardWordsOptions, BoardStartsOptions {
  readonly store: BoardStore;
  readonly runs: Pick<Runs, 'start' | 'find' | 'stop' | 'active' | 'ended'>;
}

export class Boards {
  readonly #options: BoardsOptions;
  readonly #ports = new Map<PlatformName, ChatPort>();
  /** Those that are not delivered, as far as this process has looked at them. */
  readonly #live = new Map<string, Promise<LiveBoard | undefined>>();
  readonly #words: BoardWords;
  readonly #starts: BoardStarts;
  readonly #dealer: BoardDealer;
  /** Those to which lines are being added. */
  readonly #growing = new Set<string>();
  /** One thing at a time for each request, and for each board that is being opened. */
  readonly #turns = new InTurn();
  #closed = false;

  constructor(options: BoardsOptions) {
    this.#options = options;
    const { runs, onFailure } = options;
    this.#words = new BoardWords(options);
    this.#starts = new BoardStarts(options);
    this.#dealer = new BoardDealer({
      ...{ runs, onFailure },
      open: (live, index) => this.#starts.opens(live, index),
      refuse: (live, index) => this.#starts.refuse(live, index),
    });
  }

  /** Boards are shown only on platforms that were added. */
  addPlatform(port: ChatPort): void {
    this.#ports.set(port.platform, port);
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
   * The same as a message of its own.
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
    const port = this.#port(place.platform);
    return this.#open(board, place, locale, (first) => port.post(place, first), states);
  }

  /**
   * One more line; its run starts when its owner may have one.
   * @returns false when the board takes no more
   */
  async add(boardId: string, line: BoardLine): Promise<boolean> {
    const live = await this.#liveOf(boardId);
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
    const live = await this.#liveOf(boardId);
    if (!live || !(await this.#hasRoomFor(live, line))) return undefined;
    return live.joined(async () => {
      const index = await this.#options.store.addLine(boardId, line);
      if (index !== undefined) live.setLine(index, line, state);
      return index;
    });
  }

  /** Takes back somebody's lines: their runs stop, and are not shown any more. */
  async withdraw(boardId: string, ownerId: string): Promise<void> {
    const live = await this.#liveOf(boardId);
    for (const [index, line] of live?.board.lines.entries() ?? []) {
      if (!live || line.ownerId !== ownerId || line.isGone) continue;
      const gone = { ...line, isRefused: true, isGone: true } as const;
      // At once, before it is kept: its run may be about to begin.
      live.setLine(index, gone);
      await this.#options.store.setLine(boardId, index, gone);
      if (line.runId !== undefined) await this.#options.runs.stop(line.runId);
    }
  }

  /** No more lines: once all of its runs are over, the board shows what came out. */
  async closeBoard(boardId: string): Promise<void> {
    await this.#options.store.close(boardId);
    (await this.#liveOf(boardId))?.close();
  }

  /** Stops all of its runs and starts no more. @returns false when it was over already */
  async stop(boardId: string): Promise<boolean> {
    const live = await this.#liveOf(boardId);
    if (!live || live.isEnding) return false;
    for (const { index } of live.waiting()) await this.#starts.refuse(live, index);
    await this.closeBoard(boardId);
    await Promise.all(live.going().map(({ record }) => this.#options.runs.stop(record.id)));
    return true;
  }

  /**
   * Stops somebody's boards, and starts nothing more of theirs on others': what waits there would only take
   * the places of runs that are stopped.
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
      const live = await this.#liveOf(board.id);
      for (const { index, line } of live?.waiting() ?? []) {
        if (live && line.ownerId === ownerId) await this.#starts.refuse(live, index);
      }
    }
    return own;
  }

  /** Once nothing of somebody is kept: what boards hold of them is neither drawn nor written any more. */
  async forget(ownerId: string): Promise<void> {
    // One that cannot be read is read anew, without the name.
    for (const loaded of await Promise.allSettled(this.#live.values())) {
      if (loaded.status === 'fulfilled') loaded.value?.forget(ownerId);
    }
  }

  /** In its turn: quick fingers press on a message before it is kept where it is. */
  find(boardId: string): Promise<StoredBoard | undefined> {
    return this.#turns.take(`board ${boardId}`, () => this.#options.store.find(boardId));
  }

  ofRequest(requestId: string): Promise<StoredBoard | undefined> {
    return this.#options.store.ofRequest(requestId);
  }

  /** Those of which something is left to do, oldest first. */
  async undelivered(): Promise<readonly Board[]> {
    const { store } = this.#options;
    const ids = await store.undelivered();
    const found = await Promise.all(ids.map((id) => store.find(id)));
    return found.flatMap((stored) => (stored ? [stored.board] : []));
  }

  /** Draws it anew: what stands beside its lines has changed. */
  async redraw(boardId: string): Promise<void> {
    (await this.#liveOf(boardId))?.redraw();
  }

  /** The watcher of a run that is shown on a board, for a process that finds it going on. */
  async watcherOf(runId: string): Promise<RunWatcher | undefined> {
    const where = await this.#options.store.ofRun(runId);
    if (!where) return undefined;
    return (await this.#liveOf(where.boardId))?.watcher(where.index);
  }

  /** Takes up what an earlier process left, once its runs go on. */
  async resume(): Promise<void> {
    for (const id of await this.#options.store.undelivered()) {
      const live = await this.#liveOf(id);
      if (!live) continue;
      live.redraw();
      this.#dealer.deal(live);
    }
  }

  /** Resolves when a board's message shows what came out. */
  async settled(boardId: string): Promise<void> {
    await (
      await this.#live.get(boardId)
    )?.ended;
  }

  /** Lets boards that are over show it until time is up, and leaves the rest to the next process. */
  async close(timeIsUp: AbortSignal): Promise<void> {
    const all = await Promise.all(this.#live.values());
    const live = all.filter((one) => one !== undefined);
    const ending = live.filter(({ isEnding }) => isEnding).map(({ ended }) => ended);
    await Promise.race([Promise.all(ending), timeIsUp.aborted || once(timeIsUp, 'abort')]);
    this.#closed = true;
    for (const one of live) one.leave();
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
    const port = this.#port(place.platform);
    const first = this.#words.render(board, states, port, translator(locale, port.platform));
    const record = { place, ref: await say(first), locale, view: 'keras' } as const;
    await this.#options.store.save(board.id, record);
    const live = this.#show(board, states, record, port);
    this.#live.set(board.id, Promise.resolve(live));
    this.#dealer.deal(live);
    return board.id;
  }

  /** Adds what a board that grows by itself trains next, and takes no more lines then. */
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

  /** Undefined when it is over, was never opened, or its platform is not served. */
  #liveOf(boardId: string): Promise<LiveBoard | undefined> {
    const known = this.#live.get(boardId) ?? this.#load(boardId);
    this.#live.set(boardId, known);
    // One that is over, or not read, is looked up again.
    known.then(
      (live) => live ?? this.#live.delete(boardId),
      () => this.#live.delete(boardId),
    );
    return known;
  }

  async #load(boardId: string): Promise<LiveBoard | undefined> {
    const { store, runs } = this.#options;
    if (!(await store.undelivered()).includes(boardId)) return undefined;
    const { board, record } = (await store.find(boardId)) ?? {};
    const port = record && this.#ports.get(record.place.platform);
    if (!board || !port) return undefined;
    const states = await Promise.all(
      board.lines.map(async ({ runId }) => (runId === undefined ? undefined : runs.find(runId))),
    );
    return this.#show(board, states, record, port);
  }

  #show(
    begun: Board,
    states: readonly (RunState | undefined)[],
    record: LiveMessageRecord,
    port: ChatPort,
  ): LiveBoard {
    const { store, topics, onFailure } = this.#options;
    const { id, topic } = begun;
    const { ref, place, locale } = record;
    const t = translator(locale, port.platform);
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
      ...{ board: begun, states, gathers: topics[topic.kind].gathers, onFailure: report },
      message: new LiveMessage({ port, ref, place, onMoved, onFailure: report }),
      render: (board, now) => this.#words.render(board, now, port, t),
      conclude: (board, over) => this.#words.conclude(board, over, port, t),
      onPause: (board, now) => {
        orReport(this.#grow(board, now));
      },
      onDeleted: () => {
        if (!topics[topic.kind].outlivesMessage) orReport(this.stop(id));
      },
      onDelivered: () => {
        // Until that is kept, whoever looked would load it again, and show its end twice.
        orReport(store.markDelivered(id).then(() => this.#live.delete(id)));
      },
    });
    if (this.#closed) live.leave();
    return live;
  }

  async #hasRoomFor(live: LiveBoard, line: BoardLine): Promise<boolean> {
    const { place, locale } = (await this.#options.store.find(live.id))?.record ?? {};
    if (!place || !locale) return false;
    const port = this.#port(place.platform);
    return this.#words.hasRoomFor(line, live, port, translator(locale, port.platform));
  }

  #port(platform: PlatformName): ChatPort {
    const port = this.#ports.get(platform);
    if (!port) throw new Error(`no such platform was added: ${platform}`);
    return port;
  }
}
