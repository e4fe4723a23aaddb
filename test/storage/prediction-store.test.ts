import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';
import type { PredictedRuns } from '../../src/storage/ports/predictions.js';
import { DatabasePredictionStore } from '../../src/storage/prediction-store.js';
import { predictionOf, type Prediction } from '../../src/tutor/predict/prediction.js';
import { settings, summary } from '../support/run-samples.js';

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

const prediction = (id: string): Prediction =>
  predictionOf(id, 'batches', settings(), { ...summary(), name: '고객 <b>@everyone' });
const runs: PredictedRuns = {
  runIds: ['k3f9qd', 'ab12cd'],
  place: { platform: 'web', key: 'room' },
  locale: 'ko',
};

const asked = {
  ownerId: 'discord:ada',
  place: { platform: 'discord', key: '{"any":1}', channel: '7' },
  atMs: 1,
} as const;

it('returns a prediction as it was asked', async () => {
  const store = new DatabasePredictionStore(database);
  await store.create(prediction('g1'), asked);
  expect(await store.find('g1')).toEqual({
    prediction: prediction('g1'),
    channel: 'discord 7',
    guesses: new Map(),
  });
  expect(await store.find('nobody')).toBeUndefined();
  await expect(store.create(prediction('g1'), asked)).rejects.toThrow();
});

it('keeps the last guess of each person', async () => {
  const store = new DatabasePredictionStore(database);
  await store.create(prediction('g1'), asked);
  await store.create(prediction('g2'), asked);
  await store.guess('g1', 'web:ada', 0);
  await store.guess('g1', 'web:eve', 2);
  await store.guess('g1', 'web:ada', 1);
  await store.guess('g2', 'web:ada', 2);
  const guesses = (await store.find('g1'))?.guesses;
  expect(Object.fromEntries(guesses ?? [])).toEqual({ 'web:ada': 1, 'web:eve': 2 });
});

it('knows what was trained for it, and where', async () => {
  const store = new DatabasePredictionStore(database);
  await store.create(prediction('g1'), asked);
  await store.start('g1', runs);
  expect((await store.find('g1'))?.started).toEqual(runs);
});

it('lists predictions nobody has been told about, once started, oldest first', async () => {
  const store = new DatabasePredictionStore(database);
  for (const id of ['g3', 'g1', 'g2', 'g4']) await store.create(prediction(id), asked);
  for (const id of ['g1', 'g2', 'g3']) await store.start(id, runs);
  await store.markRevealed('g1');
  expect(await store.unrevealed()).toEqual(['g3', 'g2']);
});
