/** Plays the quiz from what buttons send, whatever the platform: which of a question's is right. */
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
  /** The lines of its buttons that answer right and wrong. */
  readonly right: string;
  readonly wrong: string;
}

/** @param lines of a message's buttons; undefined where they are none of a question */
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

/** Stores whose quiz has a clock that a test hands in. */
export function storesOnClock(nowMs: () => number): ReturnType<typeof databaseStores> {
  const database = openMemoryDatabase();
  return {
    ...databaseStores(database, 'no uploads'),
    quiz: new DatabaseQuizStore(database, nowMs),
  };
}
