import type { Board, BoardLine } from '../../runs/board.js';
import type { LiveMessageRecord } from './live-messages.js';

export interface BoardMessageRecord extends LiveMessageRecord {
  /** When it could first be read, by a clock that only goes forward. */
  readonly openedAtMs?: number;
}

export interface StoredBoard {
  readonly board: Board;
  /** Missing until its message was opened. */
  readonly record?: BoardMessageRecord;
}

/** A run's place on a board. */
export interface OnBoard {
  readonly boardId: string;
  /** Index of its line, from 0. */
  readonly index: number;
}

/** Messages that show several runs. Every write is one transaction. */
export interface BoardStore {
  /** @param requestId one request begins one board, however often it is delivered */
  create(board: Board, requestId: string | undefined): Promise<void>;
  find(id: string): Promise<StoredBoard | undefined>;
  ofRequest(requestId: string): Promise<StoredBoard | undefined>;
  /** Where a run is shown, if it is on a board. */
  ofRun(runId: string): Promise<OnBoard | undefined>;
  /** @returns the new line's index; undefined when no more lines are taken */
  addLine(id: string, line: BoardLine): Promise<number | undefined>;
  /** Replaces a line: its run was started, or will not be. */
  setLine(id: string, index: number, line: BoardLine): Promise<void>;
  /** No more lines are taken. */
  close(id: string): Promise<void>;
  save(id: string, record: BoardMessageRecord): Promise<void>;
  /** Its message shows the outcome: nothing is left to do. */
  markDelivered(id: string): Promise<void>;
  /** Boards with something left to do, oldest first. */
  undelivered(): Promise<readonly string[]>;
}
