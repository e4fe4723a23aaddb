import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { MemoryPredictionStore } from '../../src/storage/memory-prediction-store.js';
import { DatabasePredictionStore } from '../../src/storage/prediction-store.js';
import { predictionStoreContract } from '../contract/prediction-store.js';

describe('in memory', () => {
  predictionStoreContract(() => new MemoryPredictionStore());
});

describe('on disk', () => {
  let dataDir: string;
  let database: Database;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tutor-predictions-'));
    database = openDatabase(dataDir);
  });
  afterEach(() => {
    database.close();
    rmSync(dataDir, { recursive: true });
  });

  predictionStoreContract(() => new DatabasePredictionStore(database));
});
