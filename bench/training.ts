/** Microseconds per step of each backend, side by side, for the lesson's network and wider ones. */
import type { WorkerPool } from '../src/runs/pool.js';
import type { BackendName, Checkpoint } from '../src/runs/protocol.js';
import { benchEpoch, benchSettings } from './epochs.js';

const networks = [
  { name: 'the lesson', layers: [6, 6], batchSize: 10, data: 'churn' },
  { name: "/fit's defaults", layers: [6, 6], batchSize: 32, data: 'churn' },
  { name: 'more units', layers: [32, 32], batchSize: 32, data: 'churn' },
  { name: 'large batch', layers: [6, 6], batchSize: 1000, data: 'churn' },
  { name: 'wide', layers: [64, 64], batchSize: 64, data: 'churn' },
  { name: 'wider', layers: [128, 128], batchSize: 32, data: 'moons' },
  { name: 'wider, more rows', layers: [128, 128], batchSize: 64, data: 'moons' },
  { name: 'wide, large batch', layers: [128, 128], batchSize: 128, data: 'moons' },
  { name: 'very wide', layers: [256, 256], batchSize: 32, data: 'moons' },
  { name: 'widest', layers: [512, 512], batchSize: 128, data: 'moons' },
] as const;

/** A network is measured for this long, but for at least two rounds and at most these. */
const BUDGET_MS = 4000;
const MOST_ROUNDS = 12;

export async function benchTraining(
  pool: WorkerPool,
  backends: readonly BackendName[],
): Promise<void> {
  console.log('Microseconds per step (median epoch), and how many times as quick as cpu:');
  for (const network of networks) {
    const usPerStep = await measure(pool, backends, network);
    const cpu = usPerStep.get('cpu') ?? NaN;
    const cells = [...usPerStep].map(
      ([backend, us]) => `${backend} ${us.toFixed(2)} (${(cpu / us).toFixed(1)}×)`,
    );
    const { name, layers, batchSize } = network;
    console.log(`  ${name}, ${layers.join('-')}, batch ${batchSize}: ${cells.join('   ')}`);
  }
}

/**
 * Backends take turns, an epoch each, so that whatever else the machine does meets all of them. The
 * first round is not counted: it loads the data, and the engine is not compiled yet.
 */
async function measure(
  pool: WorkerPool,
  backends: readonly BackendName[],
  network: (typeof networks)[number],
): Promise<ReadonlyMap<BackendName, number>> {
  const settings = benchSettings(network);
  const measured = new Map<BackendName, number[]>(backends.map((backend) => [backend, []]));
  const checkpoints = new Map<BackendName, Checkpoint>();
  const startMs = performance.now();
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    if (round > 2 && performance.now() - startMs > BUDGET_MS) break;
    for (const [backend, times] of measured) {
      const from = checkpoints.get(backend) ?? null;
      const { usPerStep, checkpoint } = await benchEpoch(pool, settings, backend, from);
      if (checkpoint) checkpoints.set(backend, checkpoint);
      if (round > 0) times.push(usPerStep);
    }
  }
  return new Map([...measured].map(([backend, times]) => [backend, median(times)]));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
