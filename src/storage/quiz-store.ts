/** Answers to the quiz, in the database. */
import { steadyNowMs } from '../clock.js';
import type { Place } from '../chat/port.js';
import type { Database } from './database.js';
import type { QuizScore, QuizStore } from './ports.js';

export class DatabaseQuizStore implements QuizStore {
  constructor(private readonly database: Database) {}

  answer(userId: string, question: string, isRight: boolean): Promise<boolean> {
    return this.database.transaction(
      (sql) =>
        sql.get(
          `INSERT INTO quiz_answers (user_id, question, is_right) VALUES (?, ?, ?)
           ON CONFLICT DO NOTHING RETURNING id`,
          userId,
          question,
          isRight ? 1 : 0,
        ) !== undefined,
    );
  }

  score(userId: string): Promise<QuizScore> {
    return this.database.read((sql) => {
      const row = sql.get(
        `SELECT count(*) AS answered, coalesce(sum(is_right), 0) AS right,
           count(*) FILTER (WHERE id > (SELECT coalesce(max(id), 0) FROM quiz_answers
                                        WHERE user_id = ?1 AND is_right = 0)) AS streak
         FROM quiz_answers WHERE user_id = ?1`,
        userId,
      );
      // The row has more than its columns: the driver adds how long it took.
      const { answered = 0, right = 0, streak = 0 } = (row ?? {}) as Partial<QuizScore>;
      return { answered, right, streak };
    });
  }

  ask({ platform, key }: Place, question: string): Promise<boolean> {
    return this.database.transaction(
      (sql) =>
        sql.get(
          `INSERT INTO quiz_questions (place, question, asked_at_ms) VALUES (?, ?, ?)
           ON CONFLICT DO NOTHING RETURNING place`,
          `${platform} ${key}`,
          question,
          steadyNowMs(),
        ) !== undefined,
    );
  }
}
