/** The quiz in the database: score, rounds, and repeated questions, over days on the test's clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Place } from '../../src/chat/port.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { migrations } from '../../src/storage/migrations.js';
import { DatabaseQuizStore } from '../../src/storage/quiz-store.js';
import type { QuizKindName, QuizRef } from '../../src/tutor/quiz/question.js';
import { DAY_MS, dueNow } from '../../src/tutor/quiz/repetition.js';

const ada = 'web:ada';
const room: Place = { platform: 'web', key: 'room' };
const thread: Place = { platform: 'discord', key: 'room' };

let dataDir: string;
let database: Database;
let store: DatabaseQuizStore;
let nowMs: number;
let seed = 0;

function open(): void {
  database = openDatabase(dataDir);
  store = new DatabaseQuizStore(database, () => nowMs);
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-quiz-'));
  nowMs = Date.UTC(2026, 10, 30);
  open();
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

const question = (kind: QuizKindName, number: number): QuizRef => ({ kind, seed: number });
const answer = (kind: QuizKindName, isRight: boolean, user = ada) => {
  seed += 1;
  return store.answer(user, { kind, seed }, isRight);
};
const due = async (user = ada): Promise<readonly QuizKindName[]> => {
  const { reviews, atMs } = await store.standing(user);
  return dueNow(reviews, atMs).map(({ kind }) => kind);
};
const pass = (days: number): void => {
  nowMs += days * DAY_MS;
};

describe('the score', () => {
  const score = async (user = ada) => (await store.standing(user)).score;

  it('is nothing at first', async () => {
    expect(await store.standing(ada)).toEqual({
      atMs: nowMs,
      score: { answered: 0, right: 0, streak: 0 },
      reviews: [],
    });
  });

  it('counts answers, right ones, and those since the last wrong one', async () => {
    const scores = [];
    for (const isRight of [true, true, false, true]) {
      expect(await answer('updates', isRight)).toMatchObject({ counted: true });
      scores.push(await score());
    }
    expect(scores).toEqual([
      { answered: 1, right: 1, streak: 1 },
      { answered: 2, right: 2, streak: 2 },
      { answered: 3, right: 2, streak: 0 },
      { answered: 4, right: 3, streak: 1 },
    ]);
  });

  it('counts a question once, with its first answer, and changes nothing afterwards', async () => {
    await store.answer(ada, question('steps_even', 1), false);
    const before = await store.standing(ada);
    expect(await store.answer(ada, question('steps_even', 1), true)).toEqual({
      counted: false,
      wasDue: false,
      round: 1,
    });
    expect(await store.standing(ada)).toEqual(before);
  });

  it('keeps people apart, and outlives the process', async () => {
    await store.answer(ada, question('updates', 1), true);
    await store.answer('web:eve', question('updates', 1), false);
    database.close();
    open();
    await store.answer(ada, question('updates', 2), true);
    expect(await score()).toEqual({ answered: 2, right: 2, streak: 2 });
    expect(await score('web:eve')).toEqual({ answered: 1, right: 0, streak: 0 });
    expect((await store.standing(ada)).reviews).toEqual([]);
  });
});

it('knows what was asked where', async () => {
  expect(await store.ask(room, question('updates', 1))).toBe(true);
  expect(await store.ask(room, question('updates', 1))).toBe(false);
  expect(await store.ask(room, question('updates', 2))).toBe(true);
  expect(await store.ask(thread, question('updates', 1))).toBe(true);
  await store.takeBack(room, question('updates', 1));
  expect(await store.ask(room, question('updates', 1))).toBe(true);
  expect(await store.ask(room, question('updates', 2))).toBe(false);
  expect(await store.ask(thread, question('updates', 1))).toBe(false);
});

describe('a wrong answer', () => {
  it('comes back after 1, 3 and 7 days, then no more', async () => {
    await answer('updates', false);
    for (const days of [1, 3, 7]) {
      nowMs += days * DAY_MS - 1;
      expect(await due(), `just before ${days} days`).toEqual([]);
      nowMs += 1;
      expect(await due(), `after ${days} days`).toEqual(['updates']);
      expect(await answer('updates', true)).toMatchObject({ wasDue: true });
    }
    pass(400);
    expect((await store.standing(ada)).reviews).toEqual([]);
  });

  it('starts over when it is wrong again, whenever that is', async () => {
    await answer('updates', false);
    pass(1);
    await answer('updates', true);
    pass(2);
    await answer('updates', false);
    const [review] = (await store.standing(ada)).reviews;
    expect(review).toEqual({ kind: 'updates', box: 0, missedAtMs: nowMs, answeredAtMs: nowMs });
    pass(1);
    expect(await due()).toEqual(['updates']);
  });

  it('is not cleared by a right answer the same day', async () => {
    await answer('updates', false);
    expect(await answer('updates', true)).toMatchObject({ wasDue: false });
    pass(1);
    expect(await due()).toEqual(['updates']);
  });

  it('waits its full time, and the longest-waiting goes first', async () => {
    await answer('baseline', false);
    pass(0.5);
    await answer('updates', false);
    pass(100);
    expect(await due()).toEqual(['baseline', 'updates']);
    expect(await due('web:eve')).toEqual([]);
  });

  it('survives restarts unchanged', async () => {
    await answer('updates', false);
    database.close();
    open();
    pass(1);
    expect(await due()).toEqual(['updates']);
  });

  it('does not wait for years if the clock was ahead', async () => {
    pass(3000);
    await answer('updates', false);
    pass(-3000);
    expect(await due()).toEqual(['updates']);
    await answer('updates', true);
    expect(await due()).toEqual([]);
    pass(3);
    expect(await due()).toEqual(['updates']);
  });

  it('waits a little longer if the clock was set back by hours', async () => {
    await answer('updates', false);
    pass(-0.5);
    expect(await due()).toEqual([]);
    pass(1.5);
    expect(await due()).toEqual(['updates']);
  });
});

describe('a round', () => {
  const round = async (user = ada) => (await store.standing(user)).round;
  const play = async (kind: QuizKindName, right: number, of = 10): Promise<void> => {
    for (let index = 0; index < of; index += 1) await answer(kind, index < right);
  };

  it('is ten answers at the person’s level; the eleventh begins the next', async () => {
    await play('steps_even', 7);
    expect(await round()).toMatchObject({ number: 1, level: 1 });
    expect((await round())?.answers).toHaveLength(10);
    expect(await answer('steps_even', true)).toMatchObject({ round: 2 });
    expect(await round()).toMatchObject({ number: 2, level: 1, answers: [{ isRight: true }] });
  });

  it('leads to the next level with eight right, up to the third, and never back', async () => {
    await play('steps_even', 8);
    await play('updates', 10);
    expect(await round()).toMatchObject({ number: 2, level: 2 });
    await play('baseline', 9);
    await play('overfitting', 0);
    expect(await round()).toMatchObject({ number: 4, level: 3 });
    expect(await answer('baseline', true)).toMatchObject({ round: 5 });
    expect(await round()).toMatchObject({ number: 5, level: 3 });
  });

  it('does not count answers from another level, except repeats', async () => {
    expect(await answer('baseline', false)).toEqual({ counted: true, wasDue: false });
    expect(await round()).toBeUndefined();
    pass(1);
    expect(await answer('baseline', true)).toEqual({ counted: true, wasDue: true, round: 1 });
    expect((await round())?.answers).toMatchObject([{ kind: 'baseline', isRight: true }]);
  });

  it('continues for a week, and then starts over at its level', async () => {
    await play('steps_even', 10);
    await play('updates', 4, 4);
    database.close();
    open();
    pass(7);
    await answer('updates', true);
    expect((await round())?.answers).toHaveLength(5);
    nowMs += 7 * DAY_MS + 1;
    await answer('updates', true);
    expect(await round()).toMatchObject({ number: 3, level: 2, answers: [{ isRight: true }] });
  });

  it('is separate for each person, even for the same questions', async () => {
    await play('steps_even', 10);
    const shared = question('steps_even', 999);
    expect(await store.answer(ada, shared, true)).toEqual({ counted: true, wasDue: false });
    expect(await store.answer('web:eve', shared, true)).toMatchObject({ round: 1 });
    expect((await round('web:eve'))?.answers).toEqual([{ ...shared, isRight: true }]);
  });
});

test('for answers from before rounds it is known what was last wrong, but not when', async () => {
  const before = join(dataDir, 'before');
  const index = migrations.findIndex((step) => step.includes('quiz_reviews'));
  const older = openDatabase(before, { migrations: migrations.slice(0, index) });
  await older.transaction((sql) => {
    const insert = (user: string, id: string, isRight: number): void => {
      sql.run(
        'INSERT INTO quiz_answers (user_id, question, is_right) VALUES (?, ?, ?)',
        ...[user, id, isRight],
      );
    };
    insert(ada, 'updates 1', 0);
    insert(ada, 'baseline 1', 0);
    insert(ada, 'updates 2', 1);
    insert(ada, 'no_such_kind 1', 0);
    insert('web:eve', 'updates 1', 1);
    insert('web:eve', 'updates 2', 0);
  });
  older.close();
  const newer = openDatabase(before);
  const quiz = new DatabaseQuizStore(newer, Date.now);
  const { reviews, round, score, atMs } = await quiz.standing(ada);
  expect(reviews).toEqual([
    { kind: 'baseline', box: 0, answeredAtMs: expect.any(Number) as number },
  ]);
  expect(dueNow(reviews, atMs)).toHaveLength(1);
  expect(round).toBeUndefined();
  expect(score).toEqual({ answered: 4, right: 1, streak: 0 });
  const ofEve = await quiz.standing('web:eve');
  expect(ofEve.reviews.map(({ kind }) => kind)).toEqual(['updates']);
  newer.close();
});
