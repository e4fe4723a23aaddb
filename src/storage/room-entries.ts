/** What a person said in the room, and the answers they got, as far as it is still stored. */
import type { Answer, Line } from '../room/room-log.js';
import type { Reads, Row, Sql } from './database.js';
import { sharedEntries } from './redrawn-boards.js';
import { nextRevision } from './room-log.js';

/**
 * Their lines, the answers to them, messages of their runs that were posted again, and whatever else
 * shows their runs, unless that is redrawn without them.
 */
const theirs = `
  SELECT * FROM room_entries WHERE person_id = ?1
  UNION
  SELECT * FROM room_entries WHERE body <> ?2 AND id NOT IN (${sharedEntries}) AND (
    instr(parts, json_quote(?1)) > 0 OR id IN (
      SELECT CAST(json_extract(record, '$.ref.key') AS INTEGER)
      FROM live_messages JOIN runs ON runs.id = run_id
      WHERE owner_id = ?1 AND json_extract(record, '$.ref.platform') = 'web'))`;

/** Entries in one transaction: each change is sent to every open page. */
const ENTRIES_AT_ONCE = 20;

export function entriesOf(sql: Reads, userId: string): readonly Row[] {
  // Other people's parts do not belong to this person.
  return sql.all(`${theirs} ORDER BY id DESC`, userId, '').map(({ parts: _others, ...row }) => row);
}

/**
 * Empties entries and keeps only their places, so that open pages remove the words, too, and revisions
 * keep counting.
 * @param gone what the entry says from now on
 * @returns how many were changed, `ENTRIES_AT_ONCE` at most
 */
export function forgetEntries(sql: Sql, userId: string, gone: string): number {
  const answer: Omit<Answer, 'files'> = {
    kind: 'answer',
    blocks: [{ kind: 'text', text: [{ text: gone }] }],
    spoken: gone,
    buttons: [],
  };
  const line: Line = { kind: 'line', text: gone, fileNames: [] };
  const entries = sql.all(
    `${theirs} ORDER BY id LIMIT ${ENTRIES_AT_ONCE}`,
    userId,
    JSON.stringify(answer),
  );
  for (const { id, body } of entries) {
    const { kind } = JSON.parse(body as string) as Answer | Line;
    sql.run('DELETE FROM room_files WHERE entry_id = ?', id as number);
    sql.run(
      `UPDATE room_entries SET person_id = NULL, person_name = NULL, parts = NULL, body = ?1,
         body_bytes = octet_length(?1), revision = ?2 WHERE id = ?3`,
      JSON.stringify(kind === 'line' ? line : answer),
      nextRevision(sql),
      id as number,
    );
  }
  return entries.length;
}
