/** The board of a class's round: whose runs are on it, and how they are doing. */
import { steadyNowMs } from '../clock.js';
import type { Runs } from '../runs/service.js';
import type { RoundNow, StoredRound } from '../storage/ports/classes.js';
import { MAX_LEAVES, phaseOf, settingsOf, type Participant } from '../tutor/class/round.js';
import type { Boards } from './boards.js';

export interface RoundBoardsOptions {
  readonly boards: Pick<Boards, 'add' | 'withdraw' | 'find' | 'undelivered'>;
  readonly runs: Pick<Runs, 'find'>;
}

export class RoundBoards {
  readonly #options: RoundBoardsOptions;

  constructor(options: RoundBoardsOptions) {
    this.#options = options;
  }

  /** The board of a round that its teacher deleted (`/forget`): others' runs may still be under way there. */
  async leftBy(roundId: string): Promise<string | undefined> {
    const boards = await this.#options.boards.undelivered();
    return boards.find(({ topic }) => topic.kind === 'class' && topic.roundId === roundId)?.id;
  }

  /** False while they are in the round: joining again adds no line. */
  async hasLeftOften({ boardId }: StoredRound, userId: string): Promise<boolean> {
    const found = boardId === undefined ? undefined : await this.#options.boards.find(boardId);
    const theirs = (found?.board.lines ?? []).filter(({ ownerId }) => ownerId === userId);
    return theirs.length >= MAX_LEAVES && theirs.every(({ isGone }) => isGone);
  }

  /** Puts somebody's run on it, once. @returns false when the board takes no more lines */
  async put({ boardId, round: { plan } }: StoredRound, mine: Participant): Promise<boolean> {
    const { boards } = this.#options;
    const board = boardId === undefined ? undefined : (await boards.find(boardId))?.board;
    if (boardId === undefined || !board) return false;
    const isThere = board.lines.some(({ ownerId, isGone }) => ownerId === mine.userId && !isGone);
    if (isThere) return true;
    return boards.add(boardId, {
      ...{ ownerId: mine.userId, ownerName: mine.name, settings: settingsOf(plan, mine) },
    });
  }

  /** Completes what a process left half done when it ended. */
  async repair(stored: StoredRound): Promise<void> {
    const { boards } = this.#options;
    const { boardId, participants } = stored;
    if (boardId === undefined) return;
    for (const one of participants) {
      if (one.hasLeft) await boards.withdraw(boardId, one.userId);
      else await this.put(stored, one);
    }
  }

  /** The round with its runs as they are now. */
  async now(stored: StoredRound): Promise<RoundNow> {
    const { boards, runs } = this.#options;
    const { boardId, round, isClosed } = stored;
    const board = boardId === undefined ? undefined : (await boards.find(boardId))?.board;
    const lines = (board?.lines ?? []).filter(({ isGone }) => !isGone);
    const found = await Promise.all(
      lines.map(async ({ runId }) => (runId === undefined ? undefined : runs.find(runId))),
    );
    const states = found.filter((state) => state !== undefined);
    const waits = lines.some(({ runId, isRefused }) => runId === undefined && !isRefused);
    const phase = phaseOf(round, isClosed, states, steadyNowMs());
    return { ...stored, states, phase: phase === 'over' && waits ? 'training' : phase };
  }
}
