/** Starts a board's runs: one owner's runs one after the other, never more at once than they may have going. */
import { setTimeout as delay } from 'node:timers/promises';
import { steadyNowMs } from '../clock.js';
import { NoSpaceError, UserError } from '../errors.js';
import type { BoardLine } from '../runs/board.js';
import { partOfRequest } from '../runs/requests.js';
import type { OpenWatcher, Runs } from '../runs/service.js';
import { AGAIN_IN_MS } from '../runs/space-wait.js';
import type { LiveBoard } from './live-board.js';

interface DealerOptions {
  readonly runs: Pick<Runs, 'start' | 'active' | 'ended'>;
  /** Shows a line's run on its board, once that is stored. */
  readonly open: (board: LiveBoard, index: number) => OpenWatcher;
  /** A line that cannot be trained: its board goes on without it. */
  readonly refuse: (board: LiveBoard, index: number) => Promise<void>;
  readonly onFailure: (boardId: string, error: unknown) => void;
}

export class BoardDealer {
  /** Owners whose lines of a board are being started one by one, as `board owner`. */
  readonly #dealing = new Set<string>();

  constructor(private readonly options: DealerOptions) {}

  /** Called whenever a board has lines that are not started; never rejects. */
  deal(board: LiveBoard): void {
    for (const ownerId of new Set(board.waiting().map(({ line }) => line.ownerId))) {
      const name = `${board.id} ${ownerId}`;
      if (this.#dealing.has(name)) continue;
      this.#dealing.add(name);
      void this.#dealOwner(board, ownerId).finally(() => this.#dealing.delete(name));
    }
  }

  async #dealOwner(board: LiveBoard, ownerId: string): Promise<void> {
    await itsTime(board);
    for (;;) {
      const next = board.waiting().find(({ line }) => line.ownerId === ownerId);
      if (!next || (await this.#start(board, next.index, next.line)) === 'closing') return;
    }
  }

  /** @returns what became of it; `later`: try again */
  async #start(
    board: LiveBoard,
    index: number,
    { ownerId, ownerName, settings }: BoardLine,
  ): Promise<'begun' | 'later' | 'refused' | 'closing'> {
    const { runs, open, refuse, onFailure } = this.options;
    const { limits } = board.board;
    const requestId = partOfRequest(board.id, index);
    try {
      await runs.start({ ownerId, ownerName, settings, limits, requestId }, open(board, index));
      return 'begun';
    } catch (error) {
      if (error instanceof NoSpaceError) {
        await delay(AGAIN_IN_MS, undefined, { ref: false });
        return 'later';
      }
      if (error instanceof UserError && error.key === 'error.closing') return 'closing';
      if (error instanceof UserError && error.key === 'error.twoRuns') {
        await this.#place(ownerId);
        return 'later';
      }
      if (board.board.lines[index]?.isRefused) return 'refused';
      onFailure(board.id, error);
      await refuse(board, index);
      return 'refused';
    }
  }

  /** Resolves when one of the owner's runs is over. */
  async #place(ownerId: string): Promise<void> {
    const { runs } = this.options;
    const ends = runs.active(ownerId).map(({ record }) => runs.ended(record.id));
    // A run that is about to begin is not among them yet.
    await Promise.race([...ends, delay(SOON_MS, undefined, { ref: false })]);
  }
}

const SOON_MS = 1_000;
/** A clock that was set back in the meantime could make it years. */
const MOST_WAIT_MS = 60_000;

/** Resolves when a board's runs may begin. */
async function itsTime({ startsAtMs }: LiveBoard): Promise<void> {
  const inMs = Math.min(startsAtMs - steadyNowMs(), MOST_WAIT_MS);
  if (inMs > 0) await delay(inMs, undefined, { ref: false });
}
