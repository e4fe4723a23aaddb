/** What a person said in the room, and what they were answered there, as far as it is still kept. */
import type { Answer, Line } from '../room/room-log.js';
import type { Reads, Row, Sql } from './database.js';
import { sharedEntries } from './redrawn-boards.js';
import { nextRevision } from './room-log.js';

/**
 * Their lines, the answers to them, messages of their runs that were posted afresh, and whatever else shows
 * their runs, unless that is drawn anew without them.
 */
const theirs = `
  SELECT * FROM room_entries WHERE person_id = ?1
  UNION
  SELECT * FROM room_entries WHERE body <> ?2 AND id NOT IN (${sharedEntries}) AND (
    instr(parts, json_quote(?1)) > 0 OR id IN (
      SELECT CAST(json_extract(record, '$.ref.key') AS INTEGER)
      FROM live_messages JOIN runs ON runs.id = run_id
      WHERE owner_id = ?1 AND json_extract(record, '$.ref.platform') = 'web'))`;

/** In one transaction: each is told to every open page. */
const ENTRIES_AT_ONCE = 20;

export function entriesOf(sql: Reads, userId: string): readonly Row[] {
  // Others' parts in them are not theirs.
  return sql.all(`${theirs} ORDER BY id DESC`, userId, '').map(({ parts: _others, ...row }) => row);
}

/**
 * Leaves nothing of an entry but its place: pages that are open take the words away, too, and what
 * counts revisions goes on counting.
 * @param gone what stands there from now on
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
