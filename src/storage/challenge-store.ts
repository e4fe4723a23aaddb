/** Challenges in the database, for an hour. */
import { channelOf, type Place } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import {
  CHALLENGE_MS,
  type Challenge,
  type KeptChallenge,
  type Person,
} from '../runs/challenge.js';
import type { Database, Reads } from './database.js';
import { fromJson, toJson } from './json.js';
import type { ChallengeStore } from './ports.js';

export class DatabaseChallengeStore implements ChallengeStore {
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = steadyNowMs,
  ) {}

  create(challenge: Challenge, place: Place, requestId: string | undefined): Promise<Challenge> {
    return this.database.transaction((sql) => {
      const now = this.nowMs();
      sql.run('DELETE FROM challenges WHERE created_at_ms <= ?', now - CHALLENGE_MS);
      sql.run(
        `INSERT INTO challenges (id, owner_id, challenge, channel, home, request_id, created_at_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request_id) DO NOTHING`,
        ...[challenge.id, challenge.ownerId, toJson(challenge), channelOf(place)],
        ...[place.home ?? null, requestId ?? null, now],
      );
      const begun = sql.get(
        'SELECT challenge FROM challenges WHERE request_id = ?',
        requestId ?? '',
      );
      return begun ? (fromJson(begun.challenge as string) as Challenge) : challenge;
    });
  }

  find(id: string): Promise<KeptChallenge | undefined> {
    return this.database.read((sql) => this.#find(sql, id));
  }

  accept(id: string, { id: userId, name }: Person): Promise<Person | undefined> {
    return this.database.transaction((sql) => {
      sql.run(
        `UPDATE challenges SET friend_id = ?, friend_name = ?
         WHERE id = ? AND friend_id IS NULL AND state = 'open'`,
        ...[userId, name, id],
      );
      return this.#find(sql, id)?.friend;
    });
  }

  end(id: string, state: 'declined' | 'begun'): Promise<boolean> {
    return this.database.transaction(
      (sql) =>
        sql.run("UPDATE challenges SET state = ? WHERE id = ? AND state = 'open'", state, id) > 0,
    );
  }

  #find(sql: Reads, id: string): KeptChallenge | undefined {
    const row = sql.get(
      'SELECT * FROM challenges WHERE id = ? AND created_at_ms > ?',
      ...[id, this.nowMs() - CHALLENGE_MS],
    );
    if (!row) return undefined;
    return {
      challenge: fromJson(row.challenge as string) as Challenge,
      channel: row.channel as string,
      state: row.state as KeptChallenge['state'],
      ...(row.friend_id !== null && {
        friend: { id: row.friend_id as string, name: row.friend_name as string },
      }),
    };
  }
}
