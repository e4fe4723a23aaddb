/** Plays the quiz from what the buttons send, on any platform: finds which answer is right. */
import { databaseStores } from '../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabaseQuizStore } from '../../src/storage/quiz-store.js';
import {
  levelOf,
  questionOf,
  type Level,
  type QuizKindName,
} from '../../src/tutor/quiz/question.js';

export interface SeenQuestion {
  readonly kind: QuizKindName;
  readonly level: Level;
  /** The command lines of the right and wrong buttons. */
  readonly right: string;
  readonly wrong: string;
}

/** @param lines command lines of a message's buttons; undefined if they are not a question's */
export function questionIn(lines: readonly string[]): SeenQuestion | undefined {
  const [line = ''] = lines;
  const [, name, seed] = /^\/quiz about:(\w+) seed:(\d+) pick:1$/.exec(line) ?? [];
  if (name === undefined || seed === undefined) return undefined;
  const kind = name as QuizKindName;
  const { right } = questionOf({ kind, seed: Number(seed) });
  return {
    kind,
    level: levelOf(kind),
    right: lines[right] ?? '',
    wrong: lines.find((_, index) => index !== right) ?? '',
  };
}

/** Stores whose quiz uses the test's clock. */
export function storesOnClock(nowMs: () => number): ReturnType<typeof databaseStores> {
  const database = openMemoryDatabase();
  return {
    ...databaseStores(database, 'no uploads'),
    quiz: new DatabaseQuizStore(database, nowMs),
  };
}
