/** Boards in the database. */
import { steadyNowMs } from '../clock.js';
import type { Board, BoardLine } from '../runs/board.js';
import type { Database, Reads, Row, Sql } from './database.js';
import { fromJson, toJson } from './json.js';
import type { BoardMessageRecord, BoardStore, OnBoard, StoredBoard } from './ports/boards.js';

export class DatabaseBoardStore implements BoardStore {
  constructor(private readonly database: Database) {}

  create(board: Board, requestId: string | undefined): Promise<void> {
    const { id, ownerId, topic, limits, lines, isClosed } = board;
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO boards (id, owner_id, topic, limits, request_id, is_closed, created_at_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ...[id, ownerId, toJson(topic), toJson(limits), requestId ?? null, isClosed ? 1 : 0],
        steadyNowMs(),
      );
      for (const [index, line] of lines.entries()) putLine(sql, id, index, line);
    });
  }

  find(id: string): Promise<StoredBoard | undefined> {
    return this.database.read((sql) => oneBoard(sql, 'id = ?', id));
  }

  ofRequest(requestId: string): Promise<StoredBoard | undefined> {
    return this.database.read((sql) => oneBoard(sql, 'request_id = ?', requestId));
  }

  ofRun(runId: string): Promise<OnBoard | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT board_id, position FROM board_lines WHERE run_id = ?', runId);
      return row && { boardId: row.board_id as string, index: row.position as number };
    });
  }

  addLine(id: string, line: BoardLine): Promise<number | undefined> {
    return this.database.transaction((sql) => {
      if (!sql.get('SELECT 1 FROM boards WHERE id = ? AND is_closed = 0', id)) return undefined;
      // Lines may have been deleted with their owners' data: their numbers are not used again.
      const row = sql.get(
        'SELECT coalesce(max(position) + 1, 0) AS next FROM board_lines WHERE board_id = ?',
        id,
      );
      const index = row?.next as number;
      putLine(sql, id, index, line);
      return index;
    });
  }

  setLine(id: string, index: number, line: BoardLine): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        'UPDATE board_lines SET line = ?, run_id = ? WHERE board_id = ? AND position = ?',
        ...[toJson(line), line.runId ?? null, id, index],
      );
    });
  }

  close(id: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE boards SET is_closed = 1 WHERE id = ?', id);
    });
  }

  save(id: string, record: BoardMessageRecord): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        'UPDATE boards SET record = ?, home = ? WHERE id = ?',
        ...[toJson(record), record.place.home ?? null, id],
      );
    });
  }

  markDelivered(id: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE boards SET is_delivered = 1 WHERE id = ?', id);
    });
  }

  undelivered(): Promise<readonly string[]> {
    return this.database.read((sql) =>
      sql
        .all('SELECT id FROM boards WHERE is_delivered = 0 ORDER BY created_at_ms, rowid')
        .map((row) => row.id as string),
    );
  }
}

function putLine(sql: Sql, id: string, index: number, line: BoardLine): void {
  sql.run(
    'INSERT INTO board_lines (board_id, position, line, owner_id, run_id) VALUES (?, ?, ?, ?, ?)',
    ...[id, index, toJson(line), line.ownerId, line.runId ?? null],
  );
}

function oneBoard(sql: Reads, which: string, value: string): StoredBoard | undefined {
  const row = sql.get(`SELECT * FROM boards WHERE ${which}`, value);
  if (!row) return undefined;
  const id = row.id as string;
  const lines = sql
    .all('SELECT line FROM board_lines WHERE board_id = ? ORDER BY position', id)
    .map(({ line }) => fromJson(line as string) as BoardLine);
  return { board: boardOf(row, lines), ...recordOf(row) };
}

function boardOf(row: Row, lines: readonly BoardLine[]): Board {
  return {
    ...{ id: row.id as string, ownerId: row.owner_id as string },
    topic: fromJson(row.topic as string) as Board['topic'],
    limits: fromJson(row.limits as string) as Board['limits'],
    ...{ lines, isClosed: row.is_closed === 1 },
  };
}

function recordOf({ record }: Row): Pick<StoredBoard, 'record'> {
  return record === null ? {} : { record: fromJson(record as string) as BoardMessageRecord };
}
