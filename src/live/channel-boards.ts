/** Boards that runs join by themselves where their channel is crowded: one at a time in each channel. */
import { channelOf, type Place } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import type { BoardLine } from '../runs/board.js';
import type { RunState } from '../runs/run.js';
import type { RunWatcher } from '../runs/service.js';
import type { BoardStore } from '../storage/ports.js';
import type { Boards } from './boards.js';
import { InTurn } from './in-turn.js';

export interface JoinedBoard {
  /** Of its line, in the order that they came, from 1. */
  readonly place: number;
  readonly line: RunWatcher | undefined;
}

interface ChannelBoardsOptions {
  readonly boards: Pick<Boards, 'join' | 'beginAt' | 'watcherOf' | 'find'>;
  readonly store: Pick<BoardStore, 'ofRun'>;
}

export class ChannelBoards {
  /** The newest board of each channel. */
  readonly #newest = new Map<string, string>();
  readonly #inTurn = new InTurn();

  constructor(private readonly options: ChannelBoardsOptions) {}

  /** @throws where no board can be posted */
  async join(state: RunState, where: Place, locale: Locale): Promise<JoinedBoard> {
    const { boards } = this.options;
    const { id: runId, ownerId, ownerName, settings } = state.record;
    const line: BoardLine = { ownerId, ownerName, settings, runId };
    const channel = channelOf(where);
    const index = await this.#inTurn.take(channel, async () => {
      const newest = this.#newest.get(channel);
      const joined = newest === undefined ? undefined : await boards.join(newest, line, state);
      if (joined !== undefined) return joined;
      const topic = { kind: 'channel' } as const;
      const asked = { topic, ownerId: NOBODY, limits: {}, lines: [line], isOpen: true } as const;
      this.#newest.set(channel, await boards.beginAt(asked, where, locale, [state]));
      return 0;
    });
    return { place: index + 1, line: await boards.watcherOf(runId) };
  }

  /** The line of a run that an earlier process began: others may join its board. */
  async watcherOf(runId: string): Promise<RunWatcher | undefined> {
    const { boards, store } = this.options;
    const watcher = await boards.watcherOf(runId);
    const where = watcher && (await store.ofRun(runId));
    const { board, record } = (where && (await boards.find(where.boardId))) ?? {};
    if (board?.topic.kind === 'channel' && record) {
      this.#newest.set(channelOf(record.place), board.id);
    }
    return watcher;
  }
}

/** Whoever comes first does not own what the others are shown in. */
const NOBODY = '';
