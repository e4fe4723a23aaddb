/** The film of a real run: made by training it again, as a file a phone can load. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '../../../src/content/translator.js';
import { describeDataset } from '../../../src/datasets/describe.js';
import { Films } from '../../../src/live/films.js';
import { WorkerPool } from '../../../src/runs/pool.js';
import type { Checkpoint, FitSettings } from '../../../src/runs/protocol.js';
import type { RunState } from '../../../src/runs/run.js';
import { FairScheduler } from '../../../src/runs/scheduler.js';
import { recordedState } from '../../support/recorded-runs.js';

const dataDir = mkdtempSync(join(tmpdir(), 'film-'));
const t = translator('en');
let pool: WorkerPool;

beforeAll(() => {
  const workers = new URL('../../../dist/workers/', import.meta.url);
  pool = new WorkerPool({ workers, dataDir, threads: 1 });
});
afterAll(async () => {
  await pool.close();
  rmSync(dataDir, { recursive: true });
});

const spiral: FitSettings = {
  ...{ dataset: { kind: 'builtin', name: 'spiral' }, epochs: 500, batchSize: 32 },
  ...{ validationSplit: 0, layers: [16], activation: 'relu', optimizer: 'adam' },
  ...{ learningRate: 0.01, seed: 42, pace: 'fast' },
};

async function trained(
  settings: FitSettings,
): Promise<{ readonly state: RunState; readonly checkpoint: Checkpoint }> {
  const { epochs, checkpoint } = await pool.train(
    { settings, backend: 'fused', checkpoint: null, valLosses: [], forMs: 60_000 },
    () => undefined,
    new AbortController().signal,
  );
  if (!checkpoint) throw new Error('it was trained');
  const { current: _, ...lesson } = recordedState('lesson');
  const state: RunState = {
    ...lesson,
    record: { ...lesson.record, settings },
    ...{ phase: 'completed', backend: 'fused' },
    data: describeDataset(settings.dataset, dataDir, settings.validationSplit),
    finished: epochs.map((epoch, index) => ({ epoch: index + 1, ...epoch })),
  };
  return { state, checkpoint };
}

const filmsWith = (checkpoint: Checkpoint): Films =>
  new Films({
    ...{ pool, scheduler: new FairScheduler(1), weights: () => Promise.resolve(checkpoint) },
    ...{ askPlane: pool.planeAnswers.bind(pool), drawFilm: pool.drawFilm.bind(pool) },
  });

/** Frames are found by their graphic control extensions; the two bytes after them are the delay. */
function framesIn(gif: Uint8Array): number {
  return Buffer.from(gif).toString('latin1').split('\x21\xf9\x04').length - 1;
}

test('500 epochs of the spiral are at most 40 frames and 600 kB, including the first and the last', async () => {
  const { state, checkpoint } = await trained(spiral);
  const { gif, asked, epochs } = await filmsWith(checkpoint).film(state, 'web:1', t);
  expect(Buffer.from(gif).subarray(0, 6).toString()).toBe('GIF89a');
  expect(gif.length).toBeLessThanOrEqual(600_000);
  expect(framesIn(gif)).toBe(epochs.length);
  expect([epochs[0], epochs.at(-1)]).toEqual([1, 500]);
  expect(epochs.length).toBeGreaterThan(30);
  // The last frame shows the answers of the run's own weights, the first those after one epoch.
  const first = await trained({ ...spiral, epochs: 1 });
  const alone = await pool.planeAnswers({
    ...{ run: 'ab12', settings: spiral, side: asked.answers[0]?.side ?? 0 },
    weights: [first.checkpoint.weights],
  });
  const ended = await pool.planeAnswers({
    ...{ run: 'ab12', settings: spiral, side: asked.answers[0]?.side ?? 0 },
    weights: [checkpoint.weights],
  });
  expect(asked.answers[0]).toEqual(alone.answers[0]);
  expect(asked.answers.at(-1)).toEqual(ended.answers[0]);
}, 120_000);

test('early stopping, dropout and validation are trained again as they were', async () => {
  const settings = {
    ...{ ...spiral, epochs: 60, dropout: 0.2, validationSplit: 0.2, patience: 3 },
    // It ends soon, so its film is short.
    learningRate: 0.1,
  };
  const { state, checkpoint } = await trained(settings);
  expect(state.finished.length).toBeLessThan(60);
  const { best, ...last } = checkpoint;
  if (!best) throw new Error('the best epoch was kept');
  const films = filmsWith({ ...last, weights: best });
  const { epochs } = await films.film(state, 'web:1', t);
  expect(epochs.at(-1)).toBe(state.finished.length);
}, 60_000);

test('if the final weights differ, it says so rather than show something else', async () => {
  const { state, checkpoint } = await trained({ ...spiral, epochs: 3 });
  const weights = checkpoint.weights.slice();
  weights[0] = Math.fround((weights[0] ?? 0) * (1 + 1e-6));
  const film = filmsWith({ ...checkpoint, weights }).film(state, 'web:1', t);
  await expect(film).rejects.toMatchObject({ key: 'error.filmWeights' });
  const [first, ...others] = state.finished;
  if (!first) throw new Error('an epoch was finished');
  const loss = first.logs.loss * (1 + 2 ** -52);
  const changed = { ...state, finished: [{ ...first, logs: { ...first.logs, loss } }, ...others] };
  await expect(filmsWith(checkpoint).film(changed, 'web:1', t)).rejects.toMatchObject({
    ...{ key: 'error.filmDiffers', params: { epoch: 1 } },
  });
});

test('a program shutdown need not wait for it', async () => {
  const { state, checkpoint } = await trained({ ...spiral, epochs: 3 });
  const films = filmsWith(checkpoint);
  const film = films.film(state, 'web:1', t);
  films.close();
  await expect(film).rejects.toMatchObject({ key: 'error.closing' });
});
