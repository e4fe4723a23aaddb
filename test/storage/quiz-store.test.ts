import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { MemoryQuizStore } from '../../src/storage/memory-quiz-store.js';
import { DatabaseQuizStore } from '../../src/storage/quiz-store.js';
import { quizStoreContract } from '../contract/quiz-store.js';

describe('in memory', () => {
  quizStoreContract(() => new MemoryQuizStore());
});

describe('on disk', () => {
  let dataDir: string;
  let database: Database;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tutor-quiz-'));
    database = openDatabase(dataDir);
  });
  afterEach(() => {
    database.close();
    rmSync(dataDir, { recursive: true });
  });

  quizStoreContract(() => new DatabaseQuizStore(database));

  it('a streak outlives the process', async () => {
    await new DatabaseQuizStore(database).answer('web:ada', 'updates 1', true);
    database.close();
    database = openDatabase(dataDir);
    const store = new DatabaseQuizStore(database);
    await store.answer('web:ada', 'updates 2', true);
    expect(await store.score('web:ada')).toEqual({ answered: 2, right: 2, streak: 2 });
  });
});
