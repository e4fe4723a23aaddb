import type { Board, BoardLine } from '../../runs/board.js';
import type { LiveMessageRecord } from './live-messages.js';

export interface BoardMessageRecord extends LiveMessageRecord {
  /** Then it was there to be read, by a clock that only goes forward. */
  readonly openedAtMs?: number;
}

export interface StoredBoard {
  readonly board: Board;
  /** Missing until its message was opened. */
  readonly record?: BoardMessageRecord;
}

/** Where a run stands on a board. */
export interface OnBoard {
  readonly boardId: string;
  /** Of its lines, from 0. */
  readonly index: number;
}

/** Messages that show several runs. Whatever is written is one transaction. */
export interface BoardStore {
  /** @param requestId what asks for it: there is one board for it, however often it is asked */
  create(board: Board, requestId: string | undefined): Promise<void>;
  find(id: string): Promise<StoredBoard | undefined>;
  ofRequest(requestId: string): Promise<StoredBoard | undefined>;
  /** Where a run that is shown on a board is shown. */
  ofRun(runId: string): Promise<OnBoard | undefined>;
  /** @returns the new line's index; undefined when no more lines are taken */
  addLine(id: string, line: BoardLine): Promise<number | undefined>;
  /** Replaces a line: its run was started, or will not be. */
  setLine(id: string, index: number, line: BoardLine): Promise<void>;
  /** No more lines are taken. */
  close(id: string): Promise<void>;
  save(id: string, record: BoardMessageRecord): Promise<void>;
  /** Its message shows what came out: nothing is left to do. */
  markDelivered(id: string): Promise<void>;
  /** Those of which something is left to do, oldest first. */
  undelivered(): Promise<readonly string[]>;
}
