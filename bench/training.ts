/** Microseconds per step for every engine, side by side, for the lesson's network and wider ones. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contestant } from './contestant.js';
import { withThreads, type BenchFit, type TrainingThreads } from './epochs.js';
import { cYardsticks, kerasYardsticks, type Yardstick } from './yardsticks.js';

export interface TrainingResult {
  readonly network: string;
  readonly engine: string;
  /** The median of whole epochs, including their shuffle. */
  readonly usPerStep: number;
}

interface NamedFit extends BenchFit {
  readonly name: string;
}

const fits: readonly NamedFit[] = [
  { name: 'lesson', layers: [6, 6], batchSize: 10, data: 'churn' },
  { name: 'defaults', layers: [6, 6], batchSize: 32, data: 'churn' },
  { name: 'more-units', layers: [32, 32], batchSize: 32, data: 'churn' },
  { name: 'large-batch', layers: [6, 6], batchSize: 1000, data: 'churn' },
  { name: 'wide', layers: [64, 64], batchSize: 64, data: 'churn' },
  { name: 'wider', layers: [128, 128], batchSize: 32, data: 'moons' },
  { name: 'wider-more-rows', layers: [128, 128], batchSize: 64, data: 'moons' },
  { name: 'wide-large-batch', layers: [128, 128], batchSize: 128, data: 'moons' },
  { name: 'very-wide', layers: [256, 256], batchSize: 32, data: 'moons' },
  { name: 'widest', layers: [512, 512], batchSize: 128, data: 'moons' },
];

/** A network is measured for this long, within a minimum and maximum number of rounds. */
const BUDGET_MS = 6000;
const FEWEST_ROUNDS = 5;
const MOST_ROUNDS = 12;

export async function benchTraining(): Promise<readonly TrainingResult[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-c-'));
  try {
    const yardsticks = [...(await cYardsticks(scratch)), ...(await kerasYardsticks())];
    return await withThreads(1, async (threads) => {
      const results: TrainingResult[] = [];
      for (const fit of fits) results.push(...(await measure(threads, yardsticks, fit)));
      return results;
    });
  } finally {
    await rm(scratch, { recursive: true });
  }
}

async function measure(
  threads: TrainingThreads,
  yardsticks: readonly Yardstick[],
  fit: NamedFit,
): Promise<readonly TrainingResult[]> {
  const network = await threads.network(fit);
  console.log(
    `${fit.name}: ${network.units.join('-')}, batch ${fit.batchSize}, ${network.rows} rows; µs a step`,
  );
  const contestants = [
    ...threads.engines.map((engine) => threads.contestant(engine, fit)),
    ...yardsticks.map((start) => start(network)),
  ];
  const measured = await inTurns(contestants);
  await Promise.all(contestants.map((contestant) => contestant.end()));

  const results = [...measured].map(([engine, times]) => ({
    network: fit.name,
    engine,
    usPerStep: Number(median(times).toPrecision(4)),
  }));
  const quickest = Math.min(...results.map(({ usPerStep }) => usPerStep));
  for (const { engine, usPerStep } of [...results].sort((a, b) => a.usPerStep - b.usPerStep)) {
    const times = `${(usPerStep / quickest).toFixed(1)} ×`;
    console.log(`  ${engine.padEnd(12)}${usPerStep.toFixed(2).padStart(12)}${times.padStart(12)}`);
  }
  return results;
}

/**
 * Contestants take turns, so that other load on the machine affects all of them. The first round is not
 * counted: it loads the data, and engines are not compiled yet.
 */
async function inTurns(
  contestants: readonly Contestant[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const measured = new Map<string, number[]>();
  for (const contestant of contestants) await contestant.turn();
  const startMs = performance.now();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (round >= FEWEST_ROUNDS && performance.now() - startMs > BUDGET_MS) break;
    for (const contestant of contestants) {
      const times = measured.get(contestant.engine) ?? [];
      times.push(...(await contestant.turn()));
      measured.set(contestant.engine, times);
    }
  }
  return measured;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
