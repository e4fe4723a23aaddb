/** The room's log in the database. */
import { randomUUID } from 'node:crypto';
import {
  fullRooms,
  keptBytes,
  keptEntries,
  type Entry,
  type FoundFile,
  type NewEntry,
  type RoomLog,
  type StoredFile,
} from '../room/room-log.js';
import type { Attachment, ChatMessage, Part } from '../chat/message.js';
import type { Database, Reads, Row, Sql } from './database.js';

interface EntryRow {
  readonly id: number;
  readonly revision: number;
  readonly at_ms: number;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly room: string;
  readonly is_teachers: number;
  readonly is_private: number;
  readonly body: string;
  readonly parts: string | null;
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly alt: string | null;
  readonly size_bytes: number;
}

/** Entries that show a run or a board, but not its end yet. */
export const liveEntries = `(SELECT CAST(json_extract(record, '$.ref.key') AS INTEGER) FROM live_messages
  WHERE is_delivered = 0 AND json_extract(record, '$.ref.platform') = 'web'
  UNION ALL SELECT CAST(json_extract(record, '$.ref.key') AS INTEGER) FROM boards
  WHERE is_delivered = 0 AND json_extract(record, '$.ref.platform') = 'web')`;

const counted = `WHERE id NOT IN ${liveEntries}
  AND id NOT IN (SELECT pinned FROM study_rooms WHERE pinned IS NOT NULL)`;

export class DatabaseRoomLog implements RoomLog {
  constructor(
    private readonly database: Database,
    private readonly keep = keptEntries,
    private readonly keepBytes = keptBytes,
  ) {}

  id(room: string): Promise<string> {
    return this.database.read((sql) => {
      const id = sql.get('SELECT id FROM room')?.id as string;
      const named = sql.get('SELECT id FROM study_rooms WHERE name = ?', room)?.id;
      return typeof named === 'string' ? `${id}${named}` : id;
    });
  }

