/** Classes, their rounds and who takes part, in the database. */
import { channelOf } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import {
  CLASS_RESTS_MS,
  deal,
  MAX_PEOPLE,
  type ClassLab,
  type Participant,
  type Round,
} from '../tutor/class/round.js';
import type { Database, Reads, Row, Sql } from './database.js';
import { fromJson, toJson } from './json.js';
import type { ClassStore, StoredRound } from './ports/classes.js';

const ROUNDS = 'SELECT * FROM class_rounds JOIN classes ON classes.id = class_id';

export class DatabaseClassStore implements ClassStore {
  constructor(private readonly database: Database) {}

  open(lab: ClassLab, round: Round, requestId?: string): Promise<StoredRound> {
    const nowMs = steadyNowMs();
    const channel = channelOf(lab.place);
    return this.database.transaction((sql) => {
      const there = newestIn(sql, channel, nowMs);
      if (there) return there;
      sql.run(
        `INSERT INTO classes (id, teacher_id, lab, channel, home, created_at_ms, ends_at_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ...[lab.id, lab.teacherId, toJson(lab), channel, lab.place.home ?? null],
        ...[nowMs, round.endsAtMs + CLASS_RESTS_MS],
      );
      insertRound(sql, round, requestId);
      return { lab, round, isClosed: false, participants: [] };
    });
  }

  addRound(round: Round, requestId?: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        'UPDATE classes SET ends_at_ms = ? WHERE id = ?',
        round.endsAtMs + CLASS_RESTS_MS,
        round.classId,
      );
      insertRound(sql, round, requestId);
    });
  }

  nextNumber(classId: string): Promise<number> {
    return this.database.read((sql) => {
      const row = sql.get(
        'SELECT coalesce(max(number) + 1, 1) AS next FROM class_rounds WHERE class_id = ?',
        classId,
      );
      return row?.next as number;
    });
  }

  find(roundId: string): Promise<StoredRound | undefined> {
    return this.database.read((sql) => found(sql, roundId));
  }

  ofRequest(requestId: string): Promise<StoredRound | undefined> {
    return this.database.read((sql) => {
      const row = sql.get(`${ROUNDS} WHERE request_id = ?`, requestId);
      return row && storedOf(sql, row);
    });
  }

  goingIn(channel: string, nowMs: number): Promise<StoredRound | undefined> {
    return this.database.read((sql) => newestIn(sql, channel, nowMs));
  }

  setBoard(roundId: string, boardId: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE class_rounds SET board_id = ? WHERE id = ?', boardId, roundId);
    });
  }

  join(
    roundId: string,
    { id: userId, name }: { readonly id: string; readonly name: string },
    nowMs: number,
  ): Promise<Participant | undefined> {
    return this.database.transaction((sql) => {
      const stored = found(sql, roundId);
      if (!stored || stored.isClosed || nowMs >= stored.round.endsAtMs) return undefined;
      const { participants, round } = stored;
      const before = participants.find((one) => one.userId === userId);
      if (before && !before.hasLeft) return before;
      if (participants.filter(({ hasLeft }) => !hasLeft).length >= MAX_PEOPLE) return undefined;
      const others = participants.filter((one) => one !== before);
      const seat = deal(others, round.plan.values.length, before);
      // A guess stays when the person leaves.
      sql.run(
        `INSERT INTO class_participants (round_id, user_id, name, choice, turn)
         VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (round_id, user_id) DO UPDATE
         SET name = excluded.name, choice = excluded.choice, turn = excluded.turn, has_left = 0`,
        ...[roundId, userId, name, seat.choice, seat.turn],
      );
      return { userId, name, ...seat, ...(before?.guess !== undefined && { guess: before.guess }) };
    });
  }

  leave(roundId: string, userId: string): Promise<boolean> {
    return this.database.transaction(
      (sql) =>
        sql.run(
          `UPDATE class_participants SET has_left = 1
           WHERE round_id = ? AND user_id = ? AND has_left = 0`,
          roundId,
          userId,
        ) > 0,
    );
  }

  guess(roundId: string, userId: string, choice: number): Promise<boolean> {
    return this.database.transaction(
      (sql) =>
        sql.run(
          `UPDATE class_participants SET guess = ?
           WHERE round_id = ? AND user_id = ? AND has_left = 0 AND guess IS NULL`,
          choice,
          roundId,
          userId,
        ) > 0,
    );
  }

  closeRound(roundId: string): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE class_rounds SET is_closed = 1 WHERE id = ?', roundId);
    });
  }

  end(classId: string, nowMs: number): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE classes SET ends_at_ms = ? WHERE id = ?', nowMs, classId);
    });
  }

  unclosed(): Promise<readonly StoredRound[]> {
    return this.database.read((sql) =>
      sql.all(`${ROUNDS} WHERE is_closed = 0`).map((row) => storedOf(sql, row)),
    );
  }
}

function insertRound(sql: Sql, round: Round, requestId: string | undefined): void {
  sql.run(
    'INSERT INTO class_rounds (id, class_id, number, round, request_id) VALUES (?, ?, ?, ?, ?)',
    ...[round.id, round.classId, round.number, toJson(round), requestId ?? null],
  );
}

function found(sql: Reads, roundId: string): StoredRound | undefined {
  const row = sql.get(`${ROUNDS} WHERE class_rounds.id = ?`, roundId);
  return row && storedOf(sql, row);
}

function newestIn(sql: Reads, channel: string, nowMs: number): StoredRound | undefined {
  // Nobody knows of a round whose board could not be posted.
  const row = sql.get(
    `${ROUNDS} WHERE channel = ? AND ends_at_ms > ?
     ORDER BY is_closed = 1 AND board_id IS NULL, number DESC LIMIT 1`,
    channel,
    nowMs,
  );
  return row && storedOf(sql, row);
}

function storedOf(sql: Reads, row: Row): StoredRound {
  const round = fromJson(row.round as string) as Round;
  const people = sql.all('SELECT * FROM class_participants WHERE round_id = ?', round.id);
  const participants = people.map(
    ({ user_id: userId, name, choice, turn, guess, has_left: hasLeft }): Participant => ({
      ...{ userId: userId as string, name: name as string },
      ...{ choice: choice as number, turn: turn as number },
      ...(guess !== null && { guess: guess as number }),
      ...(hasLeft === 1 && { hasLeft: true }),
    }),
  );
  return {
    lab: fromJson(row.lab as string) as ClassLab,
    round,
    ...(row.board_id !== null && { boardId: row.board_id as string }),
    isClosed: row.is_closed === 1,
    participants,
  };
}
