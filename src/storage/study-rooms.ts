/** Rooms that somebody opened by a name, in the database. */
import { firstRoom, placeOf, type Settled, type StudyRooms } from '../room/study-rooms.js';
import { channelOf } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import { NoSpaceError } from '../errors.js';
import type { Database, Sql } from './database.js';
import { channelOfRecord } from './live-message-store.js';
import { liveEntries } from './room-log.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = DAY_MS / 24;
/** Far more than one machine's classes need; the list may be sent to a page whole. */
const MOST_ROOMS = 100;

/** How long what was said in a room is kept at least, however many others want its place. */
const SAID_KEPT_MS = 30 * DAY_MS;
/**
 * The same for a room in which one person alone spoke and nobody came on another day: opening a hundred
 * of those takes a minute.
 */
const LONELY_KEPT_MS = 3 * DAY_MS;

/** A run that goes on is still looked at. */
const leaveable = `SELECT name FROM study_rooms
  WHERE seen_at_ms < CASE
    WHEN NOT EXISTS (SELECT 1 FROM room_entries WHERE room = name) THEN ?
    WHEN seen_at_ms - opened_at_ms < ${DAY_MS}
      AND (SELECT count(DISTINCT person_id) FROM room_entries WHERE room = name) < 2 THEN ?
    ELSE ? END
  AND name NOT IN (SELECT room FROM room_entries WHERE id IN ${liveEntries})
  ORDER BY seen_at_ms LIMIT 1`;

export class DatabaseStudyRooms implements StudyRooms {
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = steadyNowMs,
    private readonly most = MOST_ROOMS,
  ) {}

  keyHash(room: string): Promise<string | undefined> {
    return this.database.read(
      (sql) =>
        sql.get('SELECT key_hash FROM study_rooms WHERE name = ?', room)?.key_hash as
          string | undefined,
    );
  }

  open(room: string, keyHash: string): Promise<boolean> {
    const now = this.nowMs();
    return this.database.transaction((sql) => {
      const { rooms } = sql.get('SELECT count(*) AS rooms FROM study_rooms') ?? {};
      const isFull = (rooms as number) >= this.most;
      const before = {
        ...{ silentMs: now - DAY_MS, lonelyMs: now - LONELY_KEPT_MS },
        otherMs: now - SAID_KEPT_MS,
      };
      if (isFull && forgetRoom(sql, before) === 0) return false;
      sql.run(
        `INSERT INTO study_rooms (name, key_hash, seen_at_ms, opened_at_ms) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT DO NOTHING`,
        room,
        keyHash,
        now,
      );
      return true;
    });
  }

  async visited(room: string): Promise<void> {
    if (room === firstRoom) return;
    const now = this.nowMs();
    try {
      await this.database.transaction((sql) => {
        sql.run(
          `UPDATE study_rooms SET seen_at_ms = ?1 WHERE name = ?2 AND ?1 - seen_at_ms > ${HOUR_MS}`,
          now,
          room,
        );
      });
    } catch (error) {
      // While the disk is full people can still come in and talk.
      if (!(error instanceof NoSpaceError)) throw error;
    }
  }

  settled(room: string): Promise<Settled> {
    return this.database.read((sql) => {
      const pinned = sql.get('SELECT pinned FROM study_rooms WHERE name = ?', room)?.pinned;
      const muted = sql.all(
        `SELECT room_mutes.id, person_id, name FROM room_mutes
         LEFT JOIN room_people ON room_people.id = person_id WHERE room = ? ORDER BY room_mutes.id`,
        room,
      );
      return {
        ...(typeof pinned === 'number' && { pinned }),
        muted: muted.map(({ id, person_id, name }) => ({
          id: id as number,
          personId: person_id as string,
          ...(typeof name === 'string' && { name }),
        })),
      };
    });
  }

  pin(room: string, entryId: number | undefined): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE study_rooms SET pinned = ? WHERE name = ?', entryId ?? null, room);
    });
  }

  mute(room: string, personId: string): Promise<void> {
    return this.database.transaction((sql) => {
      const row = 'INSERT INTO room_mutes (room, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING';
      sql.run(row, room, personId);
    });
  }

  mutedIn(personId: string): Promise<readonly string[]> {
    return this.database.read((sql) =>
      sql
        .all('SELECT room FROM room_mutes WHERE person_id = ? ORDER BY room', personId)
        .map(({ room }) => room as string),
    );
  }

  unmute(room: string, id: number): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('DELETE FROM room_mutes WHERE room = ? AND id = ?', room, id);
    });
  }
}

/**
 * Where things belong that stay with their owner when their room goes, as `channelOf` names a place
 * without a name.
 */
const nowhere = 'web ';

/**
 * Deletes the room that has been empty for longest, with everything that was said and opened there: a
 * person who opens a room of the same name later has no part in it.
 * @param before (Unix ms) for rooms in which nothing was said, in which one person alone spoke on the day
 * it was opened, and for all others
 * @returns how many were deleted: one, or none where somebody has been in every room since then
 */
export function forgetRoom(
  sql: Sql,
  before: { readonly silentMs: number; readonly lonelyMs: number; readonly otherMs: number },
): number {
  const { silentMs, lonelyMs, otherMs } = before;
  const room = sql.get(leaveable, silentMs, lonelyMs, otherMs)?.name as string | undefined;
  if (room === undefined) return 0;
  sql.run('DELETE FROM room_entries WHERE room = ?', room);
  const channel = channelOf(placeOf(room));
  for (const table of ['challenge_channels', 'challenges', 'invitations', 'classes']) {
    sql.run(`DELETE FROM ${table} WHERE channel = ?`, channel);
  }
  const moved = `record = json_set(record, '$.place.channel', '')`;
  sql.run(`UPDATE live_messages SET channel = ?, ${moved} WHERE channel = ?`, nowhere, channel);
  sql.run(`UPDATE boards SET ${moved} WHERE ${channelOfRecord} = ?`, channel);
  sql.run('UPDATE predictions SET channel = ? WHERE channel = ?', nowhere, channel);
  return sql.run('DELETE FROM study_rooms WHERE name = ?', room);
}
