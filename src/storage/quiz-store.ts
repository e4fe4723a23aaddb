/** Answers to the quiz, in the database. */
import { steadyNowMs } from '../clock.js';
import type { Place } from '../chat/port.js';
import {
  levelOf,
  levels,
  quizKinds,
  type QuizKindName,
  type QuizRef,
} from '../tutor/quiz/question.js';
import { isDue, reviewAfter, type Review } from '../tutor/quiz/repetition.js';
import { roundNow, type Round, type RoundAnswer } from '../tutor/quiz/round.js';
import type { CountedAnswer, Score, Standing } from '../tutor/quiz/standing.js';
import type { Database, Reads, Row, Sql } from './database.js';
import type { QuizStore } from './ports/quiz.js';

export class DatabaseQuizStore implements QuizStore {
  /** @param nowMs Unix time, which does not jump while the program runs */
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = steadyNowMs,
  ) {}

  answer(userId: string, question: QuizRef, isRight: boolean): Promise<CountedAnswer> {
    const atMs = this.nowMs();
    const id = questionId(question);
    return this.database.transaction((sql) => {
      const earlier = sql.get(
        'SELECT round FROM quiz_answers WHERE user_id = ? AND question = ?',
        userId,
        id,
      );
      if (earlier) return { counted: false, wasDue: false, ...roundIn(earlier.round) };
      const { kind } = question;
      const review = reviewsOf(sql, userId).find((one) => one.kind === kind);
      const wasDue = review !== undefined && isDue(review, atMs);
      const round = roundNow(lastRound(sql, userId), atMs);
      const number = wasDue || levelOf(kind) === round.level ? round.number : null;
      sql.run(
        'INSERT INTO quiz_answers (user_id, question, is_right, round) VALUES (?, ?, ?, ?)',
        ...[userId, id, isRight ? 1 : 0, number],
      );
      if (number !== null) keepRound(sql, userId, { ...round, answeredAtMs: atMs });
      keepReview(sql, userId, kind, reviewAfter(review, { kind, isRight, atMs }));
      return { counted: true, wasDue, ...roundIn(number) };
    });
  }

  standing(userId: string): Promise<Standing> {
    const atMs = this.nowMs();
    return this.database.read((sql) => {
      const round = lastRound(sql, userId);
      const [score, reviews] = [scoreOf(sql, userId), reviewsOf(sql, userId)];
      return { atMs, score, reviews, ...(round && { round }) };
    });
  }

  ask(place: Place, question: QuizRef): Promise<boolean> {
    return this.database.transaction(
      (sql) =>
        sql.get(
          `INSERT INTO quiz_questions (place, question, asked_at_ms) VALUES (?, ?, ?)
           ON CONFLICT DO NOTHING RETURNING place`,
          placeId(place),
          questionId(question),
          this.nowMs(),
        ) !== undefined,
    );
  }

  takeBack(place: Place, question: QuizRef): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run(
        'DELETE FROM quiz_questions WHERE place = ? AND question = ?',
        ...[placeId(place), questionId(question)],
      );
    });
  }
}

function placeId({ platform, key }: Place): string {
  return `${platform} ${key}`;
}

/** Identifies the question, whatever its language. */
function questionId({ kind, seed }: QuizRef): string {
  return `${kind} ${seed}`;
}

function scoreOf(sql: Reads, userId: string): Score {
  const row = sql.get(
    `SELECT count(*) AS answered, coalesce(sum(is_right), 0) AS right,
       count(*) FILTER (WHERE id > (SELECT coalesce(max(id), 0) FROM quiz_answers
                                    WHERE user_id = ?1 AND is_right = 0)) AS streak
     FROM quiz_answers WHERE user_id = ?1`,
    userId,
  );
  // The driver adds the query's duration to the row.
  const { answered = 0, right = 0, streak = 0 } = (row ?? {}) as Partial<Score>;
  return { answered, right, streak };
}

function lastRound(sql: Reads, userId: string): Round | undefined {
  const row = sql.get('SELECT * FROM quiz_rounds WHERE user_id = ?', userId);
  if (!row) return undefined;
  const number = Number(row.number);
  const answers = sql
    .all(
      'SELECT question, is_right FROM quiz_answers WHERE user_id = ? AND round = ? ORDER BY id',
      userId,
      number,
    )
    .map(roundAnswer);
  return {
    number,
    level: levels.find((level) => level === row.level) ?? levels[0],
    answers,
    answeredAtMs: Number(row.answered_at_ms),
  };
}

function roundAnswer({ question, is_right }: Row): RoundAnswer {
  const [kind, seed] = String(question).split(' ');
  return { kind: kind as QuizKindName, seed: Number(seed), isRight: is_right === 1 };
}

function keepRound(sql: Sql, userId: string, { number, level, answeredAtMs }: Round): void {
  sql.run(
    `INSERT INTO quiz_rounds (user_id, number, level, answered_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET number = excluded.number, level = excluded.level,
       answered_at_ms = excluded.answered_at_ms`,
    ...[userId, number, level, answeredAtMs],
  );
}

function reviewsOf(sql: Reads, userId: string): readonly Review[] {
  return sql.all('SELECT * FROM quiz_reviews WHERE user_id = ?', userId).flatMap((row) => {
    const kind = quizKinds.find((one) => one === row.kind);
    if (!kind) return [];
    const { missed_at_ms: missed } = row;
    return {
      kind,
      box: Number(row.box),
      ...(missed !== null && { missedAtMs: Number(missed) }),
      answeredAtMs: Number(row.answered_at_ms),
    };
  });
}

/** @param review undefined: there is none (any more) */
function keepReview(sql: Sql, userId: string, kind: string, review: Review | undefined): void {
  if (!review) {
    sql.run('DELETE FROM quiz_reviews WHERE user_id = ? AND kind = ?', userId, kind);
    return;
  }
  const { box, missedAtMs, answeredAtMs } = review;
  sql.run(
    `INSERT INTO quiz_reviews (user_id, kind, box, missed_at_ms, answered_at_ms)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET box = excluded.box, missed_at_ms = excluded.missed_at_ms,
       answered_at_ms = excluded.answered_at_ms`,
    ...[userId, kind, box, missedAtMs ?? null, answeredAtMs],
  );
}

function roundIn(number: unknown): Pick<CountedAnswer, 'round'> {
  return number === null ? {} : { round: Number(number) };
}
