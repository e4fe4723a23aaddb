/** Redraws the room's boards without a person whose data are deleted; the others keep theirs. */
import type { Sql } from './database.js';

const entryOfBoard = `CAST(json_extract(boards.record, '$.ref.key') AS INTEGER)`;

/** Boards shared with others, asked for by others, and still stored completely. */
const sharedBoards = `
  FROM boards WHERE owner_id <> ?1 AND json_extract(record, '$.ref.platform') = 'web'
    AND EXISTS (SELECT 1 FROM board_lines WHERE board_id = boards.id AND owner_id = ?1)
    AND EXISTS (
      SELECT 1 FROM board_lines WHERE board_id = boards.id AND owner_id <> ?1
        AND json_extract(line, '$.isGone') IS NULL)
    AND EXISTS (SELECT 1 FROM room_entries WHERE id = ${entryOfBoard})
    AND NOT EXISTS (
      SELECT 1 FROM board_lines WHERE board_id = boards.id AND owner_id <> ?1 AND run_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.id = run_id))`;

/** Their messages. */
export const sharedEntries = `SELECT ${entryOfBoard} ${sharedBoards}`;

/** Marks finished boards as if their end had yet to be shown, without that person's lines and the old files. */
export function drawWithout(sql: Sql, userId: string): void {
  const boards = sql.all(
    `SELECT id, ${entryOfBoard} AS entry ${sharedBoards} AND is_delivered = 1`,
    userId,
  );
  for (const { id, entry } of boards) {
    sql.run('DELETE FROM room_files WHERE entry_id = ?', entry as number);
    sql.run(
      `UPDATE board_lines
       SET line = json_set(line, '$.isRefused', json('true'), '$.isGone', json('true'))
       WHERE board_id = ? AND owner_id = ?`,
      ...[id as string, userId],
    );
    sql.run('UPDATE boards SET is_closed = 1, is_delivered = 0 WHERE id = ?', id as string);
  }
}
