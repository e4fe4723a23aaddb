/** Everything that is stored about one person on one platform: counted, exported, deleted. */
import { setImmediate } from 'node:timers/promises';
import type { Database, Reads, Sql } from './database.js';
import { deletePredictions, deleteRuns, deleteSome } from './delete-runs.js';
import { exportPerson } from './personal-export.js';
import { personalTables } from './personal-tables.js';
import type { PersonalCounts, PersonalData } from './ports/personal-data.js';
import { drawWithout } from './redrawn-boards.js';
import { entriesOf, forgetEntries } from './room-entries.js';
import type { FileUploadStore } from './upload-store.js';

export class DatabasePersonalData implements PersonalData {
  constructor(
    private readonly database: Database,
    private readonly uploads: Pick<FileUploadStore, 'dropUnneeded' | 'read'>,
  ) {}

  counts(userId: string): Promise<PersonalCounts> {
    return this.database.read((sql) => {
      const count = (from: string): number =>
        sql.get(`SELECT count(*) AS count FROM ${from}`, userId)?.count as number;
      return {
        runs: count('runs WHERE owner_id = ?'),
        files: soleUploads(sql, userId).length,
        quizAnswers: count('quiz_answers WHERE user_id = ?'),
        games: count('predictions WHERE owner_id = ?'),
        guesses: count('prediction_guesses WHERE user_id = ?'),
        challengeAnswers: count('challenge_answers WHERE user_id = ?'),
        settings: count('preferences WHERE user_id = ?'),
        slowMotions: count('slow_motions WHERE owner_id = ?'),
        boards: count('boards WHERE owner_id = ?'),
        classes: count('classes WHERE teacher_id = ?'),
        classRounds: count('class_participants WHERE user_id = ?'),
        invitations: count('invitations WHERE owner_id = ?'),
        remembered: count('conversations WHERE user_id = ?'),
        messages: entriesOf(sql, userId).length,
      };
    });
  }

  export(userId: string): Promise<Uint8Array> {
    return exportPerson(userId, this.database, this.uploads);
  }

  async forget(userId: string, gone: string): Promise<void> {
    // What is deleted here is also overwritten in the file, not just marked as free.
    await this.database.read((sql) => sql.get('PRAGMA secure_delete = ON'));
    try {
      const files = await this.database.read((sql) => uploadsOf(sql, userId));
      // Before the runs, as they tell which messages of the room were this person's.
      await this.#until((sql) => forgetEntries(sql, userId, gone));
      await this.#until((sql) =>
        deleteRuns(sql, 'SELECT id FROM runs WHERE owner_id = ? AND is_over = 1', userId),
      );
      await this.#until((sql) => deletePredictions(sql, 'owner_id = ?', userId));
      await this.#until((sql) =>
        deleteSome(sql, 'boards', 'owner_id = ? AND is_delivered = 1', userId),
      );
      await this.#until((sql) => deleteSome(sql, 'classes', 'teacher_id = ?', userId));
      await this.database.transaction((sql) => {
        nameNobody(sql, userId);
        for (const [table, person] of personalTables) {
          sql.run(`DELETE FROM ${table} WHERE ${person} = ?`, userId);
        }
        // Requests that are not answered yet; their ids stay, so that no platform redelivers them.
        sql.run('UPDATE accepted SET request = NULL, user_id = NULL WHERE user_id = ?', userId);
        // Their pages may still be open: the room keeps the identity, without a name, until it is unused
        // for long.
        sql.run(
          'UPDATE room_people SET name = NULL, name_key = NULL, has_spoken = 0 WHERE id = ?',
          userId,
        );
      });
      for (const sha256 of files) await this.uploads.dropUnneeded(sha256);
    } finally {
      await this.database.read((sql) => sql.get('PRAGMA secure_delete = OFF'));
    }
  }

  /** Lets everything else run between two transactions. */
  async #until(step: Parameters<Database['transaction']>[0]): Promise<void> {
    while ((await this.database.transaction(step)) !== 0) await setImmediate();
  }
}

function uploadsOf(sql: Reads, userId: string): readonly string[] {
  return sql
    .all('SELECT sha256 FROM uploads WHERE owner_id = ?', userId)
    .map(({ sha256 }) => sha256 as string);
}

/** Files that somebody else has sent, too, stay. */
function soleUploads(sql: Reads, userId: string): readonly string[] {
  return sql
    .all(
      `SELECT sha256 FROM uploads AS mine WHERE owner_id = ?1 AND NOT EXISTS (
         SELECT 1 FROM uploads WHERE sha256 = mine.sha256 AND owner_id <> ?1)`,
      userId,
    )
    .map(({ sha256 }) => sha256 as string);
}

/** On boards that others see: the lines and their numbers stay, the owner's name goes. */
function nameNobody(sql: Sql, userId: string): void {
  sql.run(
    `UPDATE boards SET topic = json_remove(json_set(topic, '$.teacherName', ''), '$.plan.question')
     WHERE owner_id = ? AND json_extract(topic, '$.kind') = 'class'`,
    userId,
  );
  sql.run(
    `DELETE FROM invitations WHERE friend_id = ?1 OR json_extract(invitation, '$.friend.id') = ?1`,
    userId,
  );
  drawWithout(sql, userId);
  sql.run("UPDATE boards SET owner_id = '' WHERE owner_id = ?", userId);
  sql.run(
    `UPDATE board_lines SET owner_id = '',
       line = json_set(line, '$.ownerId', '', '$.ownerName', '') WHERE owner_id = ?`,
    userId,
  );
  sql.run(
    `UPDATE room_entries SET parts = (
       SELECT json_group_array(json(value)) FROM json_each(parts)
       WHERE json_extract(value, '$.ownerId') <> ?1)
     WHERE parts IS NOT NULL AND instr(parts, json_quote(?1)) > 0`,
    userId,
  );
}
