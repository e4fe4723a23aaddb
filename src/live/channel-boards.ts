/** Boards that runs join automatically where their channel is crowded: one at a time in each channel. */
import { channelOf, type Place } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import type { BoardLine } from '../runs/board.js';
import { InTurn } from '../runs/in-turn.js';
import type { RunState } from '../runs/run.js';
import type { RunWatcher } from '../runs/service.js';
import type { BoardStore } from '../storage/ports/boards.js';
import type { Boards } from './boards.js';

export interface JoinedBoard {
  /** The number of its line on the board, from 1. */
  readonly place: number;
  readonly line: RunWatcher | undefined;
  /** The board's language: that of the person it was begun for. */
  readonly locale: Locale;
}

interface ChannelBoardsOptions {
  readonly boards: Pick<Boards, 'join' | 'beginAt' | 'watcherOf' | 'find'>;
  readonly store: Pick<BoardStore, 'ofRun'>;
}

export class ChannelBoards {
  /** The newest board of each channel. */
  readonly #newest = new Map<string, { readonly id: string; readonly locale: Locale }>();
  readonly #inTurn = new InTurn();

  constructor(private readonly options: ChannelBoardsOptions) {}

  /** @throws where no board can be posted */
  async join(state: RunState, where: Place, locale: Locale): Promise<JoinedBoard> {
    const { boards } = this.options;
    const channel = channelOf(where);
    const on = await this.#inTurn.take(channel, async () => {
      const joined = await this.#joinNewest(state, channel);
      if (joined) return joined;
      const topic = { kind: 'channel' } as const;
      const lines = [lineOf(state)];
      const asked = { topic, ownerId: NOBODY, limits: {}, lines, isOpen: true } as const;
      const id = await boards.beginAt(asked, where, locale, [state]);
      this.#newest.set(channel, { id, locale });
      return { place: 1, locale };
    });
    return { ...on, line: await boards.watcherOf(state.record.id) };
  }

  /**
   * Moves a run that has a message of its own to a board that others have begun.
   * @returns undefined where there is none, or it takes no more lines
   */
  async follow(state: RunState, where: Place): Promise<JoinedBoard | undefined> {
    const channel = channelOf(where);
    const on = await this.#inTurn.take(channel, () => this.#joinNewest(state, channel));
    return on && { ...on, line: await this.options.boards.watcherOf(state.record.id) };
  }

  async #joinNewest(
    state: RunState,
    channel: string,
  ): Promise<Omit<JoinedBoard, 'line'> | undefined> {
    const newest = this.#newest.get(channel);
    const joined = newest && (await this.options.boards.join(newest.id, lineOf(state), state));
    if (!newest || joined === undefined) return undefined;
    return { place: joined + 1, locale: newest.locale };
  }

  /** Whether a run is a line of any board. */
  async has(runId: string): Promise<boolean> {
    return (await this.options.store.ofRun(runId)) !== undefined;
  }

  /** The line of a run that an earlier process began: others may join its board. */
  async watcherOf(runId: string): Promise<RunWatcher | undefined> {
    const { boards, store } = this.options;
    const watcher = await boards.watcherOf(runId);
    const where = watcher && (await store.ofRun(runId));
    const { board, record } = (where && (await boards.find(where.boardId))) ?? {};
    if (board?.topic.kind === 'channel' && record) {
      const { place, locale } = record;
      this.#newest.set(channelOf(place), { id: board.id, locale });
    }
    return watcher;
  }
}

function lineOf({ record: { id: runId, ownerId, ownerName, settings } }: RunState): BoardLine {
  return { ownerId, ownerName, settings, runId };
}

/** Nobody owns it: the others' runs are shown there, too. */
const NOBODY = '';
