/**
 * Challenges in the database: each channel's settings, what was asked, who answered. Runs take part
 * automatically.
 */
import { channelOf, type Place } from '../chat/port.js';
import type { ChallengeAnswer } from '../tutor/challenge/answers.js';
import type { Database, Row, Sql } from './database.js';
import { fromJson, toJson } from './json.js';
import { postedIn } from './live-message-store.js';
import type { ChallengeChannel, ChallengeStore, StoredChallenge } from './ports/challenges.js';

export class DatabaseChallengeStore implements ChallengeStore {
  constructor(private readonly database: Database) {}

  channel(place: Place): Promise<ChallengeChannel | undefined> {
    return this.database.read((sql) => {
      const found = 'SELECT record FROM challenge_channels WHERE channel = ?';
      const row = sql.get(found, channelOf(place));
      return row && (recordOf(row) as ChallengeChannel);
    });
  }

  weekly(home?: string): Promise<readonly ChallengeChannel[]> {
    return this.database.read((sql) =>
      sql
        .all(
          `SELECT record FROM challenge_channels
           WHERE is_weekly = 1 AND (?1 IS NULL OR home = ?1) ORDER BY channel`,
          home ?? null,
        )
        .map((row) => recordOf(row) as ChallengeChannel),
    );
  }

  saveChannel(channel: ChallengeChannel): Promise<void> {
    return this.database.transaction((sql) => {
      saveChannel(sql, channel);
    });
  }

  open(challenge: StoredChallenge, channel: ChallengeChannel): Promise<void> {
    return this.database.transaction((sql) => {
      saveChallenge(sql, challenge);
      saveChannel(sql, channel);
    });
  }

  discard(id: string, channel: ChallengeChannel | undefined): Promise<void> {
    return this.database.transaction((sql) => {
      const row = sql.get('SELECT channel FROM challenges WHERE id = ?', id);
      sql.run('DELETE FROM challenges WHERE id = ?', id);
      if (channel) saveChannel(sql, channel);
      else if (row) {
        sql.run('DELETE FROM challenge_channels WHERE channel = ?', row.channel as string);
      }
    });
  }

  save(challenge: StoredChallenge): Promise<void> {
    return this.database.transaction((sql) => {
      saveChallenge(sql, challenge);
    });
  }

  find(id: string): Promise<StoredChallenge | undefined> {
    return this.database.read((sql) => {
      const row = sql.get('SELECT record FROM challenges WHERE id = ?', id);
      return row && (recordOf(row) as StoredChallenge);
    });
  }

  newest(place: Place): Promise<StoredChallenge | undefined> {
    return this.database.read((sql) => {
      const row = sql.get(
        'SELECT record FROM challenges WHERE channel = ? ORDER BY opened_at_ms DESC LIMIT 1',
        channelOf(place),
      );
      return row && (recordOf(row) as StoredChallenge);
    });
  }

  unclosed(): Promise<readonly StoredChallenge[]> {
    return this.database.read((sql) =>
      sql
        .all('SELECT record FROM challenges WHERE is_closed = 0 ORDER BY opened_at_ms')
        .map((row) => recordOf(row) as StoredChallenge),
    );
  }

  answer(id: string, answer: ChallengeAnswer, atMs: number): Promise<ChallengeAnswer> {
    const { userId, userName, pick } = answer;
    return this.database.transaction((sql) => {
      sql.run(
        `INSERT INTO challenge_answers (challenge_id, user_id, user_name, pick, at_ms)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        ...[id, userId, userName, pick, atMs],
      );
      const mine = 'SELECT * FROM challenge_answers WHERE challenge_id = ? AND user_id = ?';
      const row = sql.get(mine, id, userId);
      return row ? answerOf(row) : answer;
    });
  }

  answers(id: string): Promise<readonly ChallengeAnswer[]> {
    return this.database.read((sql) =>
      sql
        .all('SELECT * FROM challenge_answers WHERE challenge_id = ? ORDER BY at_ms, user_id', id)
        .map(answerOf),
    );
  }

  runs(place: Place, data: string, fromMs: number, toMs: number): Promise<readonly string[]> {
    return this.database.read((sql) =>
      sql
        .all(
          `SELECT id FROM runs
           WHERE is_over = 1 AND created_at_ms >= ?2 AND created_at_ms < ?3
             AND json_extract(settings, '$.dataset.kind') = 'builtin'
             AND json_extract(settings, '$.dataset.name') = ?4 AND ${postedIn('runs.id')}
           ORDER BY created_at_ms`,
          ...[channelOf(place), fromMs, toMs, data],
        )
        .map((row) => row.id as string),
    );
  }
}

function saveChannel(sql: Sql, channel: ChallengeChannel): void {
  const { place, nextAtMs } = channel;
  sql.run(
    `INSERT INTO challenge_channels (channel, home, is_weekly, record) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET is_weekly = excluded.is_weekly, record = excluded.record`,
    channelOf(place),
    place.home ?? null,
    nextAtMs === undefined ? 0 : 1,
    toJson(channel),
  );
}

function saveChallenge(sql: Sql, challenge: StoredChallenge): void {
  const { id, place, openedAtMs, isClosed = false } = challenge;
  sql.run(
    `INSERT INTO challenges (id, channel, home, opened_at_ms, is_closed, record)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET is_closed = excluded.is_closed, record = excluded.record`,
    ...[id, channelOf(place), place.home ?? null, openedAtMs, Number(isClosed)],
    toJson(challenge),
  );
}

function recordOf({ record }: Row): unknown {
  return fromJson(record as string);
}

function answerOf({ user_id, user_name, pick }: Row): ChallengeAnswer {
  return { userId: user_id as string, userName: user_name as string, pick: pick as number };
}