  append({ room, atMs, person, isTeachers, isPrivate, body, once }: NewEntry): Promise<number> {
    const said = body.kind === 'line' ? JSON.stringify(body) : answerJson(body.message);
    return this.database.transaction((sql) => {
      // In the same transaction, as two may ask at once.
      const before = once === undefined ? undefined : idOf(sql, once);
      if (before !== undefined && body.kind === 'answer') {
        put(sql, before, body.message);
        return before;
      }
      sql.run(
        `INSERT INTO room_entries
           (revision, at_ms, person_id, person_name, is_private, body, body_bytes, room, is_teachers,
            parts, once)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        nextRevision(sql),
        atMs,
        person?.id ?? null,
        person?.name ?? null,
        isPrivate ? 1 : 0,
        said,
        Buffer.byteLength(said),
        room,
        isTeachers ? 1 : 0,
        body.kind === 'answer' ? partsJson(body.message) : null,
        once ?? null,
      );
      const id = sql.get('SELECT last_insert_rowid() AS id')?.id as number;
      if (body.kind === 'answer') addFiles(sql, id, body.message);
      keepWithin(sql, 'count(*)', this.keep, room);
      keepWithin(sql, 'count(*)', this.keep * fullRooms);
      // Entries of the usual size do not add up to much, however many of them are stored.
      if (Buffer.byteLength(said) > this.keepBytes / this.keep) {
        keepWithin(sql, bytes, this.keepBytes, room);
        keepWithin(sql, bytes, this.keepBytes * fullRooms);
      }
      return id;
    });
  }

  edit(id: number, message: ChatMessage): Promise<string | undefined> {
    return this.database.transaction((sql) => put(sql, id, message));
  }

  changedAfter(room: string, revision: number, limit: number): Promise<readonly Entry[]> {
    return this.database.read((sql) =>
      sql
        .all(
          `SELECT * FROM room_entries WHERE room = ? AND revision > ? ORDER BY revision LIMIT ?`,
          room,
          revision,
          limit,
        )
        .map((row) => entryOf(sql, row)),
    );
  }

  ids(room: string): Promise<readonly number[]> {
    return this.database.read((sql) => {
      // As one row: reading hundreds would cost more than the list that is made of them.
      const all = 'SELECT json_group_array(id) AS ids FROM room_entries WHERE room = ?';
      return (JSON.parse(sql.get(all, room)?.ids as string) as number[]).sort((a, b) => a - b);
    });
  }

  /** The id of what was appended under this name, while it is kept. */
  appended(once: string): Promise<number | undefined> {
    return this.database.read((sql) => idOf(sql, once));
  }

  entry(id: number): Promise<Entry | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT * FROM room_entries WHERE id = ?', id);
      return row && entryOf(sql, row);
    });
  }

  last(): Promise<{ readonly id: number; readonly revision: number }> {
    return this.database.read((sql) => {
      const all = `SELECT coalesce((SELECT max(id) FROM room_entries), 0) AS id,
        (SELECT revision FROM room) AS revision`;
      const row = sql.get(all);
      return { id: row?.id as number, revision: row?.revision as number };
    });
  }

  file(id: string): Promise<FoundFile | undefined> {
    return this.database.read((sql) => {
      const row = sql.get(
        `SELECT room_files.id, name, media_type, alt, length(bytes) AS size_bytes, bytes,
           CASE is_private WHEN 1 THEN person_id END AS only_for
         FROM room_files JOIN room_entries ON room_entries.id = entry_id WHERE room_files.id = ?`,
        id,
      );
      if (!row) return undefined;
      const onlyFor = row.only_for as string | null;
      const file = fileOf(row as unknown as FileRow);
      return { file, bytes: row.bytes as Uint8Array, ...(onlyFor !== null && { onlyFor }) };
    });
  }
}

function idOf(sql: Reads, once: string): number | undefined {
  return sql.get('SELECT id FROM room_entries WHERE once = ?', once)?.id as number | undefined;
}

/** @returns the room it is in; undefined when the answer is no longer stored */
function put(sql: Sql, id: number, message: ChatMessage): string | undefined {
  const edited = sql.get(
    `UPDATE room_entries SET revision = ?1, body = ?2, body_bytes = octet_length(?2), parts = ?3
     WHERE id = ?4 RETURNING room`,
    nextRevision(sql),
    answerJson(message),
    partsJson(message),
    id,
  );
  if (edited) addFiles(sql, id, message);
  return edited?.room as string | undefined;
}

const bytes = 'sum(body_bytes)';

/**
 * Deletes one entry after another until the rest is within `most`.
 * @param room if left out, all rooms together: then the fullest one loses entries
 */
function keepWithin(sql: Sql, measure: string, most: number, room?: string): void {
  const [there, given] = room === undefined ? ['', []] : [' AND room = ?', [room]];
  for (;;) {
    const taken = sql.get(
      `SELECT ${measure} AS taken FROM room_entries ${counted}${there}`,
      ...given,
    );
    if (((taken?.taken ?? 0) as number) <= most) return;
    forgetOne(sql, measure, room ?? fullest(sql, measure));
  }
}

function fullest(sql: Reads, measure: string): string {
  const first = `GROUP BY room ORDER BY ${measure} DESC, room DESC LIMIT 1`;
  return sql.get(`SELECT room FROM room_entries ${counted} ${first}`)?.room as string;
}

/** The oldest entry of the person who has the most in the room, by that measure. */
function forgetOne(sql: Sql, measure: string, room: string): void {
  sql.run(
    `DELETE FROM room_entries WHERE id = (
       SELECT min(id) FROM room_entries ${counted} AND room = ?
       GROUP BY person_id ORDER BY ${measure} DESC, min(id) LIMIT 1)`,
    room,
  );
}

/** Keeps counting when entries are deleted: a revision that was used twice would not be noticed. */
export function nextRevision(sql: Sql): number {
  return sql.get('UPDATE room SET revision = revision + 1 RETURNING revision')?.revision as number;
}

/** Files have a table of their own. */
function answerJson(message: ChatMessage): string {
  const { blocks, spoken, buttons = [], explanations, curves, field, goesOn } = message;
  const kind = 'answer';
  return JSON.stringify({ kind, blocks, spoken, buttons, explanations, curves, field, goesOn });
}

/** Separate from what is said, as it contains people's ids. */
function partsJson({ parts }: ChatMessage): string | null {
  return parts ? JSON.stringify(parts) : null;
}

function addFiles(sql: Sql, entryId: number, { attachments = [] }: ChatMessage): void {
  for (const attachment of attachments) addFile(sql, entryId, attachment);
}

function addFile(sql: Sql, entryId: number, { name, mediaType, alt, bytes }: Attachment): void {
  sql.run('DELETE FROM room_files WHERE entry_id = ? AND name = ?', entryId, name);
  sql.run(
    'INSERT INTO room_files (id, entry_id, name, media_type, alt, bytes) VALUES (?, ?, ?, ?, ?, ?)',
    randomUUID(),
    entryId,
    name,
    mediaType,
    alt ?? null,
    bytes,
  );
}

function entryOf(sql: Reads, row: Row): Entry {
  const { id, revision, room, at_ms, person_id, person_name, is_teachers, is_private, ...rest } =
    row as unknown as EntryRow;
  const { body, parts } = rest;
  const said = JSON.parse(body) as Entry['body'];
  return {
    id,
    revision,
    room,
    atMs: at_ms,
    ...(person_id !== null && { person: { id: person_id, name: person_name ?? '' } }),
    ...(is_teachers === 1 && { isTeachers: true }),
    isPrivate: is_private === 1,
    body: said.kind === 'line' ? said : { ...said, files: filesOf(sql, id) },
    ...(parts !== null && { parts: JSON.parse(parts) as readonly Part[] }),
  };
}

function filesOf(sql: Reads, entryId: number): readonly StoredFile[] {
  return sql
    .all(
      `SELECT id, name, media_type, alt, length(bytes) AS size_bytes
       FROM room_files WHERE entry_id = ? ORDER BY rowid`,
      entryId,
    )
    .map((row) => fileOf(row as unknown as FileRow));
}

function fileOf({ id, name, media_type, alt, size_bytes }: FileRow): StoredFile {
  const shown = alt === null ? {} : { alt };
  return { id, name, mediaType: media_type, sizeBytes: size_bytes, ...shown };
}
