/** Every goal, trained for with the real engine: reachable, but not with the default settings. */
import { afterAll, expect, test } from 'vitest';
import { fitDefaults } from '../../../commands/fit-settings.js';
import type { DataSummary } from '../../../src/runs/dataset.js';
import { WorkerPool } from '../../../src/runs/pool.js';
import type { Checkpoint, FitSettings } from '../../../src/runs/protocol.js';
import type { RunState } from '../../../src/runs/run.js';
import { goalNames, goals, type GoalName } from '../../../src/tutor/challenge/goals.js';
import { standingOf, type Entry } from '../../../src/tutor/challenge/standing.js';

const pool = new WorkerPool({
  workers: new URL('../../../dist/workers/', import.meta.url),
  dataDir: 'no uploads',
  threads: 2,
});
afterAll(() => pool.close());

const SEEDS = [1, 2, 3, 4, 5];

type Choice = Partial<FitSettings>;
const quick = { learningRate: 0.01 } satisfies Choice;
const wide = { ...quick, layers: [64, 64] } satisfies Choice;

/** Two approaches: smaller steps for longer, or larger batches and steps. */
const sensible: Readonly<Record<GoalName, readonly [Choice, Choice]>> = {
  churn_accuracy: [
    { ...quick, batchSize: 100, epochs: 10, layers: [32, 16] },
    { ...quick, batchSize: 1000, epochs: 40, layers: [32, 16] },
  ],
  churn_loss: [
    { ...quick, batchSize: 256, epochs: 20, layers: [32] },
    { ...quick, batchSize: 100, epochs: 10, layers: [32, 16] },
  ],
  moons_accuracy: [
    { ...quick, epochs: 10, layers: [16, 16] },
    { ...wide, learningRate: 0.03, batchSize: 200, epochs: 10 },
  ],
  moons_loss: [
    { ...wide, learningRate: 0.03, batchSize: 200, epochs: 20 },
    { ...quick, batchSize: 100, epochs: 12, layers: [32, 32] },
  ],
  circles_accuracy: [
    { ...quick, epochs: 10, layers: [16, 16] },
    { ...quick, epochs: 40 },
  ],
  spiral_accuracy: [
    { ...quick, epochs: 10, layers: [32, 32] },
    { ...wide, batchSize: 100, epochs: 20 },
  ],
  spiral_loss: [
    { ...wide, batchSize: 100, epochs: 20 },
    { ...wide, learningRate: 0.03, batchSize: 200, epochs: 30 },
  ],
  digits_accuracy: [
    { ...quick, epochs: 10, layers: [64] },
    { ...quick, batchSize: 128, epochs: 10, layers: [64] },
  ],
  digits_loss: [
    { ...quick, batchSize: 128, epochs: 10, layers: [64] },
    { ...quick, batchSize: 64, epochs: 8, layers: [64] },
  ],
  cars_mae: [
    { ...quick, epochs: 40 },
    { ...quick, epochs: 10, layers: [16, 16] },
  ],
  cars_loss: [
    { ...quick, epochs: 10, layers: [16, 16] },
    { ...quick, batchSize: 100, epochs: 20, layers: [16] },
  ],
  penguins_accuracy: [
    { ...quick, epochs: 10, layers: [16, 16] },
    { ...quick, batchSize: 100, epochs: 20, layers: [16] },
  ],
};

/** Trained to the end, as folding a run's events would give it. */
async function trained(name: GoalName, choice: Choice, seed: number): Promise<RunState> {
  const dataset = { kind: 'builtin', name: goals[name].data } as const;
  const base = { ...fitDefaults, learningRate: 0.001, pace: 'fast', seed } as const;
  const settings: FitSettings = { ...base, ...choice, dataset };
  const data: DataSummary = await pool.describe(dataset, 0);
  let checkpoint: Checkpoint | null = null;
  const steps: number[] = [];
  while (steps.length < settings.epochs) {
    const task = { settings, backend: 'fused', checkpoint, valLosses: [], forMs: 5_000 } as const;
    const made = await pool.train(task, () => undefined, new AbortController().signal);
    steps.push(...made.epochs.map((epoch) => epoch.steps));
    checkpoint = made.checkpoint;
  }
  if (!checkpoint) throw new Error('nothing was trained');
  const owner = { ownerId: 'web:1', ownerName: 'Ann', createdAtMs: 0 };
  return {
    record: { id: `run${seed}`, settings, ...owner },
    ...{ phase: 'completed', data, resumedAfter: [], endedAtMs: 1 },
    finished: steps.map((made, index) => ({
      ...{ epoch: index + 1, logs: { loss: 0, metric: 0 } },
      ...{ steps: made, elapsedMs: 1, firstStepMs: 1 },
    })),
    test: await pool.evaluate({ settings, backend: 'fused', checkpoint }),
  };
}

async function runsOf(name: GoalName, choice: Choice): Promise<readonly RunState[]> {
  const runs: RunState[] = [];
  for (const seed of SEEDS) runs.push(await trained(name, choice, seed));
  return runs;
}

function medianLoss(entries: readonly Entry[]): number {
  const losses = entries.map(({ loss }) => loss).sort((a, b) => a - b);
  return losses[Math.floor(losses.length / 2)] ?? NaN;
}

test.each(goalNames)('%s', { timeout: 120_000 }, async (name) => {
  const goal = goals[name];
  const most = Math.ceil((SEEDS.length + 1) / 2);
  const byDefault = standingOf(goal, await runsOf(name, {}));
  expect(byDefault.reached.length, 'the defaults reach it at best by luck').toBeLessThan(most);
  for (const choice of sensible[name]) {
    const { reached } = standingOf(goal, await runsOf(name, choice));
    const words = JSON.stringify(choice);
    expect(reached.length, `most seeds reach it with ${words}`).toBeGreaterThanOrEqual(most);
    // Staying within the update budget is not enough: the updates must be worthwhile.
    if (goal.kind !== 'loss') continue;
    expect(medianLoss(reached), words).toBeLessThan(medianLoss(byDefault.missed));
  }
});
