/** The room's log in the database. */
import { randomUUID } from 'node:crypto';
import {
  keptBytes,
  keptEntries,
  type Entry,
  type FoundFile,
  type NewEntry,
  type RoomLog,
  type StoredFile,
} from '../adapters/web/room-log.js';
import type { Attachment, ChatMessage } from '../chat/message.js';
import type { Database, Reads, Row, Sql } from './database.js';

interface EntryRow {
  readonly id: number;
  readonly revision: number;
  readonly at_ms: number;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly is_private: number;
  readonly body: string;
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly alt: string | null;
  readonly size_bytes: number;
}

/** Entries that show a run whose end they do not show yet. */
const live = `(SELECT CAST(json_extract(record, '$.ref.key') AS INTEGER) FROM live_messages
  WHERE is_delivered = 0 AND json_extract(record, '$.ref.platform') = 'web')`;

const counted = `WHERE id NOT IN ${live}`;

export class DatabaseRoomLog implements RoomLog {
  constructor(
    private readonly database: Database,
    private readonly keep = keptEntries,
    private readonly keepBytes = keptBytes,
  ) {}

  id(): Promise<string> {
    return this.database.read((sql) => sql.get('SELECT id FROM room')?.id as string);
  }

  append({ atMs, person, isPrivate, body }: NewEntry): Promise<number> {
    const said = body.kind === 'line' ? JSON.stringify(body) : answerJson(body.message);
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO room_entries (revision, at_ms, person_id, person_name, is_private, body)
         VALUES (?, ?, ?, ?, ?, ?)`,
        nextRevision(sql),
        atMs,
        person?.id ?? null,
        person?.name ?? null,
        isPrivate ? 1 : 0,
        said,
      );
      const id = sql.get('SELECT last_insert_rowid() AS id')?.id as number;
      if (body.kind === 'answer') addFiles(sql, id, body.message);
      this.#makeRoom(sql);
      // Entries of the usual size cannot take much together, however many of them are kept.
      if (Buffer.byteLength(said) > this.keepBytes / this.keep) this.#keepWithinBytes(sql);
      return id;
    });
  }

  edit(id: number, message: ChatMessage): Promise<boolean> {
    return this.database.transaction((sql) => {
      const edited = sql.run(
        'UPDATE room_entries SET revision = ?, body = ? WHERE id = ?',
        nextRevision(sql),
        answerJson(message),
        id,
      );
      if (edited > 0) addFiles(sql, id, message);
      return edited > 0;
    });
  }

  changedAfter(revision: number, limit: number): Promise<readonly Entry[]> {
    return this.database.read((sql) =>
      sql
        .all(
          'SELECT * FROM room_entries WHERE revision > ? ORDER BY revision LIMIT ?',
          revision,
          limit,
        )
        .map((row) => entryOf(sql, row)),
    );
  }

  ids(): Promise<readonly number[]> {
    return this.database.read((sql) => {
      // One row: hundreds would cost more than the list that they are made into.
      const row = sql.get('SELECT json_group_array(id) AS ids FROM room_entries');
      return (JSON.parse(row?.ids as string) as number[]).sort((a, b) => a - b);
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

  #makeRoom(sql: Sql): void {
    const count = (where = ''): number =>
      sql.get(`SELECT count(*) AS entries FROM room_entries ${where}`)?.entries as number;
    if (count() <= this.keep) return;
    for (let over = count(counted) - this.keep; over > 0; over -= 1) forgetOne(sql, 'count(*)');
  }

  #keepWithinBytes(sql: Sql): void {
    const bytes = 'sum(octet_length(body))';
    const taken = `SELECT ${bytes} AS bytes FROM room_entries ${counted}`;
    while (((sql.get(taken)?.bytes ?? 0) as number) > this.keepBytes) forgetOne(sql, bytes);
  }
}

/** The oldest of whoever has the most, by that measure of a person's entries. */
function forgetOne(sql: Sql, measure: string): void {
  sql.run(
    `DELETE FROM room_entries WHERE id = (
       SELECT min(id) FROM room_entries ${counted}
       GROUP BY person_id ORDER BY ${measure} DESC, min(id) LIMIT 1)`,
  );
}

/** Counts on whatever is forgotten: a revision that came again would not be noticed. */
export function nextRevision(sql: Sql): number {
  return sql.get('UPDATE room SET revision = revision + 1 RETURNING revision')?.revision as number;
}

/** Files have a table of their own. */
function answerJson(message: ChatMessage): string {
  const { blocks, spoken, buttons = [], explanations, curves, field } = message;
  return JSON.stringify({ kind: 'answer', blocks, spoken, buttons, explanations, curves, field });
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
  const { id, revision, at_ms, person_id, person_name, is_private, body } =
    row as unknown as EntryRow;
  const said = JSON.parse(body) as Entry['body'];
  return {
    id,
    revision,
    atMs: at_ms,
    ...(person_id !== null && { person: { id: person_id, name: person_name ?? '' } }),
    isPrivate: is_private === 1,
    body: said.kind === 'line' ? said : { ...said, files: filesOf(sql, id) },
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
